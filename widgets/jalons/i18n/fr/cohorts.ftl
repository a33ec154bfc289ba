# Simuler : ce qui ne va pas dans un scénario, où, ce qui était attendu, que faire.

## Le fichier

problem-cohorts-too-large = ce fichier pèse plus de { $most } : un scénario tient en quelques pages. Est-ce le bon fichier ?
problem-cohorts-not-text = ce fichier n'est pas du texte en UTF-8. Un scénario s'écrit dans un éditeur de texte, au format YAML.
problem-cohorts-not-yaml = ce n'est pas du YAML lisible à partir d'ici. Une accolade ou un guillemet non fermé ? Des tabulations ? Écrivez « clé: valeur », une par ligne, décalée par des espaces.
problem-cohorts-empty = le fichier est vide. Un scénario donne au moins start_year, horizon, et un modèle (model) ou une chaîne (states, initial, transitions).
problem-cohorts-unfolds = le fichier s'emboîte sur plus de { $depth } niveaux ou contient plus de { $most } valeurs une fois déplié. Recopiez les valeurs sans renvois (& et *).
problem-cohorts-key-not-text = le nom avant « : » doit être un mot simple.
problem-cohorts-key-twice = « { $key } » est donné deux fois. Gardez-en un.

## Les champs

problem-cohorts-unknown-key = « { $place } » n'est pas connu ici. Attendu : { $known }.
problem-cohorts-missing = il manque « { $key } ». Ajoutez-le.
problem-cohorts-expected = { $expected ->
    [whole] { $place } : il faut un nombre entier, par exemple 120
    [number] { $place } : il faut un nombre, par exemple 0.25
    [list] { $place } : il faut une liste, par exemple [a, b]
    [mapping] { $place } : il faut des couples « nom: valeur », par exemple { "{" }A: 100{ "}" }
    [name] { $place } : il faut un nom plus court (60 caractères au plus)
    [scenario] il faut un scénario : des lignes « clé: valeur »
   *[text] { $place } : il faut un texte
}.
problem-cohorts-out-of-range = { $place } : il faut une valeur entre { $low } et { $high }.
problem-cohorts-not-one-of = { $place } : attendu { $known }.
problem-cohorts-negative-count = { $place } : un effectif est un nombre entier, zéro ou plus.
problem-cohorts-entries-length = { $place } : { $count } nombres pour { $horizon ->
    [one] { $horizon } année
   *[other] { $horizon } années
} après la première. Donnez-en { $horizon }, ou un seul s'il ne change pas.
problem-cohorts-model-and-states = le scénario donne à la fois un modèle et ses propres états. Gardez « model », ou bien « states », « initial » et « transitions ».
problem-cohorts-unknown-model = le modèle « { $name } » n'est pas connu. Modèles : { $known }.
problem-cohorts-size-without-row = { $place } : un effectif observé pour « { $state } », mais aucune ligne de transitions ne lui correspond.
problem-cohorts-unknown-lever = le levier « { $id } » n'est pas connu. Leviers : { $known } ; ou décrivez le vôtre avec « effects ».

## Ce que la chaîne doit respecter

