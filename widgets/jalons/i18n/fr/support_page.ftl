# La page Accompagner : une classe de terminale, de la rentrée aux résultats.

support-failure = Quelque chose n'a pas marché, mais rien de ce qui était enregistré n'est perdu. Réessayez ; si cela recommence, rechargez la page.
support-title = { $name }, { $year }

## La classe

support-class = La classe
support-class-text = Une classe par année scolaire. Les élèves sont des codes (E01, E02…) : aucun nom n'est nécessaire, et rien ne quitte cet ordinateur.
support-year = Année scolaire
support-name = Classe
support-name-hint = par exemple TMELEC1
support-name-missing = Donnez d'abord le nom de la classe.
support-level = Niveau
support-level-tpro = Terminale bac pro
support-level-cap2 = CAP, 2e année
support-level-cap1an = CAP en 1 an
support-zone = Zone
support-open = Ouvrir cette classe
support-example = Voir une classe d'exemple
support-refresh = Voir ce que les collègues ont changé
support-kept = Les classes gardées ici
support-open-one = ouverte
support-show = Ouvrir
support-forget = Supprimer
support-forget-confirm = Supprimer cette classe, avec tout son historique ? Rien ne la fera revenir.
support-empty = Choisissez l'année et la classe, puis « Ouvrir cette classe ». Pour regarder d'abord, prenez la classe d'exemple.
support-standing = { $count ->
    [one] { $name }, { $year } : un élève. Tout est enregistré à mesure.
   *[other] { $name }, { $year } : { $count } élèves. Tout est enregistré à mesure.
}
support-standing-none = { $name }, { $year } : il n'y a encore personne. Importez ou collez la liste des élèves ci-dessous.
support-import = Ajouter une liste d'élèves
support-import-text = La liste telle qu'elle sort de Pronote, de Siècle ou d'un tableur : une colonne « eleve » (un code), ou « nom » et « prenom » (chacun reçoit un code). Aussi lues : naissance, spécialité, français et maths (de 1 à 4). Un élève déjà là garde tout ce qui est connu de lui.
support-file-hint = un fichier .csv ou .xlsx, ou une classe enregistrée (.json)
support-paste = Ou coller ici
support-paste-take = Ajouter ces élèves
support-imported-again = La classe avait déjà des élèves, et Jalons ne connaît pas leurs noms : si c'est la même liste, ils sont maintenant en double. « Annuler », au-dessus des tableaux, revient en arrière.
support-imported-coded = { $count ->
    [one] La liste donnait un nom à la place d'un code : l'élève a reçu un code.
   *[other] La liste donnait des noms à la place des codes : { $count } élèves ont reçu un code, dans l'ordre de la liste.
}

## À faire

support-todo = À faire, en retard
support-day = Vu le
support-by-kind = Par démarche
support-by-pupil = Par élève
support-todo-nobody = La classe n'a pas encore d'élèves.
support-todo-no-dates = Les conseils de classe n'ont pas de date : Jalons ne peut pas dire ce qui est en retard. Donnez-les dans l'onglet « Conseils de classe ».
support-todo-none = Rien en retard au { $day }. Bravo !
support-todo-some = { $count ->
    [one] Au { $day }, une chose attend, pour un élève.
   *[other] Au { $day }, { $count } choses attendent, pour { $pupils ->
        [one] un élève
       *[other] { $pupils } élèves
    }.
}

support-kind-presentation = Le parcours n'a pas été présenté ({ $count })
support-kind-first-wish = Le premier souhait manque ({ $count })
support-kind-recommendation = Un conseil n'a pas donné sa recommandation ({ $count })
support-kind-reasoned = La recommandation du dernier conseil manque ({ $count })
support-kind-reasoned-without-reason = La recommandation n'a pas de motif ({ $count })
support-kind-final = Le choix de la famille manque ({ $count })
support-kind-no-agreement = Une PFMP sans convention ({ $count })
support-kind-not-signed = Une convention sans toutes ses signatures ({ $count })
support-kind-no-teacher = Une convention sans professeur référent ({ $count })
support-kind-not-attested = Une attestation de fin de PFMP manque ({ $count })
support-kind-immersion-too-long = Une immersion trop longue ({ $count })
support-kind-workshops = Des ateliers AvenirPro manquent ({ $count })
support-kind-interview = L'entretien AvenirPro manque ({ $count })

