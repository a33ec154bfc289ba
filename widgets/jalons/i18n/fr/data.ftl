# Les fichiers officiels en données ouvertes : jalons data list, check, update.

problem-data-no-file = ce fichier n'existe pas. Vérifiez le chemin.
problem-data-too-large = ce fichier pèse { $size } Mo ({ $most } au plus). Est-ce le bon fichier ?
problem-data-empty = le fichier est vide.
problem-data-web-page = c'est une page web, pas un tableau. Le site a sans doute répondu par un message d'erreur, ou le filtre du réseau par une page de connexion.
problem-data-json = c'est du JSON, pas un tableau CSV. Sur le site, choisissez le format CSV.
problem-data-not-text = ce n'est pas du texte CSV. Un classeur s'enregistre d'abord au format « CSV UTF-8 ».
problem-data-not-csv = à partir de cette ligne, ce n'est plus un CSV lisible (guillemet mal placé ?).
problem-data-cut-short = le fichier s'arrête au milieu de cette ligne : il n'a pas été reçu en entier.
problem-data-no-row = aucune ligne sous les titres de colonnes.
problem-data-missing-columns = { $count ->
    [one] il manque la colonne « { $columns } ».
   *[other] il manque les colonnes { $columns }.
} La forme du fichier a pu changer : les colonnes lues sont dans datasets/open_data_columns.csv.
problem-data-row-width = { $found } cellules au lieu de { $wanted }.
problem-data-blank = la cellule est vide, alors que cette colonne est toujours remplie.
problem-data-not-year = il faut une année, par exemple 2024.
problem-data-not-whole = il faut un nombre entier, zéro ou plus.
problem-data-not-number = il faut un nombre.
problem-data-not-rate = il faut un pourcentage entre 0 et 100.
problem-data-not-yes-no = il faut 1 ou 0 (oui ou non).
problem-data-not-uai = il faut un code d'établissement : sept chiffres et une lettre.
problem-data-unknown = ce n'est aucun des fichiers connus. Le plus proche est « { $title } » ; il y manque : { $columns }.
problem-data-unrelated = ce n'est aucun des fichiers que le kit sait lire : { $known }.
problem-data-shorter = { $rows } lignes, contre { $before } dans celui d'avant : moins de la moitié, c'est suspect. S'il est juste, supprimez d'abord { $file }.

download-unreachable = { $host } ne répond pas ({ $why }). Vérifiez la connexion, ou téléchargez le fichier à la main.
download-no-name = le nom { $host } n'est pas trouvé : il n'y a sans doute pas d'accès à Internet ici. Téléchargez le fichier ailleurs, et déposez-le sur la page Explorer, ou dans le dossier que montre « jalons data list ».
download-silent = { $host } n'a rien envoyé pendant { $seconds } secondes. Réessayez plus tard.
download-too-slow = le téléchargement n'était pas fini au bout de { $minutes } minutes. Réessayez sur un réseau plus rapide.
download-too-large = le fichier dépasse { $most } Mo : ce n'est pas celui qu'on attendait.
download-cut-short = la liaison s'est coupée après { $got } octets sur { $total }. Réessayez.
download-cut-off = { $host } a coupé la liaison avant la fin. Réessayez.
download-cut-in-gzip = le fichier comprimé s'arrête avant la fin. Réessayez.
download-not-gzip = le serveur annonce un fichier comprimé, mais ce n'en est pas un. Réessayez plus tard.
download-in-circles = { $host } renvoie sans fin d'une adresse à une autre. L'adresse a pu changer.
download-not-encrypted = l'adresse renvoie vers { $host } sans chiffrement : refusé.
download-certificate = la liaison avec { $host } n'est pas sûre (certificat refusé). C'est souvent le filtre du réseau de l'établissement : demandez au référent numérique, ou téléchargez le fichier ailleurs.
download-not-http = { $host } a répondu quelque chose qui n'est pas du web.
download-not-found = { $host } n'a plus ce fichier (réponse { $status }). L'adresse a pu changer.
download-forbidden = { $host } refuse l'accès (réponse { $status }). C'est souvent le filtre du réseau.
download-proxy = le serveur mandataire (proxy) du réseau demande à s'identifier (réponse { $status }).
download-busy = { $host } demande d'attendre (réponse { $status }). Réessayez dans une heure.
download-server = { $host } est en panne (réponse { $status }). Réessayez plus tard.
download-refused = { $host } a répondu { $status } au lieu d'envoyer le fichier.
download-bad-address = l'adresse du fichier n'est pas lisible ({ $host }). Elle est dans datasets/open_data.csv.
download-disk-full = il n'y a plus assez de place sur le disque.
download-not-written = le fichier ne peut pas être écrit ({ $why }).

data-folder = Dossier : { $folder }
data-absent = pas encore là
data-to-confirm = à confirmer
data-years = { $count ->
    [one] année { $first }
   *[other] années { $first } à { $last }
}
data-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
data-age = { $days ->
    [0] pris aujourd'hui
    [one] pris hier
   *[other] pris il y a { $days } jours
}
data-by-hand = { $days ->
    [0] mis là à la main aujourd'hui
    [one] mis là à la main hier
   *[other] mis là à la main il y a { $days } jours
}
data-unusable = n'est pas utilisable : « jalons data check » dit pourquoi
data-size = { $size } Mo
data-use = sert à : { $use }
data-where-from = source : { $producer }, { $page } ({ $licence })
data-how = « jalons data update » télécharge ces fichiers. Sans réseau : téléchargez un fichier au format CSV sur sa page, et déposez-le dans ce dossier sous le nom indiqué.
data-good = { $title } : bon. { $rows }, { $shape }.
data-shape = { $encoding }, colonnes séparées par { $delimiter ->
    [semicolon] des points-virgules
    [comma] des virgules
   *[tab] des tabulations
}
data-left-out = { $count ->
    [one] Une ligne serait laissée de côté à la lecture :
   *[other] { $count } lignes seraient laissées de côté à la lecture :
}
data-fetching = { $title } : téléchargement…
data-progress = { $got } Mo reçus
data-progress-of = { $got } Mo sur { $total }
data-taken = { $title } : pris ({ $rows }).
data-same = { $title } : rien de nouveau ({ $rows }).
data-kept = { $title } : pas pris. Le fichier d'avant est gardé tel quel.
data-not-had = { $title } : pas pris, et il n'y en avait pas avant.
data-unknown-code = « { $name } » n'est ni un fichier ni un code connu. Codes : { $known }.
data-nothing-here = Aucun fichier à vérifier dans { $folder }. Commencez par « jalons data update ».
