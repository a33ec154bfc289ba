# Accompagner : une classe de terminale au fil de l'année.

problem-not-a-class = ce fichier n'est pas une classe enregistrée depuis la page Accompagner. Choisissez un fichier « classe-….json ».
problem-newer-class = ce fichier vient d'une version plus récente de Jalons. Mettez Jalons à jour, puis rouvrez-le.
problem-twice-pupil = ce code figure déjà plus haut : chaque élève a le sien.
problem-nothing-pasted = Rien n'a été collé. Copiez la liste de la classe depuis un tableur, un élève par ligne.
problem-twice-row = cet élève a déjà une ligne plus haut. Gardez-en une seule.
problem-twice-period = ce conseil figure déjà plus haut. Gardez une seule date.
problem-pupil-not-listed = ce code n'est pas dans l'onglet « Élèves ». Corrigez-le, ou ajoutez l'élève.
problem-decision-undated = il manque le jour de cette décision.
problem-class-council-undated = le conseil { $period } n'a pas encore de date. Donnez-la dans l'onglet « Conseils de classe ».
problem-outside-class-year = cette date n'est pas dans l'année { $year }. Une faute de frappe ?
problem-not-a-sheet = ce fichier n'est pas une fiche d'élève faite avec la page Explorer.
