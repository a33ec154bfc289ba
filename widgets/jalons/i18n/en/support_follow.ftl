# Accompagner: activities, needs, allowance and follow-up of a class.

## Noted for several pupils

support-record = Note a session or an activity
support-record-text = A presentation, a workshop, a first-aid course…: note it once for the whole class or for a group. It is written on each pupil's row, where it can be mended.
support-record-kind = What
support-record-what = Title or place
support-record-first = On
support-record-last = until
support-record-who = For
support-record-but = Except (absent)
support-record-class = the whole class
support-record-note = Note it
support-record-no-what = Give the title of the activity or the place: it is what the follow-up will say.
support-record-no-first = Give the day.
support-record-no-last = The end is before the beginning.
support-record-no-but = { $count ->
    [one] One of the absent pupils is not in this group. Write the codes separated by commas.
   *[other] { $count } of the absent pupils are not in this group. Write the codes separated by commas.
}
support-record-no-nobody = Nobody is left: the whole group is absent.
support-record-done = { $count ->
    [one] Noted for one pupil, in the tab "{ $table }".
   *[other] Noted for { $count } pupils, in the tab "{ $table }".
}
support-kind-of-presentation = Presentation of the final year
support-kind-of-atelier = AvenirPro workshop
support-kind-of-entretien = AvenirPro individual interview
support-kind-of-consolidation = Consolidation towards the BTS
support-kind-of-renforcement = Reinforcement of a subject
support-kind-of-methodologie = Methods of work
support-kind-of-projet = Project
support-kind-of-rencontre = Meeting or visit (BTS, training centre…)
support-kind-of-certification = Certificate (first aid…)
support-kind-of-autre = Other activity
support-kind-of-immersion = Immersion (a week at most)
support-group-of = { $name } ({ $count ->
    [one] one pupil
   *[other] { $count } pupils
})

## The table of activities

support-table-activites = Activities
support-note-activites = What the pupil does beside lessons and placements. Without an end, the activity takes one day. "Obtained" is for a certificate.
support-head-nature = Kind
support-head-activite = Activity
support-head-obtenu = Obtained
support-head-entretiens = Interviews
support-head-versement = Allowance paid on
support-hint-activite = First aid, French for the BTS, a visit…
support-hint-entretiens = The days, separated by |.
support-hint-versement = When the money has come: the day it was paid.
support-hint-competences = What is still to be worked on, separated by |: it counts as a need.
support-hint-francais = At the assessment, from 1 (fragile) to 4 (solid); 1 and 2 count as a need.
support-hint-mathematiques = At the assessment, from 1 (fragile) to 4 (solid); 1 and 2 count as a need.
support-choice-renforcement = reinforcement
support-choice-methodologie = methods
support-choice-projet = project
support-choice-rencontre = meeting
support-choice-certification = certificate
support-choice-autre = other
support-obtained = obtained
support-not-obtained = not obtained

support-need-french = French { $level }
support-need-mathematics = maths { $level }
support-need-said = said by the team

## Late

support-kind-no-activity = Nothing is noted for the block ({ $count })
support-kind-agreement-not-for-study = An agreement in the further-study block ({ $count })
support-kind-reinforcement = A need without reinforcement ({ $count })
support-kind-no-result = The result of a certificate is missing ({ $count })
support-late-no-activity = block { $span }: no activity or immersion noted.
support-late-agreement-not-for-study = { $company }, { $span }: the pupil chose further study, this stay gives no right to the allowance.
support-late-reinforcement = a need is known, but neither reinforcement nor work on methods was noted by the council ({ $since }).
support-late-no-result = { $what }: result awaited since { $since }.
support-todo-no-activity = Note what is planned: reinforcement, methods, project, immersion (see "Note a session or an activity").
support-todo-agreement-not-for-study = Move this stay to "Immersions" (a week at most), or go over the choice with the family.
support-todo-reinforcement = Offer reinforcement before the BTS, in support lessons or during the block, then note it.
support-todo-no-result = Ask for the result, then note yes or no in "Activities".

