# The page Accompagner: a final-year class, from September to the results.

support-failure = Something went wrong, but nothing that was saved is lost. Try again; if it happens again, reload the page.
support-title = { $name }, { $year }

## The class

support-class = The class
support-class-text = One class a school year. Pupils are codes (E01, E02…): no name is needed, and nothing leaves this computer.
support-year = School year
support-name = Class
support-name-hint = for instance TMELEC1
support-name-missing = First give the name of the class.
support-level = Level
support-level-tpro = Final year of bac pro
support-level-cap2 = CAP, 2nd year
support-level-cap1an = CAP in one year
support-zone = Zone
support-open = Open this class
support-example = See an example class
support-refresh = See what colleagues changed
support-kept = The classes kept here
support-open-one = open
support-show = Open
support-forget = Delete
support-forget-confirm = Delete this class with all its history? Nothing will bring it back.
support-empty = Choose the year and the class, then "Open this class". To have a look first, take the example class.
support-standing = { $count ->
    [one] { $name }, { $year }: one pupil. Everything is saved as you go.
   *[other] { $name }, { $year }: { $count } pupils. Everything is saved as you go.
}
support-standing-none = { $name }, { $year }: nobody is here yet. Import or paste the list of pupils below.
support-import = Add a list of pupils
support-import-text = The list as it comes from Pronote, Siècle or a spreadsheet: a column "eleve" (a code), or "nom" and "prenom" (each gets a code). Also read: naissance, specialite, francais and mathematiques (1 to 4). A pupil who is there already keeps all that is known.
support-file-hint = a .csv or .xlsx file, or a class saved before (.json)
support-paste = Or paste here
support-paste-take = Add these pupils
support-imported-again = The class had pupils already, and Jalons does not know their names: if it is the same list, they are there twice now. "Undo", above the tables, goes back.
support-imported-coded = { $count ->
    [one] The list gave a name in the place of a code: the pupil was given a code.
   *[other] The list gave names in the place of codes: { $count } pupils were given a code, in the order of the list.
}

## To do

support-todo = To do, late
support-day = Seen on
support-by-kind = By step
support-by-pupil = By pupil
support-todo-nobody = The class has no pupils yet.
support-todo-no-dates = The class councils have no dates: Jalons cannot tell what is late. Give them in the tab "Class councils".
support-todo-none = Nothing late on { $day }. Well done!
support-todo-some = { $count ->
    [one] On { $day }, one thing is waiting, for one pupil.
   *[other] On { $day }, { $count } things are waiting, for { $pupils ->
        [one] one pupil
       *[other] { $pupils } pupils
    }.
}

support-kind-presentation = The path was not presented ({ $count })
support-kind-first-wish = The first wish is missing ({ $count })
support-kind-recommendation = A council gave no recommendation ({ $count })
support-kind-reasoned = The last council's recommendation is missing ({ $count })
support-kind-reasoned-without-reason = The recommendation has no reasons ({ $count })
support-kind-final = The family's choice is missing ({ $count })
support-kind-no-agreement = A placement without an agreement ({ $count })
support-kind-not-signed = An agreement not signed by all ({ $count })
support-kind-no-teacher = An agreement without a referent teacher ({ $count })
support-kind-not-attested = An attestation is missing ({ $count })
support-kind-immersion-too-long = An immersion that is too long ({ $count })
support-kind-workshops = AvenirPro workshops are missing ({ $count })
support-kind-interview = The AvenirPro interview is missing ({ $count })

support-late-presentation = the final-year path was not presented before the first council ({ $since }).
support-late-first-wish = no first wish written down, though the first council has met ({ $since }).
support-late-recommendation = no recommendation at council { $period } ({ $since }).
support-late-reasoned = no recommendation of the last council ({ $since }).
support-late-reasoned-without-reason = a recommendation without reasons ({ $since }).
support-late-final = no choice written down, though the block begins ({ $since }).
support-late-no-agreement = no agreement for { $span }.
support-late-not-signed = { $company }, { $span }: a signature is missing ({ $missing }).
support-late-no-teacher = { $company }, { $span }: no referent teacher.
support-late-not-attested = { $company }, { $span }: no attestation, due since { $since }.
support-late-immersion-too-long = { $place }: more than { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}, from { $since }.
support-late-workshops = { $done } workshops of { $wanted } by the last council ({ $since }).
support-late-interview = no individual interview before the last council ({ $since }).

support-short-no-agreement = agreement to be found
support-short-not-signed = signature missing ({ $missing })
support-short-no-teacher = teacher to be named
support-short-not-attested = attestation to ask for

