# Piloter : ce que Jalons sait de l'établissement, et les indicateurs.

## Ce que Jalons sait, d'où, et ce qui manque

known-opinions = les conseils recommandent la poursuite d'études à { $advised } élèves sur { $total } ; { $chosen } d'entre eux l'ont choisie. L'avis pour le BTS lui-même n'est pas noté dans Jalons.
known-continuation = encore en études après un CAP { NUMBER($cap) } %, après un bac pro { NUMBER($bac_pro) } %.
known-dropout = quittent leur formation en 1re année de CAP { NUMBER($cap) } %, en seconde ou première pro { NUMBER($bac_pro) } % par an, pendant ou après la 1re année de BTS { NUMBER($bts) } %.
known-figure = { $name } : { $value }
known-measured = Vos chiffres : { $figures }.
known-sentence = { $page ->
    [model] Ordre de grandeur
   *[other] Jalons sait
} : { $said } ({ $origin }).
unknown-plan = Jalons ne sait rien ici : aucun planning de cette année n'est ouvert dans Planifier.
unknown-classes = Jalons ne sait rien ici : aucune classe de cette année n'est suivie dans Accompagner, ou rien n'y est encore noté.
unknown-model = Jalons ne sait rien ici : le modèle de Simuler ne donne pas cette valeur.
origin-plan = planning « { $detail } »
origin-classes = classes suivies dans Accompagner : { $detail }
origin-example = établissement d'exemple, inventé
origin-saved = enregistré le { $date }
origin-model-france = modèle de Simuler, taux de la France : une estimation, pas un comptage
origin-model-academie = modèle de Simuler, effectifs de l'académie et taux de la France : une estimation, pas un comptage
origin-model-lycee = modèle de Simuler, vos effectifs mêlés aux taux de la France : une estimation, pas un comptage
survey-correct = Ce n'est pas exact ? Dites ce qui est vrai
survey-corrected = Le groupe corrige :

## Indicateurs, suite

steering-academy = Académie
steering-academy-none = (non précisée)
steering-column-around = Académie
steering-column-group = Rubrique
indicator-group-suivi = Suivre et écouter les élèves
indicator-group-choix = Recommandations et choix
indicator-group-apres = Après le diplôme
indicator-group-reussite = Réussir la suite
indicator-group-cap = Préparer un CAP
indicator-group-bts = Vers le BTS et en BTS
indicator-group-liaison = Départs et liaisons
steering-reference-france = { $value } ({ $year }, { $source })
steering-reference-academie = { $value } ({ $year }, { $source })
steering-reference-region = rien pour l'académie ; région { $place } : { $value }, moyenne simple des lycées ({ $year }, { $source })
steering-unpublished = aucun chiffre trouvé
steering-past = { $year } : { $value }
steering-figure-year = Année
steering-part = Précision, facultative ({ $detail })
steering-gap-more = { $gap } points de plus que pour tous : un écart constaté, pas un effet prouvé.
steering-gap-less = { $gap } points de moins que pour tous : un écart constaté, pas un effet prouvé.
steering-simulated = À titre d'ordre de grandeur : { $value } ({ $origin }).
steering-counts-gap = Ce n'est pas tout à fait ce que montre Simuler : { $gap }.

## Rapport, suite

report-column-known = Ce que Jalons sait
report-column-settled = Tranché par le groupe le
report-column-actions = Actions prévues
steering-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
report-evidence = { $person } : { $evidence }
steering-column-unit = Unité
report-yes = oui
report-no = non
report-not-agreed = * moyenne des avis, pas encore tranchée par le groupe.
talk-past = Avant : { $past }
talk-around = Académie : { $found }
talk-france = France : { $found }
report-indicators-none = Aucun indicateur n'a encore de valeur.
report-without-value = Sans chiffre pour l'instant : { $names }.

## Emporter

steering-take-blind = Ce fichier contient les réponses de chacun : décochez d'abord « Répondre à l'aveugle ».

## Le groupe

steering-elsewhere = « { $name } » a répondu sur un autre poste. À l'aveugle, ses réponses ne s'ouvrent que là ; elles se voient ici dès la mise en commun.