support-late-presentation = le parcours de terminale n'a pas été présenté avant le premier conseil ({ $since }).
support-late-first-wish = pas de premier souhait noté, alors que le premier conseil a eu lieu ({ $since }).
support-late-recommendation = pas de recommandation au conseil { $period } ({ $since }).
support-late-reasoned = pas de recommandation du dernier conseil ({ $since }).
support-late-reasoned-without-reason = recommandation donnée sans motif ({ $since }).
support-late-final = pas de choix noté, alors que le bloc commence ({ $since }).
support-late-no-agreement = période { $span } : pas de convention.
support-late-not-signed = { $company }, { $span } : il manque la signature ({ $missing }).
support-late-no-teacher = { $company }, { $span } : pas de professeur référent.
support-late-not-attested = { $company }, { $span } : pas d'attestation, attendue depuis le { $since }.
support-late-immersion-too-long = { $place } : plus { $weeks ->
    [one] d'une semaine
   *[other] de { $weeks } semaines
}, à partir du { $since }.
support-late-workshops = { $done } ateliers sur { $wanted } au dernier conseil ({ $since }).
support-late-interview = pas d'entretien individuel avant le dernier conseil ({ $since }).

support-short-no-agreement = convention à trouver
support-short-not-signed = signature manquante ({ $missing })
support-short-no-teacher = référent à désigner
support-short-not-attested = attestation à relancer

support-todo-presentation = Prenez dix minutes pour expliquer les deux parcours, puis notez le jour dans « Décisions ».
support-todo-first-wish = Donnez la fiche de dialogue à remplir avec la famille (voir « Emporter »), puis notez le souhait.
support-todo-recommendation = Reprenez le compte rendu du conseil et notez ce qu'il a recommandé.
support-todo-reasoned = Notez la recommandation du dernier conseil et son motif.
support-todo-reasoned-without-reason = Une phrase suffit : la famille doit comprendre pourquoi.
support-todo-final = Appelez la famille : c'est elle qui choisit, et le groupe en dépend.
support-todo-no-agreement = Voyez avec l'élève où en est sa recherche, puis ajoutez la convention.
support-todo-not-signed = Faites circuler la convention ; pour un mineur, c'est le représentant légal qui signe.
support-todo-no-teacher = Répartissez le suivi en équipe, puis notez le nom du référent.
support-todo-not-attested = Relancez l'entreprise : sans attestation, l'allocation n'est pas versée.
support-todo-immersion-too-long = Raccourcissez-la, ou passez-la en PFMP avec une convention.
support-todo-workshops = Inscrivez l'élève aux prochains ateliers avec France Travail ou la mission locale.
support-todo-interview = Prenez rendez-vous avec France Travail ou la mission locale.

## Les tableaux

