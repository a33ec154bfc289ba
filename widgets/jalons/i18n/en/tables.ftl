# Filling in the school's tables on the page: the grid, the tables, what is said.

planner-tables = The school's tables
tables-open = Edit the tables
tables-close = Close the tables
tables-text = Classes, slots, company placements, people, sessions… everything is edited here. Each change is kept at once, and the plan follows.
tables-as-file = Titles, sheets and values are those of the workbook: “row 5” is row 5 of its sheet.

## The grid

grid-lang = en-GB
grid-tabs = The school's tables
grid-wrong = %count% to mend
grid-add = Insert a row
grid-duplicate = Duplicate
grid-remove = Delete the row
grid-undo = Undo
grid-redo = Redo
grid-new-row = New row
grid-row = Row
grid-empty = empty
grid-keys = By keyboard: arrows to go from cell to cell, type or Enter to write, Tab for the next cell, Escape to give up. Ctrl+C and Ctrl+V exchange with a spreadsheet.
grid-needed = to fill in
grid-day-hint = A date is written 02/11/2026 or 2 Nov 2026.
grid-clock-hint = A time is written 14:00 or 14h.
grid-many-hint = Several choices are possible: arrows and Space to tick, Enter to finish.
grid-pick-day = Choose in the calendar
grid-cut-off = %count% pasted cells stood out to the right of the table: they were not taken.
grid-refused = This change could not be made: the cell shows what is kept.

## What is said

tables-valid = The tables are right: the school is up to date.
tables-valid-plan = The tables are right: the school is up to date and the plan follows, without breaking a rule.
tables-broken = { $count ->
    [one] The tables are right, but the plan now breaks a rule. “Propose a plan” starts from the present one and moves few sessions.
   *[other] The tables are right, but the plan now breaks { $count } rules. “Propose a plan” starts from the present one and moves few sessions.
}
tables-waiting = { $count ->
    [one] One session waits to be placed.
   *[other] { $count } sessions wait to be placed.
}
tables-lost = { $count ->
    [one] One placed session no longer exists and leaves the plan. “Undo” brings it back.
   *[other] { $count } placed sessions no longer exist and leave the plan. “Undo” brings them back.
}
tables-renamed = “{ $old }” is now called “{ $new }”, here and everywhere else{ $where ->
    [none] .
   *[other] {" "}({ $where }).
}
tables-renamed-in = { $sheet }: { $count }
tables-wrong = { $count ->
    [one] One cell to mend. Everything is kept; the school will follow as soon as it is right.
   *[other] { $count } points to mend. Everything is kept; the school will follow as soon as they are right.
}
tables-wrong-plan = { $count ->
    [one] One cell to mend. Everything is kept; the plan stays as it was and will follow as soon as it is right.
   *[other] { $count } points to mend. Everything is kept; the plan stays as it was and will follow as soon as they are right.
}
tables-library = Empty table: all sessions of the library for the levels of your classes are planned ({ $count }). To choose or change them, add them below.

## The tables

table-etablissement = School
table-classes = Classes
table-groupes = Groups
table-creneaux = Slots
table-semaines = Weeks A/B
table-pfmp = Placements
table-personnes = People
table-disponibilites = Availability
table-equipe = Team
table-lieux = Places
table-seances = Sessions
table-evenements = Events
table-conseils = Councils

## The columns

head-nom = Name
head-zone = Zone
head-annee-scolaire = School year
head-classe = Class
head-niveau = Level
head-diplome = Diploma
head-specialite = Speciality
head-effectif = Pupils
head-organisation = Organisation
head-heures-cibles = Target hours
head-groupe = Group
head-finalite = Purpose
head-jour = Day
head-debut = Start
head-fin = End
head-semaines = Weeks
head-du = From
head-au = To
head-lundi = Monday
head-parite = Parity
head-personne = Person
head-role = Role
head-lieu = Place
head-type = Type
head-capacite = Seats
head-seance = Session
head-titre = Title
head-theme = Theme
head-niveaux = Levels
head-parties = Parts
head-duree-min = Length (min)
head-roles = Roles
head-lieu-type = Type of place
head-au-plus-tot = At the earliest
head-au-plus-tard = At the latest
head-apres = After
head-obligatoire = Mandatory
head-classes = Only these classes
head-evenement = Event
head-bloque = Blocks
head-periode = Period
head-date = Date

