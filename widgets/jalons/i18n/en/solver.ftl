# Why an obligatory session clashes, and what would help (each one verified by solving again).
why-fits = the session lasts { $minutes } min.
why-place-capacity = it needs a place for { $pupils } pupils.
why-staff-team = { $class }: few people of that role work with the class.
why-blocked-event = events take days away from { $class }.
why-order = { $session } has its place in the order of the sessions.
why-pfmp = { $class } is in training in companies part of the year.
why-window = { $session } goes between { $first } and { $last }.
why-slot = { $class } has its slots on { $days }.
why-staff-available = { $person } comes on { $days }.
why-session = { $session } ({ $target }) is obligatory too.
unblock-person-day =
    { $person } coming on { $day ->
        [lundi] Monday
        [mardi] Tuesday
        [mercredi] Wednesday
        [jeudi] Thursday
        [vendredi] Friday
       *[samedi] Saturday
    } too.
unblock-window = a wider period for { $session }.
unblock-place = one more place, for { $pupils } pupils.
unblock-weekday =
    the slot of { $class } on { $to ->
        [lundi] Monday
        [mardi] Tuesday
        [mercredi] Wednesday
        [jeudi] Thursday
        [vendredi] Friday
       *[samedi] Saturday
    } instead of { $from ->
        [lundi] Monday
        [mardi] Tuesday
        [mercredi] Wednesday
        [jeudi] Thursday
        [vendredi] Friday
       *[samedi] Saturday
    }.
