# The template of the school file: notes on sheets and columns.

template-title = The school file
template-intro =
    One sheet a table. The second row of each sheet is an example: replace it.
    Dark blue titles must be filled in, light blue ones may stay empty. Hover a title to read its note.
    Dates: 2026-09-01 or 01/09/2026. Times: 14:00. No formulas, no merged cells.
    Sheets you may leave out: groupes, semaines, disponibilites, equipe, evenements, conseils.
template-choose = Choose a value from the list.

template-etablissement = One row: the name, the holiday zone, the school year.
template-classes = One row a class.
template-groupes = Groups of a class that work apart: preparing for a job (insertion), for further study (poursuite), or a need (besoin).
template-creneaux = When the class has guidance hours. Every week, weeks A or B, or only between two dates (pooled hours, modules).
template-semaines = Optional: the parity of your weeks, if it differs (without this sheet odd weeks are A, even weeks B).
template-pfmp = The periods of training in a company (PFMP) of each class.
template-personnes = Who takes part, in which role. Two roles: two rows.
template-disponibilites = When a person can come. No row: always. No day: every day; no times: all day.
template-equipe = Which classes a person works with. No row: all of them.
template-lieux = Rooms, and places outside the school.
template-seances = What has to be placed. Empty sheet: the sessions of the library. A row that gives only the id of a library session takes it over.
template-evenements = What happens in the year. bloque = oui: no session on these days. A row named voeux_fin or confirmation_fin sets that date.
template-conseils = The dates of the class councils.

column-nom = The name of the school.
column-zone = A, B, C, alsace-moselle, corse, guadeloupe, guyane, martinique, reunion, mayotte…
column-annee-scolaire = For example 2026-2027.
column-classe = The name of the class, as in the sheet classes.
column-niveau = 2PRO, 1PRO, TPRO, CAP1, CAP2 or CAP1AN (one-year CAP).
column-diplome = Optional: BAC PRO, CAP…
column-specialite = Optional: the speciality.
column-effectif = The number of pupils.
column-organisation = hebdomadaire (one slot a week), quinzaine (weeks A or B), globalise (hours over the year), modules (a few dense weeks).
column-heures-cibles = Optional: hours a year. Empty: those of the regulation for this level and year, where there are any.
column-groupe = The name of the group.
column-finalite = commun (whole class), insertion, poursuite or besoin (the groups with this purpose).
column-jour = lundi (Monday) to samedi (Saturday).
column-debut = The start: a time (14:00) or a date, depending on the sheet.
column-fin = The end: a time (15:30) or a date, included, depending on the sheet.
column-semaines = toutes (all), A or B. Empty: all.
column-du = Optional: from this date.
column-au = Optional: until this date, included.
column-lundi = The Monday of the week.
column-parite = A or B.
column-personne = The person's name, as in the sheet personnes.
column-role = professeur, professeur_principal, psyen, cpe, documentaliste, france_travail, mission_locale, partenaire, ancien_eleve.
column-lieu = The name of the place.
column-type = salle, salle_info, cdi or tiers_lieu (outside the school).
column-capacite = The number of seats.
column-seance = The id of the session, for example S01.
column-titre = The title of the session.
column-theme = The theme, which gives colour and letter.
column-niveaux = The levels concerned, joined by |: TPRO or 1PRO|TPRO.
column-parties = The number of parts, placed on different days.
column-duree-min = How long one part lasts, in minutes.
column-roles = The roles needed, joined by +: professeur_principal+psyen. Each needs one person.
column-lieu-type = Optional: the kind of place to book. Empty: none.
column-au-plus-tot = Optional: a date, or rentree, conseil_T1, conseil_T2, conseil_S1, voeux_fin, confirmation_fin, fin_annee.
column-au-plus-tard = Optional: as au_plus_tot; the day itself is included.
column-apres = Optional: the sessions that must come before, joined by |.
column-obligatoire = oui (yes) or non (no).
column-classes = Optional: these classes only, joined by |. Empty: all.
column-evenement = The name of the event.
column-bloque = oui: no session on these days. Empty: no.
column-periode = T1, T2, T3 (terms) or S1, S2 (semesters).
column-date = The date of the council.
