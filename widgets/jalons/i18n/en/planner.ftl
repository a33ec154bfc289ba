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
left-out-roles = nobody has the role “{ $role }” in the sheet personnes.
left-out-staff-team = among { $people }, nobody in the role “{ $role }” works with { $class }.
left-out-staff-available = for the role “{ $role }”, { $people }: not available in any of the { $total } possible slots.
left-out-place-type = no place of kind “{ $wanted }”.
left-out-place-capacity = the largest place of kind “{ $wanted }” seats { $capacity } for { $pupils } pupils.
left-out-not-searched = a place seems free on { $date }: the search ended before using it. Run it again with more time.

taken-target-busy = { $who } already has another session at { $count } of the { $total } possible times.
taken-staff-busy = { $who } is already taken at { $count } of the { $total } possible times.
taken-place-busy = { $who } is already occupied at { $count } of the { $total } possible times.
taken-order = the order of sessions of { $who } rules out { $count } of the { $total } possible times.
taken-once = already placed ({ $count } of the { $total } times).

## Outcome of the search

outcome-optimal = { $total ->
    [0] Nothing to place: no session concerns your classes.
   *[other] { $optional ->
        [0] Everything is placed: { $placed } of { $total } sessions, and no plan is spread better ({ $seconds } s).
       *[other] All obligatory sessions are placed ({ $placed } of { $total } sessions, { $seconds } s). { $optional } optional ones have no place.
    }
}
outcome-feasible = { $optional ->
    [0] Everything is placed: { $placed } of { $total } sessions ({ $seconds } s). A better spread may exist.
   *[other] All obligatory sessions are placed ({ $placed } of { $total } sessions, { $seconds } s). { $optional } optional ones have no place so far.
}
outcome-partial = { $mandatory ->
    [one] One obligatory session could not be placed
   *[other] { $mandatory } obligatory sessions could not be placed
} ({ $placed } of { $total } placed, { $seconds } s). The reasons are given one by one.
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
