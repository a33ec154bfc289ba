# Accompagner : activités, besoins, allocation et suivi d'une classe.

## Noter pour plusieurs élèves

support-record = Noter une séance ou une activité
support-record-text = Une présentation, un atelier, une formation SST… : notez-la une fois pour toute la classe ou pour un groupe. Elle s'écrit sur la ligne de chaque élève, où elle se corrige.
support-record-kind = Quoi
support-record-what = Intitulé ou lieu
support-record-first = Le
support-record-last = jusqu'au
support-record-who = Pour
support-record-but = Sauf (absents)
support-record-class = toute la classe
support-record-note = Noter
support-record-no-what = Donnez l'intitulé de l'activité ou le lieu : c'est ce qu'on lira dans le suivi.
support-record-no-first = Donnez le jour.
support-record-no-last = La fin est avant le début.
support-record-no-but = { $count ->
    [one] Un des absents n'est pas dans ce groupe. Écrivez les codes séparés par des virgules.
   *[other] { $count } des absents ne sont pas dans ce groupe. Écrivez les codes séparés par des virgules.
}
support-record-no-nobody = Il ne reste personne : tout le groupe est absent.
support-record-done = { $count ->
    [one] Noté pour un élève, dans l'onglet « { $table } ».
   *[other] Noté pour { $count } élèves, dans l'onglet « { $table } ».
}
support-kind-of-presentation = Présentation du parcours de terminale
support-kind-of-atelier = Atelier AvenirPro
support-kind-of-entretien = Entretien individuel AvenirPro
support-kind-of-consolidation = Action de consolidation vers le BTS
support-kind-of-renforcement = Renforcement disciplinaire
support-kind-of-methodologie = Méthodes de travail
support-kind-of-projet = Projet
support-kind-of-rencontre = Rencontre ou visite (BTS, CFA…)
support-kind-of-certification = Certification (SST…)
support-kind-of-autre = Autre activité
support-kind-of-immersion = Immersion (une semaine au plus)
support-group-of = { $name } ({ $count ->
    [one] un élève
   *[other] { $count } élèves
})

## Le tableau des activités

support-table-activites = Activités
support-note-activites = Ce que l'élève fait en plus des cours et des PFMP. Sans fin, l'activité dure un jour. « Obtenu » : pour une certification.
support-head-nature = Nature
support-head-activite = Activité
support-head-obtenu = Obtenu
support-head-entretiens = Entretiens
support-head-versement = Allocation versée le
support-hint-activite = SST, français pour le BTS, visite d'un CFA…
support-hint-entretiens = Les jours, séparés par |.
support-hint-versement = Quand l'argent est arrivé : le jour du versement.
support-hint-competences = Ce qu'il reste à travailler, séparé par | : cela compte comme un besoin.
support-hint-francais = Au positionnement, de 1 (fragile) à 4 (solide) ; 1 et 2 comptent comme un besoin.
support-hint-mathematiques = Au positionnement, de 1 (fragile) à 4 (solide) ; 1 et 2 comptent comme un besoin.
support-choice-renforcement = renforcement
support-choice-methodologie = méthodes
support-choice-projet = projet
support-choice-rencontre = rencontre
support-choice-certification = certification
support-choice-autre = autre
support-obtained = obtenu
support-not-obtained = non obtenu

support-need-french = français { $level }
support-need-mathematics = maths { $level }
support-need-said = dit par l'équipe

## En retard

support-kind-no-activity = Rien n'est noté pour le bloc ({ $count })
support-kind-agreement-not-for-study = Une convention dans le bloc de poursuite d'études ({ $count })
support-kind-reinforcement = Un besoin sans renforcement ({ $count })
support-kind-no-result = Un résultat de certification manque ({ $count })
support-late-no-activity = bloc { $span } : ni activité ni immersion notée.
support-late-agreement-not-for-study = { $company }, { $span } : l'élève a choisi la poursuite d'études, ce stage n'ouvre pas droit à l'allocation.
support-late-reinforcement = besoin repéré, mais ni renforcement ni travail sur les méthodes noté au conseil ({ $since }).
support-late-no-result = { $what } : résultat attendu depuis le { $since }.
support-todo-no-activity = Notez ce qui est prévu : renforcement, méthodes, projet, immersion (voir « Noter une séance ou une activité »).
support-todo-agreement-not-for-study = Passez ce stage dans « Immersions » (une semaine au plus), ou revoyez le choix avec la famille.
support-todo-reinforcement = Proposez un renforcement avant le BTS, en accompagnement ou pendant le bloc, puis notez-le.
support-todo-no-result = Demandez le résultat, puis notez oui ou non dans « Activités ».

