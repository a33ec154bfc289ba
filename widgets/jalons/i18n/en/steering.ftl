# Piloter: the school's self-evaluation.

problem-not-a-review = this file is no self-evaluation of Jalons. Choose a file saved from the page Piloter.
problem-newer-review = this file comes from a newer version of Jalons. Update Jalons, then open it again.

steering-failure = This did not work. What was saved is intact; try again.

steering-theme-orientation = Guidance and support hours
steering-theme-parcours = Employment and further study
steering-theme-liaisons = Links and support
phase-plan = Plan
phase-do = Do
phase-check = Check
step-0 = not yet
step-1 = in part
step-2 = for the most part
step-3 = fully

## The group

steering-group = 1. Your group
steering-group-text = Each person answers on their own, on their own computer or in turn; the group compares, then settles on one answer a question. Initials are enough.
steering-year = School year
steering-me = I am
steering-nobody = (choose)
steering-name = New member
steering-name-hint = initials or role
steering-join = Join the group
steering-leave = Withdraw with my answers
steering-refresh = See the answers that came in
steering-blind = Answer blind: the others' answers stay hidden until they are shared
steering-say-who = Say who answers on this page to begin. { $people ->
    [0] Nobody has joined the group yet.
    [one] 1 person has joined the group.
   *[other] { $people } people have joined the group.
}
steering-standing = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $answered } questions out of { $total } have an answer, { $agreed } are settled by the group.
steering-file = Take up a saved self-evaluation, or add a colleague's answers
steering-file-hint = the .json file saved from this page

## Answer

steering-answers = 2. Answer
steering-mode-answer = I answer
steering-mode-agree = The group settles
steering-settled-on = Settled by the group on { $day }.
steering-planned = Planned action – { $action }
steering-answers-who = First choose your name above, or join the group.
steering-evidence = For instance: { $examples }
survey-answered = %count% questions out of %total% have an answer.
survey-unknown = I do not know
survey-note = What shows it
survey-note-add = Add what shows it
survey-take-back = clear the answer
survey-others = Answers of the group
survey-hidden = %count% answer(s) in, hidden until they are shared.
survey-nobody = Nobody has answered yet.
survey-agreed = The group settled on:
survey-saved = Saved.
survey-empty = No question to show.

known-plan-exists = the plan places { $placed ->
    [one] { $placed } session
   *[other] { $placed } sessions
} for { $classes ->
    [one] { $classes } class
   *[other] { $classes } classes
}.
known-hours-in-timetable = { $classes ->
    [one] { $classes } class out of { $total } has
   *[other] { $classes } classes out of { $total } have
} a slot, { $hours } h are placed.
known-organisation = { $ways }.
known-places = { $rooms ->
    [one] { $rooms } session
   *[other] { $rooms } sessions
} in a classroom, { $library } in the library, { $outside } outside the school.
known-groups = { $sessions ->
    [one] { $sessions } session out of { $total } is
   *[other] { $sessions } sessions out of { $total } are
} in groups ({ $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}).
known-groups-needs = { $groups ->
    [one] { $groups } needs group
   *[other] { $groups } needs groups
} in the file.
known-needs = { $sessions ->
    [one] { $sessions } needs session
   *[other] { $sessions } needs sessions
} placed.
known-sessions-insertion = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} for employment placed.
known-sessions-poursuite = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} for further study placed.
known-sessions-cap = { $sessions ->
    [one] { $sessions } CAP session
   *[other] { $sessions } CAP sessions
} placed.
known-levels-covered = { $levels ->
    [one] { $levels } level out of { $total } has
   *[other] { $levels } levels out of { $total } have
} sessions.
known-progression = { $common ->
    [one] { $common } common session
   *[other] { $common } common sessions
} placed, on { $levels ->
    [one] { $levels } level
   *[other] { $levels } levels
}.
known-partners = { $count ->
    [one] { $count } outside partner
   *[other] { $count } outside partners
} in the plan.
known-role-psyen = the guidance psychologist takes part in { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}.
known-role-cpe = the education adviser takes part in { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}.
known-role-ancien-eleve = former pupils take part in { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}.
known-avenirpro = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} with France Travail or the youth employment office.
known-dialogue = a first wish is written down for { $done } pupils of { $total } (classes followed in Accompagner).
known-councils = { $done } recommendations of councils written down of { $total } expected.
known-recommendations = the choice follows the last recommendation for { $done } pupils of { $total }.
known-changes = the choice is no longer the first wish for { $done ->
    [one] { $done } pupil
   *[other] { $done } pupils
} of { $total }.
known-immersions = { $done ->
    [one] { $done } pupil
   *[other] { $done } pupils
} had an immersion, for { $total } who { $total ->
    [one] aims
   *[other] aim
} at further study.
known-consolidation = { $done ->
    [one] { $done } pupil
   *[other] { $done } pupils
} of { $total } had an action of consolidation towards BTS.
known-transition = { $done ->
    [one] { $done } pupil
   *[other] { $done } pupils
} of { $total } had a workshop, an interview or an immersion.
organisation-hebdomadaire = { $count ->
    [one] 1 class every week
   *[other] { $count } classes every week
}
organisation-quinzaine = { $count ->
    [one] 1 class every other week
   *[other] { $count } classes every other week
}
organisation-globalise = { $count ->
    [one] 1 class with pooled hours
   *[other] { $count } classes with pooled hours
}
organisation-modules = { $count ->
    [one] 1 class by modules
   *[other] { $count } classes by modules
}

