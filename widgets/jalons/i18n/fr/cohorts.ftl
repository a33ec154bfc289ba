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
problem-cohorts-entries-length = { $place } : { $count } nombres pour { $horizon } années après la première. Donnez-en { $horizon }, ou un seul s'il ne change pas.
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
problem-cohorts-no-way-out = transitions{ $group ->
    [none] {""}
   *[other] {" "}(groupe { $group })
} : depuis { $states }, on ne sort jamais. Donnez à ces états un chemin vers un état final, celui où l'on reste, par exemple emploi: { "{" }emploi: 1{ "}" }.
