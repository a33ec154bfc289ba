# Données ouvertes, au pied d'Explorer. Lecteur : un enseignant.

open-data-title = Pour l’enseignant
open-data-fold = Données ouvertes
open-data-text = Avec ces fichiers officiels, Explorer montre les lycées, les places et les CIO près de chez l’élève. Aucun n’est obligatoire. Seul le bouton « Mettre à jour » appelle Internet ; rien de ce que disent les élèves n’est envoyé.
open-data-table = Les fichiers officiels de cet ordinateur
open-data-column-file = Fichier
open-data-column-here = Ici
open-data-column-use = Sert à
open-data-which = Mettre à jour :
open-data-all = tous les fichiers
open-data-file-hint = Sans Internet ici : téléchargez ailleurs le fichier CSV sur sa page officielle, et déposez la copie (clé USB). Elle est reconnue à ses colonnes et vérifiée avant de servir.
open-data-job-start = Mettre à jour
open-data-job-stop = Arrêter
open-data-job-running = En cours
open-data-job-stopping = Arrêt demandé : le site a trente secondes au plus pour répondre.
open-data-job-done = Terminé.
open-data-job-stopped = Arrêté. Ce qui n’était pas fini est resté comme avant.
open-data-job-failed = Cela a échoué. Les fichiers sont restés comme avant.
open-data-busy = Une mise à jour est en cours : attendez la fin, puis déposez la copie.
open-data-failed = Quelque chose n’a pas marché. Les fichiers sont restés comme avant.
open-data-unusable = Ce qui est là et ne peut pas servir (déposez une autre copie, ou mettez à jour) :
open-data-left-out = { $count ->
    [one] Une ligne illisible est laissée de côté (« jalons data check » la nomme).
   *[other] { $count } lignes illisibles sont laissées de côté (« jalons data check » les nomme).
}
open-data-kept = Le fichier d’avant est gardé.
open-data-all-good = C’est fait :
open-data-some-wrong = Tout n’a pas pu être pris :
