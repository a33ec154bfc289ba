# The plan: rules, reasons, results.

when = { $day }, { $start }–{ $end }

role-professeur = teacher
role-professeur-principal = form teacher
role-psyen = guidance psychologist (Psy-EN)
role-cpe = head of year (CPE)
role-documentaliste = librarian teacher
role-france-travail = France Travail
role-mission-locale = mission locale
role-partenaire = partner
role-ancien-eleve = former pupil

place-salle = classroom
place-salle-info = computer room
place-cdi = library (CDI)
place-tiers-lieu = place outside the school
place-none = no place

## A rule is broken

rule-school-day = no school on { $date } ({ $kind ->
    [sunday] Sunday
    [outside] outside the school year
   *[other] { $name }
}).
rule-pfmp = { $class } is on placement (PFMP) on { $date } (from { $first } to { $last }).
rule-blocked-event = { $date } is taken by “{ $event }”.
rule-slot = { $class } has no slot on { $date } from { $start } to { $end }.
rule-fits = the session lasts { $wanted_min } min; given: { $given_min } min, longest slot that day: { $slot_min } min.
rule-staff-available = { $person } is not available on { $date } from { $start } to { $end }.
rule-staff-team = { $person } does not work with { $class }.
rule-roles = somebody is missing in the role “{ $role }”.
rule-place-type = a place of kind “{ $wanted }” is needed (given: { $given }).
rule-place-capacity = { $place } seats { $capacity } for { $pupils } pupils.
rule-window = { $date } is outside the intended period (from { $first } to { $last }).
rule-once = the same session is placed twice ({ $dates }).
rule-target-busy = { $target } already has session { $other } on { $date }, in the same slot.
rule-staff-busy = { $person } is already taken on { $date } at that time ({ $other }).
rule-place-busy = { $place } is already occupied on { $date } at that time ({ $other }).
rule-order = { $first } must come a day before { $second } (placed on { $first_date } and { $second_date }).

## A session could not be placed

left-out-slot = { $class } has no slot between { $first } and { $last }.
left-out-school-day = between { $first } and { $last }, { $count } of the { $total } slot days of { $class } fall in holidays.
left-out-pfmp = between { $first } and { $last }, { $count } of the { $total } slot days of { $class } fall in a placement (PFMP).
left-out-blocked-event = between { $first } and { $last }, { $count } of the { $total } slot days of { $class } are taken by an event.
left-out-fits = the session lasts { $wanted_min } min, the longest possible slot { $slot_min } min.
left-out-roles = { $people ->
    [none] nobody has the role “{ $role }” in the sheet personnes.
   *[other] “{ $role }”: each role needs a different person, there is only { $people }.
}
left-out-staff-team = among { $people }, nobody in the role “{ $role }” works with { $class }.
left-out-staff-available = for the role “{ $role }”, { $people }: not available in any of the { $total } possible slots.
left-out-place-type = no place of kind “{ $wanted }”.
left-out-place-capacity = the largest place of kind “{ $wanted }” seats { $capacity } for { $pupils } pupils.
left-out-not-searched = a place seems free on { $date }: the search ended before using it. Run it again with more time.
left-out-stopped = the search was stopped before it came to this class. Run it again.
left-out-taken-out = taken out by hand.
left-out-added = added since the last plan: search again.

taken-target-busy = { $who } already has another session at { $count } of the { $total } possible times.
taken-staff-busy = { $who } is already taken at { $count } of the { $total } possible times.
taken-place-busy = { $who } is already occupied at { $count } of the { $total } possible times.
taken-order = the order of sessions of { $who } rules out { $count } of the { $total } possible times.
taken-once = already placed ({ $count } of the { $total } times).

## Outcome of the search

outcome-optimal = { $total ->
    [0] Nothing to place: no session concerns your classes.
   *[other] { $optional ->
        [0] Everything is placed: { $placed } of { $total } sessions, and no plan is spread better ({ NUMBER($seconds, maximumFractionDigits: 1) } s).
       *[other] All obligatory sessions are placed ({ $placed } of { $total } sessions, { NUMBER($seconds, maximumFractionDigits: 1) } s). { $optional } optional ones have no place.
    }
}
outcome-feasible = { $optional ->
    [0] Everything is placed: { $placed } of { $total } sessions ({ NUMBER($seconds, maximumFractionDigits: 1) } s). A better spread may exist.
   *[other] All obligatory sessions are placed ({ $placed } of { $total } sessions, { NUMBER($seconds, maximumFractionDigits: 1) } s). { $optional } optional ones have no place so far.
}
outcome-partial = { $mandatory ->
    [one] One obligatory session could not be placed
   *[other] { $mandatory } obligatory sessions could not be placed
} ({ $placed } of { $total } placed, { NUMBER($seconds, maximumFractionDigits: 1) } s). The reasons are given one by one.
outcome-infeasible = No session could be placed (of { $total }). The reasons are given one by one.

## Checking a plan