## L'allocation

support-allowance-no-rate = Aucun montant n'est connu pour ce niveau en { $year } : rien n'est calculé.
support-payment-attestation = rien n'est versé pour l'instant, il manque l'attestation de fin de stage. Dès que l'entreprise l'a remplie : jusqu'à { $amount } €.
support-payment-days = l'attestation est là, mais il faut encore y lire le nombre de jours. Ensuite : jusqu'à { $amount } €.
support-payment-study = stage d'immersion du bloc de poursuite d'études, sans allocation.
support-payment-due = L'attestation est là, le versement doit suivre.
support-payment-paid = Versé le { $day }.
support-column-earned = Acquis (€)
support-column-paid = Déjà versé (€)
support-column-due = Reste à verser (€)
support-column-waiting = En attente d'un papier (€)

## Le suivi

support-column-interviews = Entretiens
support-column-consolidation = Consolidation
support-column-immersions = Immersions
support-column-activities = Activités
support-column-needs = Besoins
support-column-reason = Motif du dernier conseil
support-by-pupil-said = dit par l'élève
support-by-family-said = dit par la famille
support-by-staff-said = noté par l'équipe
support-take-follow-up-pdf = Suivi de la classe (.pdf)
support-take-follow-up-xlsx = Suivi de la classe (.xlsx)
support-pdf-follow-up = Suivi de la classe { $name }, { $year }
support-pdf-table-decisions = Qui a décidé quoi, et quand
support-pdf-table-paths = AvenirPro et activités

## Une liste d'élèves

problem-no-pupil-titles = aucune ligne de titres ne dit où sont les élèves. Il faut une colonne « eleve » (un code), ou « nom » et « prenom » ; les autres colonnes lues : { $expected }.
problem-no-pupil-rows = les titres sont là, mais il n'y a aucun élève en dessous.
problem-list-column-ignored = cette colonne n'est pas gardée.
problem-read-as = lu comme un fichier { $encoding }. Vérifiez les accents.
problem-twice-name = même nom et même naissance qu'une ligne plus haut : laissée de côté.
problem-codes-are-words = { $count ->
    [one] Un code est un mot entier. Si c'est un vrai nom ou un prénom, changez-le : seul un code doit circuler.
   *[other] { $count } codes sont des mots entiers. Si ce sont de vrais noms ou des prénoms, changez-les : seuls des codes doivent circuler.
}
support-imported = { $read ->
    [one] Un élève lu
   *[other] { $read } élèves lus
} : { $new ->
    [0] aucun nouveau
    [one] un nouveau
   *[other] { $new } nouveaux
}, { $known ->
    [0] aucun déjà là
    [one] un déjà là, complété
   *[other] { $known } déjà là, complétés
}.
support-imported-bare = Les noms n'ont pas été gardés : la case « Garder les noms » n'est pas cochée.

## Les examens pendant le bloc

support-block-exams = Pendant ces semaines : { $exams }.
support-block-exam-on = { $what }, le { $day } ({ $status })

## Les fiches et les listes

support-signed-whole = toutes
support-pdf-block-confirmed = En { $year }, { $weeks } semaines préparent ce choix : en entreprise, ou en préparation des études.
support-pdf-block-to-confirm = En { $year }, { $weeks } semaines préparent ce choix : en entreprise, ou en préparation des études (durée ou dates à confirmer).

## À plusieurs

support-replaced = { $sheet }, { $row }, { $column } : quelqu'un venait d'y { $theirs ->
    [none] effacer la case
   *[other] écrire « { $theirs } »
}, votre changement ({ $mine ->
    [none] vide
   *[other] « { $mine } »
}) l'a remplacé. Voyez-le ensemble ; « Annuler » le remet.

## Une année finie

support-past-offer = L'année { $year } est finie et ses classes sont encore ici. Elles ne servent plus ?

## Les entreprises d'accueil

problem-twice-company = cette entreprise a déjà une ligne plus haut. Gardez-en une seule.
support-table-entreprises = Entreprises
support-note-entreprises = Qui accueille vos élèves, et qui pourrait embaucher. Les conventions proposent ces noms ; un nom changé ici change partout.
support-head-ville = Ville
support-head-contact = Contact
support-head-embauche = Peut embaucher
support-hint-embauche = Un stage qui peut mener à un emploi : oui ou non.
support-hint-entreprise = Choisissez dans l'onglet « Entreprises », ou tapez un autre nom.
support-column-town = Ville
support-column-contact = Contact
support-column-hires = Peut embaucher
support-column-stays = Stages
support-pdf-table-companies = Les entreprises d'accueil
