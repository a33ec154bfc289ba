# Remplir les tableaux de l'établissement dans la page : la grille, les tableaux, ce qui est dit.

planner-tables = Les tableaux de l'établissement
tables-open = Modifier les tableaux
tables-close = Refermer les tableaux
tables-text = Classes, créneaux, PFMP, personnes, séances… tout se modifie ici. Chaque modification est gardée aussitôt, et le planning suit.
tables-as-file = Les titres, les feuilles et les valeurs sont ceux du classeur : « ligne 5 » est la ligne 5 de sa feuille.

## La grille

grid-lang = fr
grid-tabs = Tableaux de l'établissement
grid-wrong = %count% à corriger
grid-add = Insérer une ligne
grid-duplicate = Dupliquer
grid-remove = Supprimer la ligne
grid-undo = Annuler
grid-redo = Rétablir
grid-new-row = Nouvelle ligne
grid-row = Ligne
grid-empty = vide
grid-keys = Au clavier : les flèches pour aller d'une case à l'autre, taper ou Entrée pour écrire, Tab pour la case suivante, Échap pour abandonner. Ctrl+C et Ctrl+V échangent avec un tableur.
grid-needed = à remplir
grid-day-hint = Une date s'écrit 02/11/2026 ou 2 nov. 2026.
grid-clock-hint = Une heure s'écrit 14:00 ou 14h.
grid-many-hint = Plusieurs choix possibles : flèches et Espace pour cocher, Entrée pour finir.
grid-pick-day = Choisir dans le calendrier
grid-cut-off = %count% cases collées dépassaient à droite du tableau : elles n’ont pas été prises.
grid-refused = Cette modification n'a pas abouti : la case montre ce qui est gardé.

## Ce qui est dit

tables-valid = Tableaux corrects : l'établissement est à jour.
tables-valid-plan = Tableaux corrects : l'établissement est à jour et le planning suit, sans aucune règle enfreinte.
tables-broken = { $count ->
    [one] Tableaux corrects, mais une règle n'est plus respectée dans le planning. « Proposer un planning » repart de l'actuel et bouge peu de séances.
   *[other] Tableaux corrects, mais { $count } règles ne sont plus respectées dans le planning. « Proposer un planning » repart de l'actuel et bouge peu de séances.
}
tables-waiting = { $count ->
    [one] Une séance attend d'être placée.
   *[other] { $count } séances attendent d'être placées.
}
tables-lost = { $count ->
    [one] Une séance placée n'existe plus et quitte le planning. « Annuler » la fait revenir.
   *[other] { $count } séances placées n'existent plus et quittent le planning. « Annuler » les fait revenir.
}
tables-renamed = « { $old } » s'appelle maintenant « { $new } », ici et partout ailleurs{ $where ->
    [none] .
   *[other] {" "}({ $where }).
}
tables-renamed-in = { $sheet } : { $count }
tables-wrong = { $count ->
    [one] Une case à corriger. Tout est gardé ; l'établissement suivra dès que ce sera juste.
   *[other] { $count } points à corriger. Tout est gardé ; l'établissement suivra dès que ce sera juste.
}
tables-wrong-plan = { $count ->
    [one] Une case à corriger. Tout est gardé ; le planning reste celui d'avant et suivra dès que ce sera juste.
   *[other] { $count } points à corriger. Tout est gardé ; le planning reste celui d'avant et suivra dès que ce sera juste.
}
tables-library = Tableau vide : toutes les séances de la bibliothèque pour les niveaux de vos classes sont planifiées ({ $count }). Pour les choisir ou les modifier, ajoutez-les ci-dessous.

## Les tableaux

table-etablissement = Établissement
table-classes = Classes
table-groupes = Groupes
table-creneaux = Créneaux
table-semaines = Semaines A/B
table-pfmp = PFMP
table-personnes = Personnes
table-disponibilites = Disponibilités
table-equipe = Équipe
table-lieux = Lieux
table-seances = Séances
table-evenements = Événements
table-conseils = Conseils

## Les colonnes

head-nom = Nom
head-zone = Zone
head-annee-scolaire = Année scolaire
head-classe = Classe
head-niveau = Niveau
head-diplome = Diplôme
head-specialite = Spécialité
head-effectif = Effectif
head-organisation = Organisation
head-heures-cibles = Heures visées
head-groupe = Groupe
head-finalite = Finalité
head-jour = Jour
head-debut = Début
head-fin = Fin
head-semaines = Semaines
head-du = Du
head-au = Au
head-lundi = Lundi
head-parite = Parité
head-personne = Personne
head-role = Rôle
head-lieu = Lieu
head-type = Type
head-capacite = Places
head-seance = Séance
head-titre = Titre
head-theme = Thème
head-niveaux = Niveaux
head-parties = Parties
head-duree-min = Durée (min)
head-roles = Rôles
head-lieu-type = Type de lieu
head-au-plus-tot = Au plus tôt
head-au-plus-tard = Au plus tard
head-apres = Après
head-obligatoire = Obligatoire
head-classes = Seulement ces classes
head-evenement = Événement
head-bloque = Bloque
head-periode = Période
head-date = Date

