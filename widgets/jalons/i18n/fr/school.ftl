# Le fichier de l'établissement : où est le problème, ce qui était attendu, que faire.

colon = {" "}:{" "}
list-and = {" "}et{" "}

place-sheet = feuille { $sheet }
place-row = ligne { $row }
place-column = colonne { $column }
place-value = « { $value } »

problems-more = … et encore { $count } autres problèmes.

## Le fichier

problem-no-file = ce fichier n'existe pas. Vérifiez le chemin, ou créez un modèle vide avec « jalons plan template ecole.xlsx ».
problem-no-tables = aucun fichier CSV ni classeur Excel ici. Donnez un dossier qui contient classes.csv, creneaux.csv… ou un fichier .xlsx.
problem-several-files = le classeur { $books } est mêlé à d'autres fichiers. Donnez soit un classeur, soit un dossier de fichiers CSV.
problem-too-large = ce fichier pèse { $size } Mo, un fichier d'établissement en fait moins de { $most }. Est-ce le bon fichier ?
problem-unpacks-too-large = ce classeur occupe { $size } Mo une fois ouvert ({ $most } au plus). Copiez les tableaux utiles dans un classeur neuf.
problem-empty-file = le fichier est vide. Repartez du modèle.
problem-not-xlsx = ce n'est pas un classeur .xlsx lisible. Ouvrez-le dans un tableur puis enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe.
problem-not-utf8 = le fichier n'est pas en UTF-8 (premier caractère illisible à la ligne { $line }). Dans le tableur : Enregistrer sous, « CSV UTF-8 ».
problem-not-text = le fichier n'est pas du texte CSV. Dans le tableur : Enregistrer sous, « CSV UTF-8 ».
problem-not-csv = le fichier n'est pas un CSV lisible à partir de la ligne { $line } (guillemet non fermé ?). Corrigez cette ligne, ou enregistrez-le de nouveau en « CSV UTF-8 ».
problem-empty-sheet = la feuille est vide : il faut au moins la ligne des titres de colonnes. Repartez du modèle.
problem-too-many-rows = { $count } lignes, c'est trop ({ $most } au plus). Est-ce la bonne feuille ?
problem-too-many-columns = { $count } colonnes, c'est trop ({ $most } au plus). Une valeur oubliée loin à droite ? Supprimez les colonnes vides.
problem-double-sheet = la même feuille figure déjà sous le nom { $other }. Gardez-en une.
problem-merged = les cellules { $cells } sont fusionnées : on ne sait pas à quelle ligne elles appartiennent. Annulez la fusion et remplissez chaque cellule.
problem-formula = cette cellule contient une formule, il faut une valeur. Copiez la feuille puis « Collage spécial : valeurs ».
problem-formula-unsaved = le résultat de cette formule n'est pas dans le fichier. Ouvrez-le dans un tableur, enregistrez-le, puis recommencez.
problem-missing-sheet = cette feuille manque. Ajoutez-la (même vide, avec ses titres de colonnes) : « jalons plan template » donne un modèle complet.
problem-missing-table = il n'y a pas de feuille « { $table } » dans ce classeur. Renommez la bonne feuille, ou enregistrez-la en CSV.
problem-missing-sheet-for = la feuille { $sheet } manque, et cette ligne en a besoin. Ajoutez-la.
problem-missing-column = il manque : { $columns }. Colonnes attendues : { $expected }.
problem-double-column = cette colonne figure deux fois. Gardez-en une.
problem-too-many-cells = la ligne a plus de cellules que les { $count } titres. Un « ; » ou une « , » de trop ?

problem-sheet-ignored = cette feuille n'est pas lue{ $near ->
    [none] .
   *[other] {" "}; vouliez-vous dire « { $near } » ?
}
problem-column-ignored = cette colonne n'est pas lue{ $near ->
    [none] .
   *[other] {" "}; vouliez-vous dire « { $near } » ?
}
problem-library-used = { $count ->
    [0] la feuille seances est vide, et la bibliothèque n'a aucune séance pour les niveaux de vos classes.
   *[other] la feuille seances est vide : toutes les séances de la bibliothèque pour les niveaux de vos classes sont planifiées ({ $count }).
  }

