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
left-out-roles = personne n'a le rôle « { $role } » dans la feuille personnes.
left-out-staff-team = parmi { $people }, personne dans le rôle « { $role } » n'intervient en { $class }.
left-out-staff-available = pour le rôle « { $role } », { $people } : pas de disponibilité sur les { $total } créneaux possibles.
left-out-place-type = aucun lieu de type « { $wanted } ».
left-out-place-capacity = le plus grand lieu de type « { $wanted } » a { $capacity } places pour { $pupils } élèves.
left-out-not-searched = une place semble libre le { $date } : la recherche s'est arrêtée avant de l'utiliser. Relancez avec plus de temps.

taken-target-busy = { $who } a déjà une autre séance sur { $count } des { $total } horaires possibles.
taken-staff-busy = { $who } est déjà pris sur { $count } des { $total } horaires possibles.
taken-place-busy = { $who } est déjà occupé sur { $count } des { $total } horaires possibles.
taken-order = l'ordre des séances de { $who } écarte { $count } des { $total } horaires possibles.
taken-once = déjà placée ({ $count } des { $total } horaires).

## Résultat de la recherche

outcome-optimal = { $total ->
    [0] Rien à placer : aucune séance ne concerne vos classes.
   *[other] { $optional ->
        [0] Tout est placé : { $placed } séances sur { $total }, et aucun planning n'est mieux réparti ({ $seconds } s).
       *[other] Toutes les séances obligatoires sont placées ({ $placed } séances sur { $total }, { $seconds } s). { $optional } facultatives n'ont pas de place.
    }
}
outcome-feasible = { $optional ->
    [0] Tout est placé : { $placed } séances sur { $total } ({ $seconds } s). Une meilleure répartition existe peut-être.
   *[other] Toutes les séances obligatoires sont placées ({ $placed } séances sur { $total }, { $seconds } s). { $optional } facultatives n'ont pas de place pour l'instant.
}
outcome-partial = { $mandatory ->
    [one] Une séance obligatoire n'a pas pu être placée
   *[other] { $mandatory } séances obligatoires n'ont pas pu être placées
} ({ $placed } placées sur { $total }, { $seconds } s). Les raisons sont données une par une.
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