problem-cohorts-row-sum = transitions, ligne « { $state } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}à partir de { $year }
} : les parts font { $sum } en tout, il faut 1 ({ $shares }). Une table publiée arrondie se corrige avant d'être utilisée.
problem-cohorts-row-over = transitions, ligne « { $state } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}à partir de { $year }
} : les parts de tous les élèves font { $sum }, plus que 1 ({ $shares }).
problem-cohorts-leavers-sum = transitions, ligne « { $state } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}à partir de { $year }
} : les parts des sortants (leavers) font { $sum } en tout, il faut 1 ({ $shares }).
problem-cohorts-negative-share = transitions, ligne « { $state } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}à partir de { $year }
} : une part est négative ou n'est pas un nombre.
problem-cohorts-ratios-leavers = transitions, ligne « { $state } » : « leavers » n'a pas de sens pour des rapports d'effectifs (progression-ratios).
problem-cohorts-missing-row = transitions : il manque la ligne de l'état « { $state } »{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}. Pour un état où l'on reste, écrivez { $state }: { "{" }{ $state }: 1{ "}" }.
problem-cohorts-row-twice = { $place } : cette ligne est donnée deux fois. Gardez-en une.
problem-cohorts-stock-twice = { $place } : cet effectif est donné deux fois. Gardez-en un.
problem-cohorts-no-rows = transitions : aucune ligne. Dites où va chaque état.
problem-cohorts-late-start = transitions : les premières lignes commencent en { $year }, le scénario en { $start }. Commencez au plus tard en { $start }.
problem-cohorts-period-order = transitions : les années { $years } doivent se suivre, chacune une fois.
problem-cohorts-after-the-end = une ligne ou un levier commence en { $year }, après la dernière année simulée ({ $last }) : rien ne changerait. Avancez l'année, ou allongez l'horizon.
problem-cohorts-unknown-state = { $place } : l'état « { $state } » n'existe pas. États : { $known }.
problem-cohorts-unknown-group = { $place } : le groupe « { $group } » n'existe pas. Groupes : { $known }.
problem-cohorts-state-twice = states : « { $state } » figure deux fois.
problem-cohorts-states-count = states : { $count } états ; il en faut entre 1 et { $most }.
problem-cohorts-group-is-state = { $place } : « { $group } » est aussi un état. Donnez un autre nom au groupe.
problem-cohorts-groups-sum = groups : les parts des groupes font { $sum } en tout, il faut 1.
problem-cohorts-share-range = { $place } : { $value } n'est pas une part entre 0 et 1.
problem-cohorts-too-many-heads = { $total } personnes en tout, c'est plus que la France n'a d'habitants (au plus { $most }). Un zéro de trop ?
problem-cohorts-levers-close-way-out = avec ces leviers{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
}, on ne sort plus jamais de { $states }. Baissez leur couverture ou leur effet (share).
problem-cohorts-back-from-final = { $place } : « { $state } » est un état final, on n'en revient pas. Choisissez un autre état de départ, ou donnez à celui-ci une ligne qui en sort.
problem-cohorts-lever-twice = { $place } : le levier « { $id } » est donné deux fois pour la même année. Gardez-en un, ou donnez à chacun son from_year.
problem-cohorts-no-way-out = transitions{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
} : depuis { $states }, on ne sort jamais. Donnez à ces états un chemin vers un état final, celui où l'on reste, par exemple emploi: { "{" }emploi: 1{ "}" }.

## À savoir, sans que le calcul s'arrête

cohorts-notice-lever-without-effect = Le levier « { $id } » ne concerne aucun état de cette chaîne : il ne change rien ici.
cohorts-notice-places-short = { $state }, { $year } : { $wanted } places à remplir, mais { $found } élèves seulement dans les flux choisis ; tous y vont, le reste des places est vide.
cohorts-notice-places-none-left = { $state }, { $year } : plus de places fermées que d'entrants ; il n'entre plus personne.
cohorts-notice-no-sample-sizes = Aucun effectif observé (sample_sizes) : les taux sont pris comme certains, et les fourchettes ne disent que le hasard des parcours.

## Indicateurs que les flux ne donnent pas, et pourquoi

cohorts-unavailable-no-state = La chaîne simulée n'a pas les états dont cet indicateur parle.
cohorts-unavailable-diploma-by-origin = Il faudrait le diplôme obtenu selon l'origine de chacun ; la chaîne suit où l'on va, pas d'où l'on venait deux ans plus tôt.
cohorts-unavailable-duration-of-cap = Les CAP en un, deux et trois ans sont des choix d'organisation : comptez vos élèves, la chaîne ne les déduit pas.
cohorts-unavailable-coverage-not-set = Le scénario ne règle pas cette couverture : ajoutez le levier pour la voir.
cohorts-unavailable-only-vocational = La chaîne ne compte, en BTS, que les étudiants venus de la voie pro.
cohorts-unavailable-no-speciality = La chaîne ne distingue pas les spécialités de BTS.
cohorts-unavailable-no-group = Il faudrait suivre à part les élèves qui ont bénéficié d'une liaison. Comparez plutôt deux scénarios, avec et sans.
cohorts-unavailable-no-person = Il faudrait suivre chaque élève, ses vœux et ses avis ; la chaîne compte des effectifs.
cohorts-unavailable-not-a-flow = Ce n'est pas un flux d'élèves : c'est un suivi de l'établissement.