## Une cellule

problem-empty = la cellule est vide, il faut une valeur.
problem-too-long = le texte dépasse { $most } caractères.
problem-control-character = le texte contient un caractère invisible (retour à la ligne, tabulation). Ressaisissez-le.
problem-not-one-of = attendu : { $expected }.{ $near ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $near } » ?
}
problem-empty-part = deux séparateurs « { $separator } » se suivent, ou il y en a un de trop au bord.
problem-repeated-part = la même valeur figure deux fois dans la cellule.
problem-not-whole = il faut un nombre entier entre { $least } et { $most }.
problem-not-hours = il faut un nombre d'heures par an entre 0 et 400, par exemple 36 ou 34,5.
problem-not-day = il faut une date, par exemple 2026-09-01 ou 01/09/2026.
problem-not-bound = il faut une date (2026-09-01) ou un de ces repères : { $expected }.
problem-not-clock = il faut une heure, par exemple 14:00.

## Les lignes entre elles

problem-one-school = il faut exactement une ligne (trouvé : { $count }).
problem-no-class = aucune classe : il faut au moins une ligne sous les titres.
problem-twice = déjà à la ligne { $row }. Donnez un autre nom, ou supprimez une des deux lignes.
problem-unknown-name = ce nom n'est pas dans la feuille { $target }.{ $near ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $near } » ?
}
problem-ends-before = c'est avant le début ({ $start }). La fin doit venir après.
problem-half-time = donnez l'heure de début et l'heure de fin, ou aucune des deux (toute la journée).
problem-not-monday = ce jour n'est pas un lundi.
problem-outside-year = hors de l'année scolaire { $year } ({ $first } au { $last }). Est-ce la bonne année ?
problem-class-of-other-level = cette classe est de niveau { $level }, la séance est pour { $expected }.
problem-after-itself = une séance ne peut pas venir après elle-même.
problem-circle = l'ordre tourne en rond : { $path }. Retirez une des séances de la colonne apres.

## À savoir

problem-nobody-has-role = personne n'a ce rôle dans la feuille personnes : la séance ne pourra pas être placée.
problem-no-place-of-kind = aucun lieu de ce type dans la feuille lieux : la séance ne pourra pas être placée.
problem-class-without-slot = cette classe n'a aucun créneau : rien ne pourra y être placé.
problem-group-larger = le groupe compte plus d'élèves que sa classe ({ $size }).
problem-council-undated = ce conseil n'a pas de date pour { $classes } : cette limite n'est pas appliquée. Ajoutez la date dans la feuille conseils.
problem-no-group-for = aucun groupe de cette finalité pour { $classes } : rien à placer pour ces classes.
problem-milestone-undated = la date « { $milestone } » de { $year } n'est pas connue : cette limite n'est pas appliquée. Pour la fixer, ajoutez à la feuille evenements une ligne nommée { $milestone }.
problem-milestone-to-confirm = la date « { $milestone } » de { $year } ({ $date }) reste à confirmer. Pour en fixer une autre, ajoutez à la feuille evenements une ligne nommée { $milestone }.

## Un fichier de planning

problem-plan-not-json = ce n'est pas un fichier JSON lisible.
problem-plan-no-assignments = ce n'est pas un planning : il manque la liste « assignments ».
problem-plan-bad-field = cette valeur manque ou n'a pas la bonne forme (dates 2026-09-10, heures 14:00).
problem-plan-unknown = ce nom n'est pas dans la feuille { $table } de l'établissement.
problem-plan-no-such-task = l'établissement n'a pas cette séance à placer (séance / partie / classe / groupe).
problem-plan-bad-reasons = la colonne donnees garde les raisons telles quelles : ne la modifiez pas, ou videz cette cellule.
