# What the reusable widgets say, for the features that have nothing more precise to say.
# In the sentences about files, %name%, %names% and %limit% are filled in by the browser.
ui-failure = Cette action n’a pas abouti. Rien n’est perdu : réessayez, ou rechargez la page.
ui-file-choose = Choisir des fichiers…
ui-file-hint = Ou déposez-les ici. Ils restent sur l’ordinateur qui fait tourner Jalons.
ui-file-too-big = %name% est trop lourd : %limit% Mo au plus en une fois.
ui-file-wrong-type = %name% n’est pas un fichier que cette page sait lire.
ui-file-sending = Lecture de %names%…
ui-file-received = Reçu : %names%.
ui-file-failed = %names% n’a pas pu être lu. Vérifiez que le fichier n’est pas ouvert dans un autre programme, puis réessayez.
ui-job-stop = Arrêter
ui-job-running = Calcul en cours
ui-job-stopping = Arrêt demandé : le meilleur résultat trouvé va s’afficher.
ui-job-done = Terminé.
ui-job-stopped = Arrêté : voici le meilleur résultat trouvé.
ui-job-failed = Le calcul a échoué. Le résultat précédent reste affiché.
ui-download-failed = Le fichier n’a pas pu être préparé. Réessayez ; si cela recommence, rechargez la page.
ui-notice-more =
    { $count ->
        [one] Voir l’autre
       *[other] Voir les { $count } autres
    }
ui-records-ok = Valider
ui-records-cancel = Annuler
ui-records-more = Voir les %count% plus anciens

## Ce qui se replie

ui-fold-show = { $what } : afficher
ui-fold-hide = { $what } : replier
