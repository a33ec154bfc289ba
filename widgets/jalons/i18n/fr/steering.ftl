# Piloter : l'autoévaluation de l'établissement.

problem-not-a-review = ce fichier n'est pas une autoévaluation de Jalons. Choisissez un fichier enregistré depuis la page Piloter.
problem-newer-review = ce fichier vient d'une version plus récente de Jalons. Mettez Jalons à jour, puis rouvrez-le.

steering-failure = Cette action n'a pas abouti. Ce qui était enregistré est intact ; réessayez.

steering-theme-orientation = Orientation et soutien au parcours
steering-theme-parcours = Insertion et poursuite d'études
steering-theme-liaisons = Liaisons et accompagnement
phase-plan = Planifier
phase-do = Mettre en œuvre
phase-check = Évaluer
step-0 = pas encore
step-1 = en partie
step-2 = en grande partie
step-3 = pleinement

## Le groupe

steering-group = 1. Votre groupe
steering-group-text = Chacun répond de son côté, sur son poste ou à tour de rôle ; le groupe compare, puis retient une réponse par question. Des initiales suffisent.
steering-year = Année scolaire
steering-me = Je suis
steering-nobody = (choisir)
steering-name = Nouveau participant
steering-name-hint = initiales ou fonction
steering-join = Rejoindre le groupe
steering-leave = Me retirer avec mes réponses
steering-refresh = Voir les réponses arrivées
steering-blind = Répondre à l'aveugle : les réponses des autres restent cachées jusqu'à la mise en commun
steering-say-who = Dites qui répond sur cette page pour commencer. { $people ->
    [0] Personne n'a encore rejoint le groupe.
    [one] 1 personne a rejoint le groupe.
   *[other] { $people } personnes ont rejoint le groupe.
}
steering-standing = { $people ->
    [one] 1 personne
   *[other] { $people } personnes
}, { $answered } questions sur { $total } ont une réponse, { $agreed } sont tranchées par le groupe.
steering-file = Reprendre une autoévaluation enregistrée, ou ajouter les réponses d'un collègue
steering-file-hint = le fichier .json enregistré depuis cette page

## Répondre

steering-answers = 2. Répondre
steering-mode-answer = Je réponds
steering-mode-agree = Le groupe tranche
steering-settled-on = Tranché par le groupe le { $day }.
steering-planned = Action prévue – { $action }
steering-answers-who = Choisissez d'abord votre nom ci-dessus, ou rejoignez le groupe.
steering-evidence = Par exemple : { $examples }
survey-answered = %count% questions sur %total% ont une réponse.
survey-unknown = je ne sais pas
survey-note = Ce qui le montre
survey-note-add = Ajouter ce qui le montre
survey-take-back = effacer la réponse
survey-others = Réponses du groupe
survey-hidden = %count% réponse(s) reçue(s), cachées jusqu'à la mise en commun.
survey-nobody = Personne n'a encore répondu.
survey-agreed = Le groupe a retenu :
survey-saved = Enregistré.
survey-empty = Aucune question à afficher.

known-plan-exists = le planning place { $placed ->
    [one] { $placed } séance
   *[other] { $placed } séances
} pour { $classes ->
    [one] { $classes } classe
   *[other] { $classes } classes
}.
known-hours-in-timetable = { $classes ->
    [one] { $classes } classe sur { $total } a
   *[other] { $classes } classes sur { $total } ont
} un créneau, { $hours } h sont placées.
known-organisation = { $ways }.
known-places = { $rooms ->
    [one] { $rooms } séance
   *[other] { $rooms } séances
} en salle, { $library } au CDI, { $outside } hors de l'établissement.
known-groups = { $sessions ->
    [one] { $sessions } séance sur { $total } se fait
   *[other] { $sessions } séances sur { $total } se font
} en groupe ({ $groups ->
    [one] { $groups } groupe
   *[other] { $groups } groupes
}).
known-groups-needs = { $groups ->
    [one] { $groups } groupe
   *[other] { $groups } groupes
} de besoin dans le fichier.
known-needs = { $sessions ->
    [one] { $sessions } séance de besoin placée
   *[other] { $sessions } séances de besoin placées
}.
known-sessions-insertion = { $sessions ->
    [one] { $sessions } séance placée
   *[other] { $sessions } séances placées
} pour l'insertion.
known-sessions-poursuite = { $sessions ->
    [one] { $sessions } séance placée
   *[other] { $sessions } séances placées
} pour la poursuite d'études.
known-sessions-cap = { $sessions ->
    [one] { $sessions } séance de CAP placée
   *[other] { $sessions } séances de CAP placées
}.
known-levels-covered = { $levels ->
    [one] { $levels } niveau sur { $total } a
   *[other] { $levels } niveaux sur { $total } ont
} des séances.
known-progression = { $common ->
    [one] { $common } séance commune placée
   *[other] { $common } séances communes placées
}, sur { $levels ->
    [one] { $levels } niveau
   *[other] { $levels } niveaux
}.
known-partners = { $count ->
    [one] { $count } partenaire extérieur
   *[other] { $count } partenaires extérieurs
} dans le planning.
known-role-psyen = la ou le Psy-EN intervient dans { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
}.
known-role-cpe = la ou le CPE intervient dans { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
}.
known-role-ancien-eleve = d'anciens élèves interviennent dans { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
}.
known-avenirpro = { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
} avec France Travail ou la mission locale.
known-dialogue = un premier souhait est noté pour { $done } élèves sur { $total } (classes suivies dans Accompagner).
known-councils = { $done } recommandations de conseils notées sur { $total } attendues.
known-recommendations = le choix suit la dernière recommandation pour { $done } élèves sur { $total }.
known-changes = le choix n'est plus le premier souhait pour { $done ->
    [one] { $done } élève
   *[other] { $done } élèves
} sur { $total }.
known-immersions = { $done ->
    [one] { $done } élève a
   *[other] { $done } élèves ont
} fait une immersion, pour { $total } qui { $total ->
    [one] vise
   *[other] visent
} des études.
known-consolidation = { $done ->
    [one] { $done } élève sur { $total } a eu
   *[other] { $done } élèves sur { $total } ont eu
} une action de consolidation vers le BTS.
known-transition = { $done ->
    [one] { $done } élève sur { $total } a eu
   *[other] { $done } élèves sur { $total } ont eu
} un atelier, un entretien ou une immersion.
organisation-hebdomadaire = { $count ->
    [one] 1 classe chaque semaine
   *[other] { $count } classes chaque semaine
}
organisation-quinzaine = { $count ->
    [one] 1 classe une semaine sur deux
   *[other] { $count } classes une semaine sur deux
}
organisation-globalise = { $count ->
    [one] 1 classe avec des heures regroupées
   *[other] { $count } classes avec des heures regroupées
}
organisation-modules = { $count ->
    [one] 1 classe par modules
   *[other] { $count } classes par modules
}