## Choices that have no name elsewhere

choice-hebdomadaire = every week
choice-quinzaine = every other week
choice-globalise = pooled hours
choice-modules = modules
choice-commun = whole class
choice-insertion = employment
choice-poursuite = further study
choice-besoin = need
choice-lundi = Monday
choice-mardi = Tuesday
choice-mercredi = Wednesday
choice-jeudi = Thursday
choice-vendredi = Friday
choice-samedi = Saturday
choice-toutes = all
choice-A = week A
choice-B = week B
choice-oui = yes
choice-non = no
choice-T1 = 1st term
choice-T2 = 2nd term
choice-T3 = 3rd term
choice-S1 = 1st semester
choice-S2 = 2nd semester
choice-rentree = start of the year
choice-conseil-T1 = council of the 1st term
choice-conseil-T2 = council of the 2nd term
choice-conseil-S1 = council of the 1st semester
choice-voeux-fin = end of wishes
choice-confirmation-fin = end of confirmations
choice-fin-annee = end of the year

## Begin without a file

planner-start-without = Begin without a file
start-text = Give your classes: a first school is made, with people and rooms to rename. You can then change everything in the tables.
start-name-value = My vocational school
start-year = School year
start-classes = Your classes
start-slot = Slot
start-from = from
start-to = to
start-go = Begin
start-no-class = Give at least one class, for instance TMELEC, 1MELEC, 2TNE.
start-no-level = The level cannot be read from { $names }. Begin the name with T, 1, 2, 1CAP or 2CAP; you can change it later.
start-called = { $what } { $name }
start-called-shared = { $what }

## The sessions of the library

planner-lessons = Add sessions of the library
lessons-text = Each session has its sheet, ready to run. Tick those you want to plan.
lessons-open = Choose sessions
lessons-close = Close the list
lessons-read = Read a sheet, or photocopy it (in French):
lessons-sheet = Sheet
lessons-print = The whole sheet (PDF)
lessons-print-pupil = The pupil's page alone (PDF)
lessons-pdf-objectives = What the pupil will be able to do
lessons-pdf-material = Material
lessons-pdf-sources = Sources
file-lesson = sheet
file-lesson-pupil = pupil-sheet
lessons-which = The sessions to plan:
lessons-levels = For other levels than those of the sheet (none ticked: those of the sheet):
lessons-classes = Only for some classes (none ticked: all of the level):
lessons-lesson = { $id } · { $title } · { $parts ->
    [one] { $minutes } min
   *[other] { $parts } × { $minutes } min
}{ $theme ->
    [none] {""}
   *[other] {" "}· { $theme }
} · { $levels }{ $purpose ->
    [none] {""}
   *[other] {" "}· group { $purpose }
}{ $there ->
    [yes] {" "}· already in your sessions
   *[no] {""}
}
lessons-others = { $count ->
    [one] Show also the session for a level that the school does not have
   *[other] Show also the { $count } sessions for levels that the school does not have
}
lessons-add = { $count ->
    [0] Tick a session
    [one] Add this session
   *[other] Add these { $count } sessions
}

## Taking over a file that has other names

planner-matching = Take this file over
matching-text = This file does not open as it is. Say where each table comes from: its data will go into the school's tables, where everything can be mended. Your choices will be proposed next time.
matching-table = Table
matching-table-of = { $table }: sheet “{ $sheet }”
matching-table-none = { $table }: nothing
matching-sheet = Comes from the sheet
matching-none = — none —
matching-header = Row of the titles
matching-empty = — leave empty —
matching-column = column “{ $title }”
matching-everywhere = everywhere: { $value }
matching-preview = { $count ->
    [0] No row
    [one] The only row
   *[other] The first { $shown } of { $count } rows
}, as they will be taken
matching-take = { $count ->
    [0] Choose a table
   *[other] Take over: { $tables }
}
matching-give-up = Do not take this file
matching-nothing = Nothing is matched yet: choose a table and its sheet.
matching-right = Everything can be read.
matching-wrong = { $count ->
    [one] One point cannot be read yet. Change the matching, or take the file and mend it in the tables.
   *[other] { $count } points cannot be read yet. Change the matching, or take the file and mend them in the tables.
}
