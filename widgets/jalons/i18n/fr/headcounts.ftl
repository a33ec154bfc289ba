# Le fichier officiel des effectifs : ce qui peut ne pas aller.

problem-headcounts-no-file = ce fichier n'existe pas. Vérifiez le chemin ; le fichier officiel s'appelle « fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv » sur data.education.gouv.fr.
problem-headcounts-too-large = ce fichier pèse { $size } Mo ({ $most } au plus). Est-ce le bon fichier ?
problem-headcounts-empty = le fichier est vide. Téléchargez de nouveau « fr-en-lycee_pro-effectifs-niveau-sexe-lv » au format CSV.
problem-headcounts-not-text = ce n'est pas du texte CSV. Un classeur s'enregistre d'abord au format « CSV UTF-8 ».
problem-headcounts-no-row = aucun établissement sous les titres de colonnes. Il faut une ligne par établissement et par rentrée.
problem-headcounts-blank = la cellule est vide. Un effectif nul s'écrit 0.
problem-headcounts-not-year = il faut l'année d'une rentrée, par exemple 2021.
problem-headcounts-twice = l'établissement { $school } figure déjà à la rentrée { $year }, ligne { $row }. Gardez une seule des deux lignes.