## La commande

cohorts-address-needs-dask = --address ne sert qu'avec --engine dask. Ajoutez-le, ou retirez l'adresse.
cohorts-no-dask = Dask n'est pas installé. Installez-le avec « pip install jalons[dask] », ou calculez ici, sans --engine.
cohorts-no-cluster = Personne ne répond à l'adresse { $detail }. Vérifiez-la (par exemple tcp://127.0.0.1:8786), ou retirez --address pour calculer ici.
cohorts-cluster-failed = Le calcul sur les autres machines a échoué ({ $detail }). Vérifiez que jalons y est installé dans la même version, ou calculez ici, sans --engine.
cohorts-sweep-no-output = Dites où écrire le tableau (-o tableau.csv), ou demandez-le à l'écran (--json).
cohorts-sweep-lever = « { $given } » : écrivez un levier et ses couvertures, par exemple parcours_consolidation=0,0.5,1. Leviers : { $known }.
cohorts-sweep-coverage = « { $given } » : les couvertures sont des nombres entre { $low } et 1, séparés par des virgules, par exemple 0,0.5,1.
cohorts-sweep-academy = Académie inconnue : { $name }. Académies : { $known }.
cohorts-sweep-no-model = Ce scénario a sa propre chaîne : seul un modèle du catalogue (model) se décline par académie.
cohorts-report-state = {"  "}{ $state } : { $expected } { $both } ; hasard seul { $alone }
cohorts-report-stocks = { $name } : effectifs attendus en { $year } (neuf tirages sur dix entre les deux bornes)
cohorts-report-indicators = Indicateurs, de la rentrée { $year } à la suivante
cohorts-nobody = personne n'est concerné
cohorts-band = (entre { $low } et { $high })

## Indicateurs