## Vue d'ensemble

steering-overview = 3. Vue d'ensemble
picture-caption = Où en est l'établissement
picture-step = { NUMBER($step, minimumFractionDigits: 1) } sur 3
picture-count = { $standing } questions sur { $questions }
picture-nothing = Pas encore de réponse.
steering-standing-line = { $text } — { $step } ({ $theme })
steering-strengths = Points forts
steering-strengths-none = Aucun pour l'instant : une question devient un point fort quand elle est jugée acquise en grande partie ou pleinement.
steering-priorities = Trois priorités
steering-priorities-none = Aucune question n'est jugée faible pour l'instant.
steering-differences = Là où les avis diffèrent
steering-differences-none = Personne ne diffère sur une question encore ouverte.
steering-changes = Depuis l'an dernier
steering-changes-none = Aucune question n'a bougé.
steering-differs = { $text } — de « { $low } » à « { $high } »
steering-moved = { $way ->
    [up] ▲ en progrès
   *[down] ▼ en recul
} : { $text } — { $before }, puis { $now }

## Indicateurs

steering-figures = 4. Indicateurs
steering-figures-text = Jalons remplit ce qu'il sait ; le reste se saisit ici, avec sa source. Les élèves en emploi sont comptés parmi les sortants, les élèves en études parmi les élèves de dernière année : les deux taux ne s'additionnent pas.
steering-column-indicator = Indicateur
steering-column-value = Cette année
steering-column-origin = D'où vient le chiffre
steering-column-target = Cible
steering-column-before = Années d'avant
steering-column-france = France
steering-missing-entered = à saisir.
steering-missing-plan = pas disponible : ouvrez le planning de cette année dans Planifier, ou saisissez le chiffre.
steering-missing-classes = pas disponible : suivez les classes de cette année dans Accompagner, ou saisissez le chiffre.
steering-computed = calculé par Jalons ({ $origin })
steering-entered = saisi par l'établissement
steering-which = Indicateur
steering-value = Valeur
steering-origin = D'où vient-elle ?
steering-origin-hint = enquête de janvier, InserJeunes…
steering-target = Cible
steering-save = Enregistrer
steering-saved = Enregistré.
steering-counts = On compte : { $counts }.
steering-bad-number = « { $value } » ne convient pas : il faut un nombre, entre 0 et 100 pour un pourcentage. Rien n'a été changé.

## Actions

steering-actions = 5. Plan d'action
steering-actions-text = Une action datée apparaît comme jalon sur le planning de l'année (page Planifier), dans le calendrier de l'établissement et dans celui de la personne nommée ; elle y suit chaque changement.
steering-actions-caption = Ce que l'établissement décide
steering-actions-none = Aucune action pour l'instant. Partez d'une des trois priorités.
steering-action = Action
steering-action-new = (nouvelle action)
steering-action-title = Quoi
steering-action-about = Pour répondre à
steering-action-about-none = (rien de précis)
steering-action-owner = Qui
steering-action-due = Pour quand
steering-action-done = C'est fait
steering-action-standing = Où en est-on
steering-action-save = Enregistrer l'action
steering-action-drop = Supprimer l'action
steering-action-untitled = Donnez un titre à l'action.
steering-no-date = sans date
steering-done-on = fait le { $date }
steering-late = en retard
steering-open = en cours

## Emporter

steering-take = 6. Présenter et emporter
steering-take-pdf = Rapport (.pdf)
steering-take-xlsx = Classeur (.xlsx)
steering-take-json = Fichier de l'autoévaluation (.json)
slides-start = Présenter
slides-next = Suivant
slides-previous = Précédent
slides-leave = Quitter
slides-place = %number% sur %total%
slides-title = Présentation
report-file = autoevaluation
report-title = Autoévaluation { $year }
report-group = Groupe : { $people }
report-issued = édité le { $date }
report-sheet-questions = Questions
report-sheet-indicators = Indicateurs
report-sheet-actions = Plan d'action
report-column-theme = Thème
report-column-phase = Phase
report-column-question = Question
report-column-step = Où on en est
report-column-evidence = Ce qui le montre
talk-standing = { $standing } questions sur { $total } ont une réponse.
talk-people = { $people ->
    [0] Personne n'a encore répondu.
    [one] Une personne a répondu.
   *[other] { $people } personnes ont répondu.
}
talk-target = Cible : { $target }
talk-action = { $title } : { $owner }, { $due }