support-tables = Les tableaux de la classe
support-tables-text = Comme dans un tableur : tapez, copiez, collez. Chaque changement est gardé aussitôt ; « Annuler » revient en arrière. Un souhait ou un choix sans date prend celle du jour.
support-take-dates = Reprendre conseils et PFMP de Planifier
support-tables-kept = Tout est juste et gardé.
support-tables-wrong = { $count ->
    [one] Une case à corriger : sa ligne est gardée, mais ne compte pas encore.
   *[other] { $count } cases à corriger : leurs lignes sont gardées, mais ne comptent pas encore.
}
support-gone = { $count ->
    [one] Une ligne que vous changiez venait d'être retirée par quelqu'un d'autre : ce changement n'a pas été gardé.
   *[other] { $count } lignes que vous changiez venaient d'être retirées par quelqu'un d'autre : ces changements n'ont pas été gardés.
}
support-place = { $sheet }, ligne { $row }
support-table-eleves = Élèves
support-table-decisions = Décisions
support-table-conventions = Conventions de PFMP
support-table-immersions = Immersions
support-table-avenirpro = AvenirPro
support-table-conseils = Conseils de classe
support-table-pfmp = PFMP de la classe
support-table-bloc = Bloc
support-note-eleves = Un élève par ligne, sous un code. Français et mathématiques : de 1 (fragile) à 4 (solide). « À travailler » : les compétences à renforcer. « Groupe » ne sert qu'à décider à la main.
support-note-decisions = L'année d'un élève sur une ligne : souhait, conseils, recommandation, choix. Les jours des conseils viennent de l'onglet « Conseils de classe ».
support-note-conventions = Une convention par ligne. Les jours sont ceux vraiment faits, écrits sur l'attestation.
support-note-immersions = Quelques jours en BTS, au CFA, dans un autre lycée : une semaine au plus, sans allocation.
support-note-avenirpro = Les jours des ateliers, séparés par | ; les jours des entretiens individuels ; une action du parcours de consolidation vers le BTS.
support-note-conseils = Les dates des conseils de cette classe.
support-note-pfmp = Les périodes en entreprise prévues pour toute la classe.
support-note-bloc = Les lundis des semaines choisies, pour chaque parcours. On les choisit aussi plus bas, dans « Le bloc daté ».
support-head-eleve = Élève
support-head-nom = Nom
support-head-naissance = Naissance
support-head-specialite = Spécialité
support-head-francais = Français
support-head-mathematiques = Maths
support-head-competences = À travailler
support-head-besoin = Besoin
support-head-groupe = Groupe
support-head-options = Options gardées
support-head-presentation = Présenté le
support-head-souhait = Souhait
support-head-souhait-le = le
support-head-souhait-par = dit par
support-head-conseil-t1 = Conseil T1
support-head-conseil-t2 = Conseil T2
support-head-conseil-s1 = Conseil S1
support-head-recommandation = Dernier conseil
support-head-motif = Motif
support-head-choix = Choix
support-head-choix-le = fait le
support-head-entreprise = Entreprise
support-head-debut = Début
support-head-fin = Fin
support-head-referent = Référent
support-head-signatures = Signatures
support-head-jours = Jours
support-head-attestation = Attestation
support-head-bloc = Dans le bloc
support-head-lieu = Lieu
support-head-ateliers = Ateliers
support-head-consolidation = Consolidation
support-head-periode = Conseil
support-head-date = Date
support-head-finalite = Parcours
support-head-lundi = Lundi
support-hint-eleve = Un code à vous : E01, un numéro… Lui seul circule.
support-hint-naissance = Dit si un représentant légal doit signer.
support-hint-besoin = Oui ou non ; vide, Jalons regarde le positionnement et ce qui est à travailler.
support-hint-groupe = Vide : le groupe suit le dernier choix.
support-hint-options = Les formations de la fiche de l'élève, séparées par |.
support-hint-recommandation = La recommandation du dernier conseil de l'année.
support-hint-motif = Pourquoi, en une phrase que la famille comprend.
support-hint-signatures = Établissement, entreprise, et l'élève ou son représentant légal.
support-hint-jours = Les jours vraiment faits.
support-hint-attestation = Le jour où l'entreprise a signé l'attestation.
support-hint-ateliers = Les jours, séparés par |.
support-hint-lundi = Le lundi d'une semaine du bloc.

support-choice-insertion = insertion
support-choice-poursuite = études
support-choice-hesite = hésite
support-choice-besoin = besoin
support-choice-eleve = l'élève
support-choice-famille = la famille
support-choice-equipe = l'équipe
support-choice-etablissement = l'établissement
support-choice-entreprise = l'entreprise
support-choice-representant = le représentant légal
support-choice-oui = oui
support-choice-non = non
support-choice-t1 = trimestre 1
support-choice-t2 = trimestre 2
support-choice-t3 = trimestre 3
support-choice-s1 = semestre 1
support-choice-s2 = semestre 2
support-signer-school = établissement
support-signer-company = entreprise
support-signer-pupil = élève
support-signer-representative = représentant légal

## Les étapes

support-steps = Où en est la classe
support-steps-caption = Les étapes de l'année
support-step-first-wish = Premier souhait
support-step-t1 = Conseil du trimestre 1
support-step-t2 = Conseil du trimestre 2
support-step-s1 = Conseil du semestre 1
support-step-reasoned = Recommandation du dernier conseil
support-step-final = Choix de la famille
support-column-step = Étape
support-column-day = Date
support-column-done = Élèves
support-of = { $done } sur { $total }
support-avenirpro = AvenirPro, immersions et activités, élève par élève
support-avenirpro-caption = AvenirPro et préparation de la suite
support-column-workshops = Ateliers
support-yes = oui
support-no = non
support-regulation-bloc-semaines = Durée : { $value } semaines ({ $status } ; { $source }).
support-regulation-bloc-debut = Premier jour : { $value } ({ $status } ; { $source }).
support-regulation-bloc-fin = Dernier jour : { $value } ({ $status } ; { $source }).
support-regulation-bloc-secable = Semaines séparables : { $value } ({ $status } ; { $source }).
support-regulation-avenirpro-ateliers = AvenirPro : au moins { $value } ateliers dans l'année ({ $status } ; { $source }).
support-regulation-avenirpro-plus-mois = Après l'examen, AvenirPro peut durer encore { $value } mois pour qui n'a pas de solution ({ $status } ; { $source }).
support-regulation-immersion-semaines-max = Immersions : { $value } semaine au plus ({ $status } ; { $source }).

