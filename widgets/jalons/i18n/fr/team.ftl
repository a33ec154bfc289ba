# Les dates de l'équipe, décidées dans Piloter, montrées dans Planifier.

team-date = { $who ->
    [none] { $title }
   *[other] { $title } — { $who }
}
team-date-done = { $who ->
    [none] ✓ { $title } (fait)
   *[other] ✓ { $title } (fait) — { $who }
}
team-date-source = plan d'action (page Piloter)
team-date-gone = Supprimé du plan d'action : { $title }
