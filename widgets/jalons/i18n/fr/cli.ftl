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
cli-plan-kind = { $file } : un planning s'écrit en .json ou en .xlsx. Pour un .ics ou un .pdf : jalons plan export.
cli-no-file = { $file } n'existe pas. Vérifiez le chemin.
cli-is-folder = { $file } est un dossier, il faut ici un fichier.
cli-no-permission = { $file } : le système ne permet pas de l'ouvrir. Est-il ouvert ailleurs, ou protégé ?
cli-disk-full = Il n'y a plus de place sur le disque : rien de complet n'a pu être écrit.
cli-file-trouble = { $file } : ce fichier ne peut pas être lu ou écrit ({ $detail }).
cli-stopping = Arrêt demandé : le meilleur planning trouvé est gardé. Encore Ctrl-C : tout quitter sans rien garder.
cli-explaining = Tout est cherché. Vérification de ce qui empêche les séances obligatoires restées sans place…
cli-call-missing = Il manque { $name }.
cli-call-value = { $name } : cette valeur ne convient pas.
cli-call-option = L'option { $name } n'existe pas.
cli-call-empty = L'option { $name } attend une valeur.
cli-call-unknown = « { $call } » : cette commande n'existe pas, ou elle a un mot de trop.
cli-call-help = Ce qu'on peut écrire : { $command } --help