## Les choix qui n'ont pas de nom ailleurs

choice-hebdomadaire = chaque semaine
choice-quinzaine = une semaine sur deux
choice-globalise = heures globalisées
choice-modules = modules
choice-commun = toute la classe
choice-insertion = insertion
choice-poursuite = poursuite d'études
choice-besoin = besoin
choice-lundi = lundi
choice-mardi = mardi
choice-mercredi = mercredi
choice-jeudi = jeudi
choice-vendredi = vendredi
choice-samedi = samedi
choice-toutes = toutes
choice-A = semaine A
choice-B = semaine B
choice-oui = oui
choice-non = non
choice-T1 = 1er trimestre
choice-T2 = 2e trimestre
choice-T3 = 3e trimestre
choice-S1 = 1er semestre
choice-S2 = 2e semestre
choice-rentree = rentrée
choice-conseil-T1 = conseil du 1er trimestre
choice-conseil-T2 = conseil du 2e trimestre
choice-conseil-S1 = conseil du 1er semestre
choice-voeux-fin = fin des vœux
choice-confirmation-fin = fin des confirmations
choice-fin-annee = fin de l'année

## Commencer sans fichier

planner-start-without = Commencer sans fichier
start-text = Donnez vos classes : un premier établissement se construit, avec des personnes et des salles à renommer. Vous pourrez tout modifier ensuite dans les tableaux.
start-name-value = Mon lycée professionnel
start-year = Année scolaire
start-classes = Vos classes
start-slot = Créneau
start-from = de
start-to = à
start-go = Commencer
start-no-class = Donnez au moins une classe, par exemple TMELEC, 1MELEC, 2TNE.
start-no-level = Le niveau ne se lit pas dans { $names }. Commencez le nom par T, 1, 2, 1CAP ou 2CAP ; vous pourrez le changer ensuite.
start-called = { $what } { $name }
start-called-shared = { $what }

## Les séances de la bibliothèque

planner-lessons = Ajouter des séances de la bibliothèque
lessons-text = Chaque séance a sa fiche prête à mener. Cochez celles que vous voulez planifier.
lessons-open = Choisir des séances
lessons-close = Refermer la liste
lessons-read = Lire une fiche, ou la photocopier :
lessons-sheet = Fiche
lessons-print = La fiche complète (PDF)
lessons-print-pupil = La fiche élève seule (PDF)
lessons-pdf-objectives = Ce que l'élève saura faire
lessons-pdf-material = Le matériel
lessons-pdf-sources = Sources
file-lesson = fiche
file-lesson-pupil = fiche-eleve
lessons-which = Les séances à planifier :
lessons-levels = Pour d'autres niveaux que ceux de la fiche (rien de coché : ceux de la fiche) :
lessons-classes = Seulement pour certaines classes (rien de coché : toutes celles du niveau) :
lessons-lesson = { $id } · { $title } · { $parts ->
    [one] { $minutes } min
   *[other] { $parts } × { $minutes } min
}{ $theme ->
    [none] {""}
   *[other] {" "}· { $theme }
} · { $levels }{ $purpose ->
    [none] {""}
   *[other] {" "}· groupe { $purpose }
}{ $there ->
    [yes] {" "}· déjà dans vos séances
   *[no] {""}
}
lessons-others = { $count ->
    [one] Montrer aussi la séance d'un niveau que l'établissement n'a pas
   *[other] Montrer aussi les { $count } séances des niveaux que l'établissement n'a pas
}
lessons-add = { $count ->
    [0] Cochez une séance
    [one] Ajouter cette séance
   *[other] Ajouter ces { $count } séances
}

## Reprendre un fichier qui a d'autres noms

planner-matching = Reprendre ce fichier
matching-text = Ce fichier ne s'ouvre pas tel quel. Dites d'où vient chaque tableau : ses données iront dans les tableaux de l'établissement, où tout se corrige. Vos choix seront proposés la prochaine fois.
matching-table = Tableau
matching-table-of = { $table } : feuille « { $sheet } »
matching-table-none = { $table } : rien
matching-sheet = Vient de la feuille
matching-none = — aucune —
matching-header = Ligne des titres
matching-empty = — laisser vide —
matching-column = colonne « { $title } »
matching-everywhere = partout : { $value }
matching-preview = { $count ->
    [0] Aucune ligne
    [one] La seule ligne
   *[other] Les { $shown } premières lignes sur { $count }
}, comme elles seront reprises
matching-take = { $count ->
    [0] Choisissez un tableau
   *[other] Reprendre : { $tables }
}
matching-give-up = Ne pas reprendre ce fichier
matching-nothing = Rien n'est encore associé : choisissez un tableau et sa feuille.
matching-right = Tout se lit.
matching-wrong = { $count ->
    [one] Un point ne se lit pas encore. Changez l'association, ou reprenez le fichier et corrigez-le dans les tableaux.
   *[other] { $count } points ne se lisent pas encore. Changez l'association, ou reprenez le fichier et corrigez-les dans les tableaux.
}
