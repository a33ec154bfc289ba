# Accompagner : une classe de terminale au fil de l'année.

problem-not-a-class = ce fichier n'est pas une classe enregistrée depuis la page Accompagner ({ $detail }).
problem-newer-class = ce fichier vient d'une version plus récente de Jalons. Mettez Jalons à jour, puis rouvrez-le.
problem-twice-pupil = ce code figure déjà plus haut : chaque élève a le sien.
problem-nothing-pasted = Rien n'a été collé. Copiez la liste de la classe depuis un tableur, un élève par ligne.
