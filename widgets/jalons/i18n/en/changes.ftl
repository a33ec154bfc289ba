# What changed between two plans.

planner-changes = What has just changed
changes-count = Compared with the plan before: { $changes }.
changes-moved = { $count ->
    [one] 1 session moved
   *[other] { $count } sessions moved
}
changes-staffed = { $count ->
    [one] 1 session with other people or another place
   *[other] { $count } sessions with other people or another place
}
changes-added = { $count ->
    [one] 1 session added
   *[other] { $count } sessions added
}
changes-taken-out = { $count ->
    [one] 1 session taken out
   *[other] { $count } sessions taken out
}
changes-who = Show what changes for
changes-back = Go back to the plan before
changes-fold = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
changes-title = What changed, session by session
changes-session = Session
changes-for = For
changes-old = Before
changes-new = Now
changes-nowhere = not placed
changes-nobody = nobody
changes-no-place = no place
