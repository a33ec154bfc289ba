# Le planning : règles, raisons, résultats.

when = { $day }, { $start }–{ $end }

role-professeur = professeur
role-professeur-principal = professeur principal
role-psyen = Psy-EN
role-cpe = CPE
role-documentaliste = professeur documentaliste
role-france-travail = France Travail
role-mission-locale = mission locale
role-partenaire = partenaire
role-ancien-eleve = ancien élève

place-salle = salle
place-salle-info = salle informatique
place-cdi = CDI
place-tiers-lieu = lieu hors de l'établissement
place-none = aucun lieu

## Une règle n'est pas respectée

rule-school-day = pas de cours le { $date } ({ $kind ->
    [sunday] dimanche
    [outside] hors de l'année scolaire
   *[other] { $name }
}).
rule-pfmp = { $class } est en PFMP le { $date } (du { $first } au { $last }).
rule-blocked-event = le { $date } est pris par « { $event } ».
rule-slot = { $class } n'a pas de créneau le { $date } de { $start } à { $end }.
rule-fits = la séance dure { $wanted_min } min ; prévu : { $given_min } min, créneau le plus long ce jour-là : { $slot_min } min.
rule-staff-available = { $person } n'est pas disponible le { $date } de { $start } à { $end }.
rule-staff-team = { $person } n'intervient pas en { $class }.
rule-roles = il manque quelqu'un dans le rôle « { $role } ».
rule-place-type = il faut un lieu de type « { $wanted } » (prévu : { $given }).
rule-place-capacity = { $place } compte { $capacity } places pour { $pupils } élèves.
rule-window = le { $date } est hors de la période prévue (du { $first } au { $last }).
rule-once = la même séance est placée deux fois ({ $dates }).
rule-target-busy = { $target } a déjà la séance { $other } le { $date }, sur le même créneau.
rule-staff-busy = { $person } est déjà pris le { $date } à cette heure ({ $other }).
rule-place-busy = { $place } est déjà occupé le { $date } à cette heure ({ $other }).
rule-order = { $first } doit venir un jour avant { $second } (placées le { $first_date } et le { $second_date }).

## Une séance n'a pas pu être placée

left-out-slot = { $class } n'a aucun créneau entre le { $first } et le { $last }.
left-out-school-day = entre le { $first } et le { $last }, { $count } des { $total } jours de créneau de { $class } tombent pendant les vacances ou un jour férié.
left-out-pfmp = entre le { $first } et le { $last }, { $count } des { $total } jours de créneau de { $class } tombent pendant une PFMP.
left-out-blocked-event = entre le { $first } et le { $last }, { $count } des { $total } jours de créneau de { $class } sont pris par un événement.
left-out-fits = la séance dure { $wanted_min } min, le plus long créneau possible { $slot_min } min.
left-out-roles = { $people ->
    [none] personne n'a le rôle « { $role } » dans la feuille personnes.
   *[other] « { $role } » : il faut une personne différente pour chaque rôle, il n'y a que { $people }.
}
left-out-staff-team = parmi { $people }, personne dans le rôle « { $role } » n'intervient en { $class }.
left-out-staff-available = pour le rôle « { $role } », { $people } : pas de disponibilité sur les { $total } créneaux possibles.
left-out-place-type = aucun lieu de type « { $wanted } ».
left-out-place-capacity = le plus grand lieu de type « { $wanted } » a { $capacity } places pour { $pupils } élèves.
left-out-not-searched = une place semble libre le { $date } : la recherche s'est arrêtée avant de l'utiliser. Relancez avec plus de temps.
left-out-stopped = la recherche a été arrêtée avant d'arriver à cette classe. Relancez-la.
left-out-taken-out = retirée à la main.
left-out-added = ajoutée depuis le dernier planning : relancez la recherche.