## Overview

steering-overview = 3. Overview
picture-caption = Where the school stands
picture-step = { NUMBER($step, minimumFractionDigits: 1) } out of 3
picture-count = { $standing } questions out of { $questions }
picture-nothing = No answer yet.
steering-standing-line = { $text } — { $step } ({ $theme })
steering-strengths = Strengths
steering-strengths-none = None yet: a question becomes a strength once it is judged done for the most part or fully.
steering-priorities = Three priorities
steering-priorities-none = No question is judged weak so far.
steering-differences = Where views differ
steering-differences-none = Nobody differs on a question that is still open.
steering-changes = Since last year
steering-changes-none = No question has moved.
steering-differs = { $text } — from "{ $low }" to "{ $high }"
steering-moved = { $way ->
    [up] ▲ better
   *[down] ▼ worse
}: { $text } — { $before }, then { $now }

## Indicators

steering-figures = 4. Indicators
steering-figures-text = Jalons fills in what it knows; the rest is typed in here, with its source. Pupils in work are counted out of leavers, pupils in study out of final-year pupils: the two rates do not add up.
steering-column-indicator = Indicator
steering-column-value = This year
steering-column-origin = Where it comes from
steering-column-target = Target
steering-column-before = Years before
steering-column-france = France
steering-missing-entered = to be typed in.
steering-missing-plan = not available: open this year's plan in Planifier, or type it in.
steering-missing-classes = not available: follow this year's classes in Accompagner, or type it in.
steering-computed = computed by Jalons ({ $origin })
steering-entered = typed in by the school
steering-which = Indicator
steering-value = Value
steering-origin = Where is it from?
steering-origin-hint = January survey, InserJeunes…
steering-target = Target
steering-save = Save
steering-saved = Saved.
steering-counts = What is counted: { $counts }.
steering-bad-number = "{ $value }" will not do: it takes a number, between 0 and 100 for a percentage. Nothing was changed.

## Actions

steering-actions = 5. Action plan
steering-actions-text = A dated action shows as a milestone on the year plan (page Planifier), in the school's calendar and in that of the person named, and follows every change.
steering-actions-caption = What the school decides
steering-actions-none = No action yet. Start from one of the three priorities.
steering-action = Action
steering-action-new = (new action)
steering-action-title = What
steering-action-about = To answer
steering-action-about-none = (nothing in particular)
steering-action-owner = Who
steering-action-due = By when
steering-action-done = It is done
steering-action-standing = Where it stands
steering-action-save = Save the action
steering-action-drop = Delete the action
steering-action-untitled = Give the action a title.
steering-no-date = no date
steering-done-on = done on { $date }
steering-late = late
steering-open = under way

## Take away

steering-take = 6. Present and take away
steering-take-pdf = Report (.pdf)
steering-take-xlsx = Workbook (.xlsx)
steering-take-json = File of the self-evaluation (.json)
slides-start = Present
slides-next = Next
slides-previous = Previous
slides-leave = Leave
slides-place = %number% of %total%
slides-title = Presentation
report-file = self-evaluation
report-title = Self-evaluation { $year }
report-group = Group: { $people }
report-issued = issued on { $date }
report-sheet-questions = Questions
report-sheet-indicators = Indicators
report-sheet-actions = Action plan
report-column-theme = Theme
report-column-phase = Phase
report-column-question = Question
report-column-step = Where it stands
report-column-evidence = What shows it
talk-standing = { $standing } questions out of { $total } have an answer.
talk-people = { $people ->
    [0] Nobody has answered yet.
    [one] One person has answered.
   *[other] { $people } people have answered.
}
talk-target = Target: { $target }
talk-action = { $title }: { $owner }, { $due }
