# Le modèle de fichier d'établissement : notes des feuilles et des colonnes.

template-title = Le fichier de l'établissement
template-intro =
    Une feuille par tableau. La deuxième ligne de chaque feuille est un exemple : remplacez-la.
    Titres bleu foncé : à remplir ; bleu clair : facultatif. Passez la souris sur un titre pour lire sa note.
    Dates : 2026-09-01 ou 01/09/2026. Heures : 14:00. Pas de formules ni de cellules fusionnées.
    Feuilles facultatives : groupes, semaines, disponibilites, equipe, evenements, conseils.
template-choose = Choisissez une valeur de la liste.

template-etablissement = Une seule ligne : le nom, la zone de vacances, l'année scolaire.
template-classes = Une ligne par classe.
template-groupes = Les groupes d'une classe qui travaillent à part : préparer l'emploi, préparer la suite d'études, ou un besoin.
template-creneaux = Quand la classe a du soutien au parcours. Chaque semaine, semaines A ou B, ou seulement entre deux dates (heures globalisées, modules).
template-semaines = Facultatif : la parité de vos semaines, si elle diffère (sans cette feuille, semaine impaire = A, paire = B).
template-pfmp = Les périodes de formation en milieu professionnel de chaque classe.
template-personnes = Qui intervient, et dans quel rôle. Deux rôles : deux lignes.
template-disponibilites = Quand une personne peut venir. Sans ligne : toujours. Jour vide : tous les jours ; heures vides : toute la journée.
template-equipe = Avec quelles classes une personne travaille. Sans ligne : avec toutes.
template-lieux = Les salles, et les lieux hors de l'établissement.
template-seances = Ce qu'il faut placer. Feuille vide : les séances de la bibliothèque. Une ligne qui ne donne que le numéro d'une séance de la bibliothèque la reprend.
template-evenements = Ce qui se passe dans l'année. bloque = oui : pas de séance ces jours-là. Une ligne nommée voeux_fin ou confirmation_fin fixe cette date.
template-conseils = Les dates des conseils de classe.

column-nom = Le nom de l'établissement.
column-zone = A, B, C, alsace-moselle, corse, guadeloupe, guyane, martinique, reunion, mayotte…
column-annee-scolaire = Par exemple 2026-2027.
column-classe = Le nom de la classe, comme dans la feuille classes.
column-niveau = 2PRO, 1PRO, TPRO, CAP1, CAP2 ou CAP1AN (CAP en un an).
column-diplome = Facultatif : BAC PRO, CAP…
column-specialite = Facultatif : la spécialité.
column-effectif = Le nombre d'élèves.
column-organisation = hebdomadaire (un créneau par semaine), quinzaine (semaines A ou B), globalise (des heures sur l'année), modules (quelques semaines denses).
column-heures-cibles = Facultatif : les heures par an. Vide : celles de la réglementation pour ce niveau et cette année, si elles existent.
column-groupe = Le nom du groupe.
column-finalite = commun (toute la classe), insertion, poursuite ou besoin (les groupes de cette finalité).
column-jour = lundi à samedi.
column-debut = Le début : une heure (14:00) ou une date, selon la feuille.
column-fin = La fin : une heure (15:30) ou une date comprise, selon la feuille.
column-semaines = toutes, A ou B. Vide : toutes.
column-du = Facultatif : à partir de cette date.
column-au = Facultatif : jusqu'à cette date, comprise.
column-lundi = Le lundi de la semaine.
column-parite = A ou B.
column-personne = Le nom de la personne, comme dans la feuille personnes.
column-role = professeur, professeur_principal, psyen, cpe, documentaliste, france_travail, mission_locale, partenaire, ancien_eleve.
column-lieu = Le nom du lieu.
column-type = salle, salle_info, cdi ou tiers_lieu (hors de l'établissement).
column-capacite = Le nombre de places.
column-seance = Le numéro de la séance, par exemple S01.
column-titre = Le titre de la séance.
column-theme = Le thème, qui donne sa couleur et sa lettre.
column-niveaux = Les niveaux concernés, séparés par | : TPRO ou 1PRO|TPRO.
column-parties = Le nombre de parties, placées des jours différents.
column-duree-min = La durée d'une partie, en minutes.
column-roles = Les rôles nécessaires, joints par + : professeur_principal+psyen. Chacun demande une personne.
column-lieu-type = Facultatif : le type de lieu à réserver. Vide : aucun.
column-au-plus-tot = Facultatif : une date, ou rentree, conseil_T1, conseil_T2, conseil_S1, voeux_fin, confirmation_fin, fin_annee.
column-au-plus-tard = Facultatif : comme au_plus_tot ; ce jour est compris.
column-apres = Facultatif : les séances qui doivent venir avant, séparées par |.
column-obligatoire = oui ou non.
column-classes = Facultatif : seulement ces classes, séparées par |. Vide : toutes.
column-evenement = Le nom de l'événement.
column-bloque = oui : ces jours-là, pas de séance. Vide : non.
column-periode = T1, T2, T3 (trimestres) ou S1, S2 (semestres).
column-date = La date du conseil.