support-todo-presentation = Take ten minutes to explain both paths, then write the day into "Decisions".
support-todo-first-wish = Hand out the dialogue sheet to fill in with the family (see "Take away"), then write down the wish.
support-todo-recommendation = Take the minutes of the council and write down what it recommended.
support-todo-reasoned = Write down the last council's recommendation and its reasons.
support-todo-reasoned-without-reason = One sentence is enough: the family must understand why.
support-todo-final = Call the family: they choose, and the group depends on it.
support-todo-no-agreement = See with the pupil how the search goes, then add the agreement.
support-todo-not-signed = Pass the agreement round; for a minor, the legal representative signs.
support-todo-no-teacher = Share out the visits in the team, then write down the teacher's name.
support-todo-not-attested = Remind the company: without an attestation the allowance is not paid.
support-todo-immersion-too-long = Shorten it, or make it a placement with an agreement.
support-todo-workshops = Enrol the pupil in the next workshops with France Travail or the mission locale.
support-todo-interview = Make an appointment with France Travail or the mission locale.

## The tables

support-tables = The tables of the class
support-tables-text = As in a spreadsheet: type, copy, paste. Each change is saved at once; "Undo" goes back. A wish or a choice without a day takes today's.
support-take-dates = Take councils and placements from Planifier
support-tables-kept = Everything is right and saved.
support-tables-wrong = { $count ->
    [one] One cell to mend: its row is saved, but does not count yet.
   *[other] { $count } cells to mend: their rows are saved, but do not count yet.
}
support-gone = { $count ->
    [one] A row you were changing had just been taken out by somebody else: that change was not kept.
   *[other] { $count } rows you were changing had just been taken out by somebody else: those changes were not kept.
}
support-place = { $sheet }, row { $row }
support-table-eleves = Pupils
support-table-decisions = Decisions
support-table-conventions = Placement agreements
support-table-immersions = Immersions
support-table-avenirpro = AvenirPro
support-table-conseils = Class councils
support-table-pfmp = Placements of the class
support-table-bloc = Block
support-note-eleves = One pupil a row, under a code. French and mathematics: from 1 (weak) to 4 (strong). "To work on": the skills to strengthen. "Group" is only for deciding by hand.
support-note-decisions = A pupil's year in one row: wish, councils, recommendation, choice. The days of councils come from the tab "Class councils".
support-note-conventions = One agreement a row. Days are those really done, as attested.
support-note-immersions = A few days in a BTS, a training centre, another school: a week at most, without allowance.
support-note-avenirpro = The days of the workshops and of the individual interviews, separated by |; an action of the consolidation path into BTS.
support-note-conseils = The dates of this class's councils.
support-note-pfmp = The company placements planned for the whole class.
support-note-bloc = The Mondays of the weeks chosen, for each path. They can also be chosen below, in "The dated block".
support-head-eleve = Pupil
support-head-nom = Name
support-head-naissance = Born
support-head-specialite = Speciality
support-head-francais = French
support-head-mathematiques = Maths
support-head-competences = To work on
support-head-besoin = Need
support-head-groupe = Group
support-head-options = Options kept
support-head-presentation = Presented on
support-head-souhait = Wish
support-head-souhait-le = on
support-head-souhait-par = said by
support-head-conseil-t1 = Council T1
support-head-conseil-t2 = Council T2
support-head-conseil-s1 = Council S1
support-head-recommandation = Last council
support-head-motif = Reasons
support-head-choix = Choice
support-head-choix-le = made on
support-head-entreprise = Company
support-head-debut = Start
support-head-fin = End
support-head-referent = Teacher
support-head-signatures = Signatures
support-head-jours = Days
support-head-attestation = Attestation
support-head-bloc = In the block
support-head-lieu = Place
support-head-ateliers = Workshops
support-head-consolidation = Consolidation
support-head-periode = Council
support-head-date = Date
support-head-finalite = Path
support-head-lundi = Monday
support-hint-eleve = A code of your own: E01, a number… It alone travels.
support-hint-naissance = Says whether a legal representative must sign.
support-hint-besoin = Yes or no; empty, Jalons looks at the assessment and at what is to be worked on.
support-hint-groupe = Empty: the group follows the last choice.
support-hint-options = The courses on the pupil's sheet, separated by |.
support-hint-recommandation = The recommendation of the last council of the year.
support-hint-motif = Why, in a sentence the family understands.
support-hint-signatures = School, company, and the pupil or their legal representative.
support-hint-jours = The days really done.
support-hint-attestation = The day the company signed the attestation.
support-hint-ateliers = The days, separated by |.
support-hint-lundi = The Monday of a week of the block.

