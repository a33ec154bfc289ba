# Piloter : l'autoévaluation de l'établissement.

problem-not-a-review = ce fichier n'est pas une autoévaluation de Jalons ({ $detail }). Choisissez un fichier enregistré depuis la page Piloter.
problem-newer-review = ce fichier vient d'une version plus récente de Jalons. Mettez Jalons à jour, puis rouvrez-le.