cohorts-indicator-continuation-cap = Poursuite d'études après le CAP, par élève de dernière année
cohorts-indicator-continuation-bac-pro = Poursuite d'études après la terminale pro, par élève de terminale
cohorts-indicator-continuation-bts = Poursuite d'études après le BTS, par élève de dernière année
cohorts-indicator-continuation-cs = Poursuite d'études après le certificat de spécialisation, par élève
cohorts-indicator-employment-cap = En emploi après le CAP, par sortant
cohorts-indicator-employment-bac-pro = En emploi après la terminale pro, par sortant
cohorts-indicator-employment-bts = En emploi après le BTS, par sortant
cohorts-indicator-employment-cs = En emploi après le certificat de spécialisation, par sortant
cohorts-indicator-after-first-year-bac-pro = Toujours en bac pro un an après la seconde, par élève de seconde
cohorts-indicator-bts-second-year = Passage en 2e année de BTS, par étudiant de 1re année
cohorts-indicator-after-first-year-bts = Toujours en BTS un an après la 1re année, par étudiant de 1re année
cohorts-indicator-reach-terminale = Arrivée en terminale des élèves de première, redoublements compris (ceux venus de CAP avec les autres)
cohorts-indicator-reach-bts-second-year = Arrivée en 2e année de BTS des étudiants de 1re année, redoublements compris
cohorts-indicator-bts-drop-out = Sorties de BTS pendant ou après la 1re année, par étudiant de 1re année
cohorts-indicator-interruption-bac-pro = Sorties pendant la seconde ou la première pro, par élève et par an
cohorts-indicator-interruption-cap = Sorties pendant la 1re année de CAP, par élève
cohorts-indicator-choice-cap-to-bac-pro = Du CAP vers la première pro, par élève de 2e année
cohorts-indicator-choice-cap-to-cs = Du CAP vers un certificat de spécialisation, par élève de 2e année
cohorts-indicator-choice-cap-to-apprenticeship = Du CAP vers l'apprentissage, par élève de 2e année
cohorts-indicator-choice-bac-pro-to-bts = De la terminale pro vers le BTS, par élève de terminale
cohorts-indicator-choice-bac-pro-to-cs = De la terminale pro vers un certificat de spécialisation, par élève de terminale
cohorts-indicator-choice-bac-pro-to-licence = De la terminale pro vers la licence, par élève de terminale
cohorts-indicator-choice-bac-pro-to-apprenticeship = De la terminale pro vers l'apprentissage, par élève de terminale
cohorts-indicator-bac-pro-among-bts-entrants = Part des élèves venus de terminale pro parmi les entrants en BTS
cohorts-indicator-success-cap-in-bac-pro = Réussite au bac pro des élèves venus de CAP
cohorts-indicator-success-bac-pro-in-bts = Réussite au BTS des bacheliers professionnels
cohorts-indicator-success-in-cs = Réussite en certificat de spécialisation après un CAP ou un bac pro
cohorts-indicator-success-and-measures = Réussite mise en relation avec les dispositifs (cordées, consolidation…)
cohorts-indicator-cap-in-one-two-three-years = Élèves en CAP en un, deux et trois ans
cohorts-indicator-consolidation-terminale = Élèves de terminale préparés au parcours de consolidation (cible : 100 %)
cohorts-indicator-consolidation-bts = Étudiants de la voie pro en parcours de consolidation en BTS
cohorts-indicator-bac-pro-by-bts-speciality = Part des bacheliers professionnels par spécialité de BTS
cohorts-indicator-profile-of-drop-outs = Profil de ceux qui décrochent
cohorts-indicator-continuation-after-liaison = Poursuite et insertion des élèves passés par une liaison
cohorts-indicator-council-and-choice = Lien entre l'avis du conseil de classe et le choix de l'élève
cohorts-indicator-chosen-path-and-situation = Lien entre le parcours choisi et la situation à la rentrée suivante
cohorts-indicator-changes-of-path = Changements de parcours en fin de terminale
cohorts-indicator-satisfaction = Satisfaction des élèves
cohorts-indicator-partners = Nombre de partenaires extérieurs
cohorts-indicator-positioning-tools = Outils de positionnement et de suivi

## Leviers

cohorts-lever-parcours-consolidation = Parcours de consolidation en BTS
cohorts-lever-parcours-consolidation-text = Un appui au début du BTS pour ceux qui viennent de la voie pro : moins de sorties en 1re année, plus de passages en 2e.
cohorts-lever-liaison-cap-bac-pro = Liaison CAP – bac pro
cohorts-lever-liaison-cap-bac-pro-text = Des équipes qui se parlent et un accueil préparé : plus d'élèves de CAP en première pro, moins d'abandons ensuite.
cohorts-lever-liaison-bac-pro-bts = Liaison bac pro – BTS
cohorts-lever-liaison-bac-pro-bts-text = Découverte du BTS, échanges entre professeurs : plus d'entrées en BTS, et des entrées mieux préparées.
cohorts-lever-tutorat-mentorat = Tutorat et mentorat
cohorts-lever-tutorat-mentorat-text = Un adulte, un ancien ou un pair qui suit l'élève : moins d'interruptions avant le diplôme.
cohorts-lever-immersion = Immersions
cohorts-lever-immersion-text = Quelques jours dans la formation visée avant de choisir : des choix plus sûrs.
cohorts-lever-avis-conseil = Avis motivé du conseil de classe
cohorts-lever-avis-conseil-text = Un avis expliqué pour le BTS : plus d'admissions, et moins d'erreurs d'orientation.
cohorts-lever-avenir-pro = AvenirPro
cohorts-lever-avenir-pro-text = Ateliers avec France Travail en dernière année : plus d'emplois parmi ceux qui sortent.
cohorts-lever-places = Places ouvertes ou fermées
cohorts-lever-places-text = Des places en plus ou en moins chaque année, remplies par de nouveaux entrants ou par des élèves qui seraient allés ailleurs.