support-choice-insertion = work
support-choice-poursuite = study
support-choice-hesite = hesitates
support-choice-besoin = needs
support-choice-eleve = the pupil
support-choice-famille = the family
support-choice-equipe = the team
support-choice-etablissement = the school
support-choice-entreprise = the company
support-choice-representant = the legal representative
support-choice-oui = yes
support-choice-non = no
support-choice-t1 = term 1
support-choice-t2 = term 2
support-choice-t3 = term 3
support-choice-s1 = semester 1
support-choice-s2 = semester 2
support-signer-school = school
support-signer-company = company
support-signer-pupil = pupil
support-signer-representative = legal representative

## The steps

support-steps = Where the class stands
support-steps-caption = The steps of the year
support-step-first-wish = First wish
support-step-t1 = Council of term 1
support-step-t2 = Council of term 2
support-step-s1 = Council of semester 1
support-step-reasoned = Recommendation of the last council
support-step-final = The family's choice
support-column-step = Step
support-column-day = Date
support-column-done = Pupils
support-of = { $done } of { $total }
support-avenirpro = AvenirPro, immersions and activities, pupil by pupil
support-avenirpro-caption = AvenirPro and preparing what comes next
support-column-workshops = Workshops
support-yes = yes
support-no = no
support-regulation-bloc-semaines = Length: { $value } weeks ({ $status }; { $source }).
support-regulation-bloc-debut = First day: { $value } ({ $status }; { $source }).
support-regulation-bloc-fin = Last day: { $value } ({ $status }; { $source }).
support-regulation-bloc-secable = Weeks may be apart: { $value } ({ $status }; { $source }).
support-regulation-avenirpro-ateliers = AvenirPro: at least { $value } workshops in the year ({ $status }; { $source }).
support-regulation-avenirpro-plus-mois = After the exam, AvenirPro may go on for { $value } months for those without a solution ({ $status }; { $source }).
support-regulation-immersion-semaines-max = Immersions: { $value } week at most ({ $status }; { $source }).

## The block

support-block = The dated block
support-block-text = The high point of the final year: in a company for those who prepare for work, preparing for study for the others. Jalons proposes weeks that avoid placements, exams and short weeks.
support-block-none = The texts set no block for this level in { $year }.
support-block-confirmed = In { $year } the block lasts { $weeks } weeks (confirmed).
support-block-to-confirm = In { $year } the block lasts { $weeks } weeks; part of these rules is still to be confirmed.
support-block-not-chosen = not chosen yet
support-block-own = { $weeks } (your choice)
support-block-choice = { $weeks }: { $days } days{ $troubles ->
    [none] {""}
   *[other] {" "}– mind: { $troubles }
}
support-block-short-week = a short week
support-block-placement = the class is on placement already
support-block-exam = an exam falls into it
support-block-before-councils = before the first council

## The groups

support-groups = The groups
support-groups-text = Proposed from choices and needs. Move a pupil if the team thinks otherwise: your decision stays.
support-groups-caption = The groups of the class
support-column-group = Group
support-column-size = Size
support-undecided = { $count ->
    [one] One pupil is in no group, for want of a choice: { $names }.
   *[other] { $count } pupils are in no group, for want of a choice: { $names }.
}
support-group-to = to
support-group-as-chosen = as the pupil chose
support-group-move = Move
support-send = Send these groups to Planifier
support-send-nobody = No school is open in Planifier: open it there, then reload this page to send it the groups.
support-send-refused = Planifier did not take these groups; nothing changed there.
support-send-no-class = the school open in Planifier has no class { $name } in { $year }.
support-send-wrong-tables = tables of the school must be mended first, in Planifier.
support-send-same = Planifier ({ $school }) already had these groups: nothing changed there.
support-sent = Planifier ({ $school }) has the groups, with their sizes. No session already placed has moved.
support-send-added = New: { $names }. Their sessions are still to be placed.
support-send-changed = Sizes changed: { $names }.
support-send-idle = Without a pupil today, kept with their sessions: { $names }. Remove them in Planifier if they are of no more use.
support-send-several = { $count ->
    [one] One pupil for "{ $purpose }", but Planifier has several groups ({ $names }): they stay as they are. Say there where the pupil goes.
   *[other] { $count } pupils for "{ $purpose }", but Planifier has several groups ({ $names }): they stay as they are. Share the pupils out there.
}

## The allowance

