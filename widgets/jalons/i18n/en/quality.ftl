# What a plan is worth, in sentences.

planner-quality = What this plan is worth

gap-best = This is the best plan there is: no other does better on what is wanted.
gap-within = This plan is at most { $percent }% above the best there is (what strays from the wishes is counted: the less, the better).
gap-unknown = The search ended before it could tell whether this plan is the best there is.
gap-places = The search ended before it could tell whether other sessions have a place.
gap-by-hand = The plan was changed since the search: how far it is from the best is not known.

gap-so-far-best = the best there is
gap-so-far-within = at most { $percent }% above the best there is
gap-so-far-unknown = how far from the best is not known yet
gap-so-far-places = how far from the best is not known yet

quality-mandatory-left-out = { $count ->
    [0] All obligatory sessions are placed.
    [one] One obligatory session is not placed.
   *[other] { $count } obligatory sessions are not placed, in { $classes ->
        [one] one class
       *[other] { $classes } classes
    }.
}
quality-optional-left-out = { $count ->
    [0] All optional sessions are placed.
    [one] One optional session is not placed.
   *[other] { $count } optional sessions are not placed, in { $classes ->
        [one] one class
       *[other] { $classes } classes
    }.
}
quality-hours-short = { $count ->
    [0] No class loses hours: each has those that its sessions allow.
   *[other] { $count } h are missing to the target because sessions are not placed, in { $classes ->
        [one] one class
       *[other] { $classes } classes
    }.
}
quality-gap-week = { $classes ->
    [0] No class with a regular slot has more than { $weeks } weeks of school without a session.
    [one] One class has more than { $weeks } weeks of school without a session.
   *[other] { $classes } classes have more than { $weeks } weeks of school without a session.
}
quality-week-from-even = { $count ->
    [0] Every session is exactly at its place in an even year.
   *[other] A session is on average { NUMBER($mean, maximumFractionDigits: 1) } { $mean ->
        [one] week
       *[other] weeks
    } from its place in an even year.
}
quality-staff-uneven = { $pools ->
    [0] People who can stand in for each other have the same load, within { $hours } h.
    [one] In one team of people who can stand in for each other, loads differ by more than { $hours } h.
   *[other] In { $pools } teams of people who can stand in for each other, loads differ by more than { $hours } h.
}

quality-class-mandatory-left-out = { $name }: { $count }
quality-class-optional-left-out = { $name }: { $count }
quality-class-hours-short = { $name }: { $count } h
quality-class-gap-week = { $name } ({ $count ->
    [one] one week too many
   *[other] { $count } weeks too many
})
quality-class-week-from-even = { $name }: { $count ->
    [one] 1 week in all
   *[other] { $count } weeks in all
}
quality-class-staff-uneven = { $name }: { $count }

quality-how = How the plan is chosen
quality-order = In this order: place all obligatory sessions; place the optional ones; give the target hours; then, weighed together, leave no class long without a session, spread evenly, balance loads and, where there is a plan already, change little in it. The first two always come before the rest. What even means depends on the class: every week or every other week for a regular slot; a share between two holidays for pooled hours; a share in each module, however dense, for modules.

## Hours of each class

hours-to-confirm = { " (to confirm)" }
hours-all-placed = { $left ->
    [0] all its sessions are placed
    [one] one of its sessions is not placed
   *[other] { $left } of its sessions are not placed
}
hours-and = { $hours }; { $sessions }
