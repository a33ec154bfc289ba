# The team's dates, decided in Piloter, shown in Planifier.

team-date = { $who ->
    [none] { $title }
   *[other] { $title } — { $who }
}
team-date-done = { $who ->
    [none] ✓ { $title } (done)
   *[other] ✓ { $title } (done) — { $who }
}
team-date-source = action plan (page Piloter)
team-date-gone = No longer in the action plan: { $title }