## The allowance

support-allowance-no-rate = No amount is known for this level in { $year }: nothing is computed.
support-payment-attestation = nothing is paid for now, the attestation at the end of the placement is missing. Once the company has filled it in: up to { $amount } €.
support-payment-days = the attestation is there, but the number of days still has to be read from it. Then: up to { $amount } €.
support-payment-study = immersion of the further-study block, without allowance.
support-payment-due = The attestation is there, the payment should follow.
support-payment-paid = Paid on { $day }.
support-column-earned = Earned (€)
support-column-paid = Already paid (€)
support-column-due = Still to pay (€)
support-column-waiting = Waiting for a paper (€)

## The follow-up

support-column-interviews = Interviews
support-column-consolidation = Consolidation
support-column-immersions = Immersions
support-column-activities = Activities
support-column-needs = Needs
support-column-reason = Reasons of the last council
support-by-pupil-said = said by the pupil
support-by-family-said = said by the family
support-by-staff-said = noted by the team
support-take-follow-up-pdf = Follow-up of the class (.pdf)
support-take-follow-up-xlsx = Follow-up of the class (.xlsx)
support-pdf-follow-up = Follow-up of class { $name }, { $year }
support-pdf-table-decisions = Who decided what, and when
support-pdf-table-paths = AvenirPro and activities

## A list of pupils

problem-no-pupil-titles = no row of titles says where the pupils are. A column "eleve" (a code) is needed, or "nom" and "prenom"; the other columns that are read: { $expected }.
problem-no-pupil-rows = the titles are there, but there is no pupil below them.
problem-list-column-ignored = this column is not kept.
problem-read-as = read as a { $encoding } file. Check the accents.
problem-twice-name = same name and same birth as a row above: left aside.
problem-codes-are-words = { $count ->
    [one] One code is a whole word. If it is a real name, change it: only a code should go around.
   *[other] { $count } codes are whole words. If they are real names, change them: only codes should go around.
}
support-imported = { $read ->
    [one] One pupil read
   *[other] { $read } pupils read
}: { $new ->
    [0] none new
    [one] one new
   *[other] { $new } new
}, { $known ->
    [0] none there already
    [one] one there already, completed
   *[other] { $known } there already, completed
}.
support-imported-bare = The names were not kept: the box "Keep names" is not ticked.

## Exams during the block

support-block-exams = During these weeks: { $exams }.
support-block-exam-on = { $what }, on { $day } ({ $status })

## Sheets and lists

support-signed-whole = all
support-pdf-block-confirmed = In { $year }, { $weeks } weeks prepare this choice: in a company, or preparing for study.
support-pdf-block-to-confirm = In { $year }, { $weeks } weeks prepare this choice: in a company, or preparing for study (length or dates to be confirmed).

## Several people

support-replaced = { $sheet }, { $row }, { $column }: somebody had just { $theirs ->
    [none] emptied the cell
   *[other] written "{ $theirs }"
}, your change ({ $mine ->
    [none] empty
   *[other] "{ $mine }"
}) has replaced it. Talk about it; "Undo" puts it back.

## A year that is over

support-past-offer = The year { $year } is over and its classes are still here. Of no more use?

## Host companies

problem-twice-company = this company has a row above already. Keep one only.
support-table-entreprises = Companies
support-note-entreprises = Who takes your pupils in, and who might hire. The agreements offer these names; a name changed here changes everywhere.
support-head-ville = Town
support-head-contact = Contact
support-head-embauche = May hire
support-hint-embauche = A placement that may lead to a job: yes or no.
support-hint-entreprise = Choose from the tab "Companies", or type another name.
support-column-town = Town
support-column-contact = Contact
support-column-hires = May hire
support-column-stays = Placements
support-pdf-table-companies = The host companies
