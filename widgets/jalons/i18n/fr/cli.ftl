# La commande jalons.

cli-written = Écrit : { $file }
cli-exists = { $file } existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer.
cli-template-xlsx = { $file } : le modèle est un classeur, donnez un nom en .xlsx.
cli-no-output = Dites où écrire le planning (-o planning.json), ou demandez-le à l'écran (--json).
cli-export-kind = { $file } : donnez un nom en .ics (calendrier), .xlsx (classeur) ou .pdf (papier).
cli-xlsx-whole = Le classeur contient toujours tout le planning : une classe, un groupe ou une personne se choisit pour un .ics.
cli-unknown = « { $name } » n'est pas dans le fichier de l'établissement.
cli-one-choice = Un calendrier est celui d'une classe, d'un groupe ou d'une personne : n'en choisissez qu'un.
cli-no-folder = Le dossier { $folder } n'existe pas. Créez-le, ou choisissez-en un autre.
cli-door-class = La fiche de la porte est celle d'une classe : ajoutez --classe.
cli-no-plan = { $file } ne contient pas de planning (feuille « planning »). Donnez-le après l'établissement.