taken-target-busy = { $who } a déjà une autre séance sur { $count } des { $total } horaires possibles.
taken-staff-busy = { $who } est déjà pris sur { $count } des { $total } horaires possibles.
taken-place-busy = { $who } est déjà occupé sur { $count } des { $total } horaires possibles.
taken-order = l'ordre des séances de { $who } écarte { $count } des { $total } horaires possibles.
taken-once = déjà placée ({ $count } des { $total } horaires).

## Résultat de la recherche

outcome-optimal = { $total ->
    [0] Rien à placer : aucune séance ne concerne vos classes.
   *[other] { $optional ->
        [0] Tout est placé : { $placed } séances sur { $total }, et aucun planning n'est mieux réparti ({ NUMBER($seconds, maximumFractionDigits: 1) } s).
       *[other] Toutes les séances obligatoires sont placées ({ $placed } séances sur { $total }, { NUMBER($seconds, maximumFractionDigits: 1) } s). { $optional } facultatives n'ont pas de place.
    }
}
outcome-feasible = { $optional ->
    [0] Tout est placé : { $placed } séances sur { $total } ({ NUMBER($seconds, maximumFractionDigits: 1) } s). Une meilleure répartition existe peut-être.
   *[other] Toutes les séances obligatoires sont placées ({ $placed } séances sur { $total }, { NUMBER($seconds, maximumFractionDigits: 1) } s). { $optional } facultatives n'ont pas de place pour l'instant.
}
outcome-partial = { $mandatory ->
    [one] Une séance obligatoire n'a pas pu être placée
   *[other] { $mandatory } séances obligatoires n'ont pas pu être placées
} ({ $placed } placées sur { $total }, { NUMBER($seconds, maximumFractionDigits: 1) } s). Les raisons sont données une par une.
outcome-infeasible = Aucune séance n'a pu être placée (sur { $total }). Les raisons sont données une par une.

## Vérification d'un planning

check-ok = Le planning respecte toutes les règles : { $count } séances placées.
check-broken = { $count ->
    [one] Une règle n'est pas respectée :
   *[other] { $count } règles ne sont pas respectées :
}
check-unplaced = { $count ->
    [one] Une séance n'est pas placée :
   *[other] { $count } séances ne sont pas placées :
}

## Calendriers

ics-session = Séance { $session }
ics-class = Classe : { $name }
ics-group = Groupe : { $name }
ics-staff = Avec : { $names }

## Le tableau de l'année

row-sub = { $level } · { $pupils ->
    [one] 1 élève
   *[other] { $pupils } élèves
} · { $slots }
no-slot = aucun créneau
council = Conseil { $period }
band-pfmp = PFMP { $number }
chip-group = Groupe { $name }

level-2pro = 2de
level-1pro = 1re
level-tpro = Tle
level-cap1 = CAP 1
level-cap2 = CAP 2
level-cap1an = CAP 1 an

weekday-lundi = lundi
weekday-mardi = mardi
weekday-mercredi = mercredi
weekday-jeudi = jeudi
weekday-vendredi = vendredi
weekday-samedi = samedi

theme-parcours = Mon parcours
theme-competences = Mes compétences
theme-metiers = Métiers et secteurs
theme-formations = Formations et vœux
theme-entreprise = Entreprise et PFMP
theme-travail = Travail et droits
theme-vie-etudiante = Vie étudiante
theme-autonomie = Autonomie
theme-none = Sans thème

mark-voeux-debut = Parcoursup : début des vœux
mark-voeux-fin = Parcoursup : fin des vœux
mark-confirmation-fin = Parcoursup : confirmation
mark-phase-principale-debut = Parcoursup : réponses
mark-bac-pro-ecrits-debut = Bac pro : écrits
mark-bac-pro-oral-projet = Bac pro : oral de projet
mark-cap-ecrits-debut = CAP : écrits
mark-own-date = date donnée par l'établissement

## La page