check-ok = The plan keeps every rule: { $count } sessions placed.
check-broken = { $count ->
    [one] One rule is broken:
   *[other] { $count } rules are broken:
}
check-unplaced = { $count ->
    [one] One session is not placed:
   *[other] { $count } sessions are not placed:
}

## Calendars

ics-session = Session { $session }
ics-class = Class: { $name }
ics-group = Group: { $name }
ics-staff = With: { $names }

## The year board

row-sub = { $level } · { $pupils ->
    [one] 1 pupil
   *[other] { $pupils } pupils
} · { $slots }
no-slot = no slot
council = Council { $period }
band-pfmp = PFMP { $number }
chip-group = Group { $name }

level-2pro = year 1 of 3
level-1pro = year 2 of 3
level-tpro = year 3 of 3
level-cap1 = CAP 1
level-cap2 = CAP 2
level-cap1an = one-year CAP

weekday-lundi = Monday
weekday-mardi = Tuesday
weekday-mercredi = Wednesday
weekday-jeudi = Thursday
weekday-vendredi = Friday
weekday-samedi = Saturday

theme-parcours = My path
theme-competences = My skills
theme-metiers = Jobs and sectors
theme-formations = Courses and wishes
theme-entreprise = Companies and placements
theme-travail = Work and rights
theme-vie-etudiante = Student life
theme-autonomie = Independence
theme-none = No theme

mark-voeux-debut = Parcoursup: wishes open
mark-voeux-fin = Parcoursup: wishes close
mark-confirmation-fin = Parcoursup: confirmation
mark-phase-principale-debut = Parcoursup: answers
mark-bac-pro-ecrits-debut = Bac pro: written exams
mark-bac-pro-oral-projet = Bac pro: project oral
mark-cap-ecrits-debut = CAP: written exams
mark-own-date = date given by the school

## The page

yes = yes
no = no
planner-failure = Something went wrong. What was saved is safe; reload the page if it no longer answers.
planner-school = 1. Your school
planner-propose = 2. Propose a plan
planner-propose-text = Every obligatory session gets one of its class's slots, outside holidays and placements, with the right people and a free place. What cannot be placed is left out, with the reason.
planner-board = 3. The year, class by class
planner-left-out = Sessions left out
planner-hours = Hours of each class
planner-load = Hours of each person
planner-take = 4. Take the plan with you

planner-file-hint = or drop the school's workbook (.xlsx) or CSV files here.

open-example = Try the example { $name }
take-template = Download the template to fill in
template-file = school-template.xlsx

school-none = No school is open. Choose your file, or try the example.
school-wrong = { $count ->
    [one] This file cannot be used; one thing needs mending:
   *[other] This file cannot be used; { $count } things need mending:
}
school-wrong-kept = { $count ->
    [one] This file cannot be used; one thing needs mending (the school already open is kept):
   *[other] This file cannot be used; { $count } things need mending (the school already open is kept):
}
school-open = { $name }, year { $year }, zone { $zone }: { $classes ->
    [one] 1 class
   *[other] { $classes } classes
}, { $sessions ->
    [one] 1 session to place
   *[other] { $sessions } sessions to place
}.
notice-more = { $count ->
    [one] Show the other remark
   *[other] Show the { $count } other remarks
}

blocked-no-school = Open a school first.
planner-search-outdated = The school changed during the search: its result was not used. Search again.
planner-start = Propose a plan
planner-note = { $placed } of { $total } sessions placed

plan-none = This is the year the sessions have to fit into. No plan is proposed yet.
plan-changed = Plan changed since the search: { $placed } of { $total } sessions placed, { $broken ->
    [0] all rules are kept.
    [one] one rule is no longer kept. Move the session, or search again: little else will change.
   *[other] { $broken } rules are no longer kept. Move the sessions, or search again: little else will change.
}
plan-stale = The data changed since this plan: run the search again.


hours-title = Hours placed and hours aimed at, by class
hours-of-target = { NUMBER($planned, maximumFractionDigits: 1) } h placed, { NUMBER($target, maximumFractionDigits: 1) } h aimed at
hours-no-target = { NUMBER($planned, maximumFractionDigits: 1) } h placed; no target is known for this level

load-person = Person
load-total = Total (h)
load-hours = hours in the year
load-sentence = { $count ->
    [0] Nobody takes part in this plan.
    [one] One person takes part: { $person }, { NUMBER($hours, maximumFractionDigits: 1) } h in the year.
   *[other] { $count } people take part; the busiest is { $person }, with { NUMBER($hours, maximumFractionDigits: 1) } h in the year.
}
load-table = Show the hours, month by month

take-who = Calendar of
take-ics = Calendar (.ics)
take-sheets = Class sheets A4 (.pdf)
take-poster = A3 poster of the year (.pdf)
file-sheets = sheets
file-poster = poster
take-xlsx = Workbook (.xlsx)
take-json = Data (.json)
who-all = the whole school
who-class = class { $name }
who-group = group { $name }
who-person = { $name }
workspace-missing = What you enter will not be kept from one visit to the next. { $detail }