## Le bloc

support-block = Le bloc daté
support-block-text = Le temps fort de la terminale : en entreprise pour qui prépare un emploi, en préparation des études pour les autres. Jalons propose les semaines qui évitent PFMP, examens et semaines courtes.
support-block-none = Les textes ne prévoient pas de bloc pour ce niveau en { $year }.
support-block-confirmed = En { $year }, le bloc dure { $weeks } semaines (confirmé).
support-block-to-confirm = En { $year }, le bloc dure { $weeks } semaines ; une partie de ces règles reste à confirmer.
support-block-not-chosen = pas encore choisi
support-block-own = { $weeks } (votre choix)
support-block-choice = { $weeks } : { $days } jours{ $troubles ->
    [none] {""}
   *[other] {" "}– attention : { $troubles }
}
support-block-short-week = une semaine courte
support-block-placement = la classe est déjà en PFMP
support-block-exam = un examen tombe dedans
support-block-before-councils = avant le premier conseil

## Les groupes

support-groups = Les groupes
support-groups-text = Proposés à partir des choix et des besoins. Déplacez un élève si l'équipe en juge autrement : votre décision reste.
support-groups-caption = Les groupes de la classe
support-column-group = Groupe
support-column-size = Effectif
support-undecided = { $count ->
    [one] Un élève n'est dans aucun groupe, faute de choix : { $names }.
   *[other] { $count } élèves ne sont dans aucun groupe, faute de choix : { $names }.
}
support-group-to = vers
support-group-as-chosen = comme l'élève a choisi
support-group-move = Déplacer
support-send = Envoyer ces groupes à Planifier
support-send-nobody = Aucun établissement n'est ouvert dans Planifier : ouvrez-le là-bas, puis rechargez cette page pour lui envoyer les groupes.
support-send-refused = Planifier n'a pas pris ces groupes ; rien n'a changé là-bas.
support-send-no-class = l'établissement ouvert dans Planifier n'a pas de classe { $name } en { $year }.
support-send-wrong-tables = des tableaux de l'établissement sont à corriger d'abord, dans Planifier.
support-send-same = Planifier ({ $school }) avait déjà ces groupes : rien n'y a changé.
support-sent = Planifier ({ $school }) a les groupes, avec leurs effectifs. Aucune séance déjà placée n'a bougé.
support-send-added = Nouveaux : { $names }. Leurs séances restent à placer.
support-send-changed = Effectifs changés : { $names }.
support-send-idle = Sans élève aujourd'hui, gardés avec leurs séances : { $names }. Retirez-les dans Planifier s'ils ne servent plus.
support-send-several = { $count ->
    [one] Un élève pour « { $purpose } », mais Planifier a plusieurs groupes ({ $names }) : ils restent tels quels. Dites là-bas où il va.
   *[other] { $count } élèves pour « { $purpose } », mais Planifier a plusieurs groupes ({ $names }) : ils restent tels quels. Répartissez les élèves là-bas.
}

## L'allocation

support-allowance = L'allocation
support-allowance-none = Aucune PFMP n'est terminée : rien à calculer pour l'instant.
support-allowance-sum = Pour la classe : { $earned } € acquis, dont { $paid } € déjà versés et { $due } € à verser.{ $waiting ->
    [0] {""}
   *[other] {" "}Jusqu'à { $waiting } € de plus attendent une attestation ou un nombre de jours.
}
support-allowance-rate = { $daily } € par jour, { $cap } € au plus par an ({ $status } ; { $source }). C'est un calcul pour vérifier, d'après les seules PFMP notées ici : le versement passe par l'outil de l'État.
support-allowance-detail = Le calcul, élève par élève
support-allowance-caption = L'allocation de chaque élève
support-column-why = Pourquoi

## La fiche d'un élève

support-sheet = La fiche d'un élève
support-sheet-text = Un élève a fait sa fiche dans la page Explorer ? Choisissez-le, puis déposez son fichier : ses options et son premier souhait viennent se ranger ici.
support-sheet-hint = la fiche enregistrée depuis Explorer (.json)
support-sheet-taken = { $who } : { $count ->
    [0] aucune option gardée
    [one] une option gardée
   *[other] { $count } options gardées
}, souhait : { $wish }.
support-pupil = Élève
support-pupil-none = choisir…