yes = oui
no = non
planner-failure = Quelque chose s'est mal passé. Ce qui était enregistré est intact ; rechargez la page si elle ne répond plus.
planner-school = 1. Votre établissement
planner-propose = 2. Proposer un planning
planner-propose-text = Chaque séance obligatoire est placée sur un créneau de la classe, hors vacances et PFMP, avec les bonnes personnes et un lieu libre. Ce qui ne peut pas l'être est laissé de côté, avec la raison.
planner-board = 3. L'année, classe par classe
planner-left-out = Les séances laissées de côté
planner-hours = Les heures de chaque classe
planner-load = Les heures de chaque personne
planner-take = 4. Emporter le planning

planner-file-hint = ou déposez ici le classeur (.xlsx) ou les fichiers CSV de l'établissement.

open-example = Essayer avec l'exemple { $name }
take-template = Télécharger le modèle à remplir
template-file = modele-etablissement.xlsx

school-none = Aucun établissement n'est ouvert. Choisissez votre fichier, ou essayez avec l'exemple.
school-wrong = { $count ->
    [one] Ce fichier ne peut pas être utilisé, une chose est à corriger :
   *[other] Ce fichier ne peut pas être utilisé, { $count } choses sont à corriger :
}
school-wrong-kept = { $count ->
    [one] Ce fichier ne peut pas être utilisé, une chose est à corriger (l'établissement déjà ouvert est gardé) :
   *[other] Ce fichier ne peut pas être utilisé, { $count } choses sont à corriger (l'établissement déjà ouvert est gardé) :
}
school-open = { $name }, année { $year }, zone { $zone } : { $classes ->
    [one] 1 classe
   *[other] { $classes } classes
}, { $sessions ->
    [one] 1 séance à placer
   *[other] { $sessions } séances à placer
}.
notice-more = { $count ->
    [one] Voir l'autre remarque
   *[other] Voir les { $count } autres remarques
}

blocked-no-school = Ouvrez d'abord un établissement.
planner-search-outdated = L'établissement a changé pendant la recherche : son résultat n'a pas été repris. Relancez-la.
planner-start = Proposer un planning
planner-note = { $placed } séances placées sur { $total }

plan-none = Voici l'année dans laquelle placer les séances. Aucun planning n'est encore proposé.
plan-changed = Planning modifié depuis la recherche : { $placed } séances placées sur { $total }, { $broken ->
    [0] toutes les règles sont respectées.
    [one] une règle n'est plus respectée. Déplacez la séance, ou relancez la recherche : elle changera peu de choses.
   *[other] { $broken } règles ne sont plus respectées. Déplacez les séances, ou relancez la recherche : elle changera peu de choses.
}
plan-stale = Les données ont changé depuis ce planning : relancez la recherche.


hours-title = Heures placées et heures visées, par classe
hours-of-target = { NUMBER($planned, maximumFractionDigits: 1) } h placées, { NUMBER($target, maximumFractionDigits: 1) } h visées
hours-no-target = { NUMBER($planned, maximumFractionDigits: 1) } h placées ; pas d'heures visées connues pour ce niveau

load-person = Personne
load-total = Total (h)
load-hours = heures dans l'année
load-sentence = { $count ->
    [0] Personne n'intervient dans ce planning.
    [one] Une personne intervient : { $person }, { NUMBER($hours, maximumFractionDigits: 1) } h dans l'année.
   *[other] { $count } personnes interviennent ; la plus sollicitée est { $person }, avec { NUMBER($hours, maximumFractionDigits: 1) } h dans l'année.
}
load-table = Voir les heures, mois par mois

take-who = Calendrier de
take-ics = Calendrier (.ics)
take-sheets = Fiches de classe A4 (.pdf)
take-poster = Affiche A3 de l'année (.pdf)
file-sheets = fiches
file-poster = affiche
take-xlsx = Classeur (.xlsx)
take-json = Données (.json)
who-all = tout l'établissement
who-class = la classe { $name }
who-group = le groupe { $name }
who-person = { $name }
workspace-missing = Ce que vous entrez ne sera pas gardé d'une visite à l'autre. { $detail }
