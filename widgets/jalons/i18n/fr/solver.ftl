# Why an obligatory session clashes, and what would help (each one verified by solving again).
why-fits = la séance dure { $minutes } min.
why-place-capacity = il faut un lieu pour { $pupils } élèves.
why-staff-team = { $class } : peu de personnes de ce rôle interviennent dans la classe.
why-blocked-event = des événements prennent des jours à { $class }.
why-order = { $session } a sa place dans l'ordre des séances.
why-pfmp = { $class } est en PFMP une partie de l'année.
why-window = { $session } se place entre le { $first } et le { $last }.
why-slot = { $class } a ses créneaux le { $days }.
why-staff-available = { $person } vient le { $days }.
why-session = { $session } ({ $target }) est obligatoire aussi.
unblock-person-day = que { $person } vienne aussi le { $day }.
unblock-window = une période plus large pour { $session }.
unblock-place = un lieu de plus, de { $pupils } places.
unblock-weekday = le créneau de { $class } le { $to } au lieu du { $from }.
