# jalons cohorts fit et backtest.

cohorts-fit-train = --train « { $value } » : il faut des rentrées séparées par des virgules, par exemple --train 2019,2020.
cohorts-fit-follow = --train { $value } : il faut au moins deux rentrées qui se suivent, par exemple 2019,2020. Un taux de passage se lit d'une rentrée à la suivante.
cohorts-fit-target = --target { $target } : la rentrée à prévoir doit venir après { $last }, et au plus tard en { $most }.
cohorts-fit-absent = { $file } n'a pas la rentrée { $year }. Rentrées du fichier : { $years }.
cohorts-fit-two-years = { $file } : rentrées { $years }. Il en faut au moins deux qui se suivent pour lire un taux de passage.
cohorts-fit-years = { $file } : seules les rentrées { $years } sont lues, celles qui se suivent jusqu'à la dernière.
cohorts-fit-no-place = « { $place } » n'est pas dans { $file }. Une académie s'écrit comme dans le fichier (LYON) ; un établissement par son numéro, avec --grain etablissement.
cohorts-fit-one-place = { $file } : un scénario est celui d'un seul lieu. Ajoutez --place LYON, ou --grain france.
cohorts-fit-kind = { $file } : donnez un nom en .json, .csv (tableau) ou .yaml (scénario).
cohorts-fit-untold = { $count ->
    [one] Un lieu n'a pas d'effectif en { $year } : il n'est pas prévu.
   *[other] { $count } lieux n'ont pas d'effectif en { $year } : ils ne sont pas prévus.
}
cohorts-fit-unknown-target = Le fichier n'a pas la rentrée { $year } : les effectifs sont prévus, l'erreur ne peut pas être mesurée.
cohorts-fit-scenario = Taux de passage estimés sur { $source } par « jalons cohorts fit ». Un taux compte aussi ceux qui arrivent d'ailleurs : il peut dépasser 1.
cohorts-fit-ratio-titles = lieu;de;vers;taux;9 fois sur 10;propre;élèves;poids %
cohorts-fit-ratio-note = Poids en % : chiffres propres / académie / France. Le taux compte aussi ceux qui arrivent d'ailleurs.
cohorts-fit-backtest-titles = lieu;niv.;prévu;9 fois sur 10;observé
cohorts-fit-error-titles = erreur;MAE (élèves);MAPE;dans la bande
cohorts-fit-model = modèle
cohorts-fit-last-figure = chiffre de l'an dernier
cohorts-fit-last-ratio = taux de l'an dernier