## Emporter

support-take = Emporter
support-take-text = Les fichiers ne portent que les codes.
support-take-names = Écrire les noms dans les fiches et les listes que je télécharge
support-dialogue = Fiches de dialogue
support-lists = Listes et suivi
support-take-class = Toute la classe (.pdf)
support-take-blank = Fiche vierge (.pdf)
support-take-one = Fiche de cet élève (.pdf)
support-take-one-blocked = Choisissez d'abord un élève.
support-take-groups-pdf = Groupes (.pdf)
support-take-groups-xlsx = Groupes (.xlsx)
support-take-json = La classe, pour la rouvrir (.json)
support-column-pupil = Élève
support-column-company = Entreprise
support-column-dates = Dates
support-column-teacher = Référent
support-column-signatures = Signatures
support-column-days = Jours
support-column-attestation = Attestation
support-column-todo = À faire
support-column-choice = Choix
support-column-options = Options gardées
support-pdf-dialogue = Fiches de dialogue, { $name }, { $year }
support-pdf-groups = Groupes, { $name }, { $year }
support-pdf-issued = état au { $date }
support-pdf-nothing = Rien pour l'instant.
support-pdf-table-placements = Les conventions
support-pdf-table-allowance = L'allocation de PFMP
support-pdf-table-undecided = Sans groupe pour l'instant
support-pdf-group = { $name } ({ $count })
support-pdf-heading = Fiche de dialogue de terminale
support-pdf-pupil = Élève :
support-pdf-speciality = Spécialité :
support-pdf-wish = Ce que je souhaite aujourd'hui
support-pdf-wish-text = À remplir à la maison, avant le premier conseil de classe. Rien n'est définitif.
support-pdf-why = Pourquoi, et ce que j'ai déjà fait pour y arriver :
support-pdf-options = Les formations ou les métiers auxquels je pense :
support-pdf-choice-insertion = entrer dans la vie active
support-pdf-choice-poursuite = poursuivre mes études
support-pdf-choice-hesite = j'hésite encore
support-pdf-councils = Ce que disent les conseils de classe
support-pdf-council = Conseil
support-pdf-day = Date :
support-pdf-on = Date
support-pdf-advice = Recommandation
support-pdf-advice-insertion = insertion dans la vie active
support-pdf-advice-poursuite = poursuite d'études
support-pdf-advice-hesite = à reparler
support-pdf-remarks = Remarques
support-pdf-reasoned = La recommandation du dernier conseil
support-pdf-reasons = Motif :
support-pdf-final = Notre choix
support-pdf-final-text = La famille choisit, le conseil conseille.
support-pdf-date = Fait le :
support-pdf-sign-pupil = L'élève
support-pdf-sign-family = La famille
support-pdf-sign-school = Le lycée

## Confidentialité

support-privacy = Les noms
support-privacy-text = Par défaut, Jalons ne connaît que des codes. Les noms, si vous les gardez, sont rangés à part sur cet ordinateur (ou le serveur du lycée) et n'entrent dans aucun fichier sans que vous le demandiez. Ce qui est effacé ici l'est aussi dans l'historique et dans le fichier de Jalons ; restent les copies que vous avez faites, et sur un serveur PostgreSQL son journal et ses sauvegardes, jusqu'à leur tour.
support-keep-names = Garder les noms
support-names-kept = Une colonne « Nom » s'est ajoutée à l'onglet « Élèves ».
support-names-gone = Tous les noms sont effacés, partout.
support-remove-text = Retire l'élève de tous les tableaux et de tout l'historique de la classe.
support-remove = Retirer partout
support-remove-confirm = Retirer cet élève partout ? L'historique de la classe repart de zéro et rien ne le fera revenir.
support-removed = L'élève est retiré partout, historique compris.
support-past-year = Année { $year }
support-past-year-text = Elle est terminée. Ses classes ne servent plus ? Ne gardez pas sans raison ce qui concerne des élèves.
support-purge = Effacer l'année { $year }
support-purge-confirm = Effacer toutes les classes de { $year }, avec leur historique ? Emportez d'abord ce qui sert encore.
support-purged = { $count ->
    [one] Année { $year } : une classe effacée.
   *[other] Année { $year } : { $count } classes effacées.
}