support-allowance = The allowance
support-allowance-none = No placement is over: nothing to compute yet.
support-allowance-sum = For the class: { $earned } € earned, of which { $paid } € paid already and { $due } € still to pay.{ $waiting ->
    [0] {""}
   *[other] {" "}Up to { $waiting } € more wait for an attestation or a number of days.
}
support-allowance-rate = { $daily } € a day, { $cap } € a year at most ({ $status }; { $source }). A calculation to check by, from the placements noted here alone: the payment goes through the State's own tool.
support-allowance-detail = The calculation, pupil by pupil
support-allowance-caption = The allowance of each pupil
support-column-why = Why

## A pupil's sheet

support-sheet = A pupil's sheet
support-sheet-text = A pupil made their sheet in the page Explorer? Choose them, then drop the file: their options and first wish find their place here.
support-sheet-hint = the sheet saved from Explorer (.json)
support-sheet-taken = { $who }: { $count ->
    [0] no option kept
    [one] one option kept
   *[other] { $count } options kept
}, wish: { $wish }.
support-pupil = Pupil
support-pupil-none = choose…

## Take away

support-take = Take away
support-take-text = Files hold codes only.
support-take-names = Write the names into the sheets and lists I download
support-dialogue = Dialogue sheets
support-lists = Lists and follow-up
support-take-class = The whole class (.pdf)
support-take-blank = Blank sheet (.pdf)
support-take-one = This pupil's sheet (.pdf)
support-take-one-blocked = First choose a pupil.
support-take-groups-pdf = Groups (.pdf)
support-take-groups-xlsx = Groups (.xlsx)
support-take-json = The class, to open it again (.json)
support-column-pupil = Pupil
support-column-company = Company
support-column-dates = Dates
support-column-teacher = Teacher
support-column-signatures = Signatures
support-column-days = Days
support-column-attestation = Attestation
support-column-todo = To do
support-column-choice = Choice
support-column-options = Options kept
support-pdf-dialogue = Dialogue sheets, { $name }, { $year }
support-pdf-groups = Groups, { $name }, { $year }
support-pdf-issued = as of { $date }
support-pdf-nothing = Nothing yet.
support-pdf-table-placements = The agreements
support-pdf-table-allowance = The allowance
support-pdf-table-undecided = In no group yet
support-pdf-group = { $name } ({ $count })
support-pdf-heading = Final-year dialogue sheet
support-pdf-pupil = Pupil:
support-pdf-speciality = Speciality:
support-pdf-wish = What I wish for today
support-pdf-wish-text = To fill in at home, before the first class council. Nothing is final.
support-pdf-why = Why, and what I have already done to get there:
support-pdf-options = The courses or jobs I think of:
support-pdf-choice-insertion = start working
support-pdf-choice-poursuite = go on studying
support-pdf-choice-hesite = I still hesitate
support-pdf-councils = What the class councils say
support-pdf-council = Council
support-pdf-day = Date:
support-pdf-on = Date
support-pdf-advice = Recommendation
support-pdf-advice-insertion = starting work
support-pdf-advice-poursuite = further study
support-pdf-advice-hesite = to be talked over
support-pdf-remarks = Remarks
support-pdf-reasoned = The last council's recommendation
support-pdf-reasons = Reasons:
support-pdf-final = Our choice
support-pdf-final-text = The family chooses, the council advises.
support-pdf-date = Done on:
support-pdf-sign-pupil = The pupil
support-pdf-sign-family = The family
support-pdf-sign-school = The school

## Privacy

support-privacy = Names
support-privacy-text = By default, Jalons knows codes only. Names, if you keep them, are stored apart on this computer (or the school's server) and enter no file unless you ask for it. What is erased here is erased from the history and from Jalons' own file too; copies that you made remain, and on a PostgreSQL server its journal and its backups, until their turn comes.
support-keep-names = Keep names
support-names-kept = A column "Name" has been added to the tab "Pupils".
support-names-gone = All names are erased, everywhere.
support-remove-text = Takes the pupil out of every table and of the whole history of the class.
support-remove = Remove everywhere
support-remove-confirm = Remove this pupil everywhere? The history of the class starts afresh and nothing will bring it back.
support-removed = The pupil is removed everywhere, history included.
support-past-year = Year { $year }
support-past-year-text = It is over. Its classes are of no more use? Do not keep what concerns pupils without a reason.
support-purge = Erase the year { $year }
support-purge-confirm = Erase every class of { $year }, with its history? First take away what is still of use.
support-purged = { $count ->
    [one] Year { $year }: one class erased.
   *[other] Year { $year }: { $count } classes erased.
}
