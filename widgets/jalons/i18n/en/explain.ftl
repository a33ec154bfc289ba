# Why a session is left out, and what would help: all of it verified by searching again.

## What cannot all hold

clash-fits = { $session } lasts { $minutes } min.
clash-place-type = { $places ->
    [none] { $session } needs a place of type “{ $wanted }”: the school has none.
   *[other] { $session } needs a place of type “{ $wanted }” for { $pupils } pupils; there is: { $places }.
}
clash-place-capacity = { $session } needs a place of type “{ $wanted }” for { $pupils } pupils; the largest ({ $place }) has { $capacity } seats.
clash-roles = { $people ->
    [none] { $session } needs somebody in the role “{ $role }”: the school has nobody for this class.
   *[other] { $number ->
        [one] { $session } needs somebody in the role “{ $role }”: { $people }.
       *[other] { $session } needs { $number } people in the role “{ $role }”: { $people }.
    }
}
clash-staff-team = In the role “{ $role }”, not in the team of { $class }: { $people }.
clash-staff-available = { $person } only comes { $rows }.
clash-blocked-event = “{ $event }” takes { $class } away from { $first } to { $last }.
clash-order = { $second } must come on a day after { $first }.
clash-pfmp = { $class } is on placement from { $first } to { $last }.
clash-window = { $side ->
    [first] { $session } does not go before { $date }
   *[last] { $session } does not go after { $date }
}{ $milestone ->
    [none] .
   *[other] {" "}({ $milestone }).
}
clash-slot = { $rows ->
    [none] { $class } has no slot.
   *[other] { $class } has its slot { $rows }.
}
clash-target-busy = { $session } “{ $title }” has its own place to keep for { $target }{ $bounded ->
    [day] , on { $first }
    [dates] , between { $first } and { $last }
   *[no] {""}
}.
clash-staff-busy = { $session } “{ $title }” needs the same people for { $target }{ $bounded ->
    [day] , on { $first }
    [dates] , between { $first } and { $last }
   *[no] {""}
}.
clash-place-busy = { $session } “{ $title }” needs the same places for { $target }{ $bounded ->
    [day] , on { $first }
    [dates] , between { $first } and { $last }
   *[no] {""}
}.
clash-pinned = { $session } “{ $title }” ({ $target }) is pinned on { $date }.
clash-earlier-part = Part { $part } of { $session } has no place: nor have those that follow it.
clash-search-again = There is a place on { $date } with nothing changed in your file: search again.

## What would be enough

way-unpin = Unpin { $session } “{ $title }” ({ $target }), pinned on { $date }.
way-weekday = Move the slot of { $class } to { $to } instead of { $from }.
way-person-date = Have { $person } come { $rows }.
way-window-last = Let { $session } go up to { $date } for { $class }.
way-window-first = Let { $session } go from { $date } on for { $class }.
way-slot-longer = Lengthen the slot of { $class } on { $day }: from { $start } to { $end }.
way-slot-date = Give { $class } one more slot: { $rows }.
way-place-kind = Hold { $session } in a place of type “{ $wanted }” rather than “{ $given }”.
way-place-new = Find one more place of type “{ $wanted }”, for { $pupils } pupils.
way-person-class = Have { $person } work with { $class }.
way-person-role = Find one more person in the role “{ $role }”.
way-event-off = Excuse { $class } from “{ $event }”.
way-order-off = No longer ask that { $second } comes after { $first }.
way-shorter = Shorten { $session } to { $minutes } min.

left-out-line = { $why } What would be enough (any one): { $ways }

## When

list-then = {"; then "}
row-date = on { $date }
row-weekday = on { $day }
row-hours = from { $start } to { $end }
row-weeks = ({ $weeks } weeks)
row-from = from { $date } on
row-to = until { $date }
row-always = at any time
bound-rentree = start of the school year
bound-conseil-t1 = council of the first term
bound-conseil-t2 = council of the second term
bound-conseil-s1 = council of the first semester
bound-voeux-fin = end of wishes on Parcoursup
bound-confirmation-fin = end of confirmations on Parcoursup
bound-fin-annee = end of the year

## On the page

why-start = Find out why
why-running = Looking for the reasons
why-note = { $total ->
    [one] one session to explain
   *[other] session { $number } of { $total }
}
why-done = The reasons found are verified: with them there is no place, without any one of them there is.
why-stopped = The search for reasons was stopped: what was found is shown.
why-failed = The search for reasons could not be finished.
why-outdated = The plan changed while the reasons were looked for: look again.
why-blocked-none = All reasons are verified already.
why-count = { $mandatory ->
    [0] { $optional ->
        [one] One optional session is not placed.
       *[other] { $optional } optional sessions are not placed.
    }
    [one] One obligatory session is not placed{ $optional ->
        [0] .
       *[other] , and { $optional } optional ones.
    }
   *[other] { $mandatory } obligatory sessions are not placed{ $optional ->
        [0] .
       *[other] , and { $optional } optional ones.
    }
}
why-for = for { $target }
why-part = part { $part }
why-mandatory = obligatory
why-optional = optional
why-clash = These do not hold together (verified):
why-quick = What the search noticed (not verified):
why-ways = Any one of these would be enough (verified):
why-no-way = None of the ideas that were tried is enough by itself.
why-not-verified = Some reasons could not be verified in the time given: raise --time-limit.
