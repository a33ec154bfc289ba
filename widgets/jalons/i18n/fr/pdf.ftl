# Ce qui s’imprime : l’affiche de l’année, la feuille d’une classe, l’affichette de porte.

pdf-poster-title = Planning { $year } : { $school }
pdf-poster-subtitle = Soutien au parcours : les séances de l’année, classe par classe
pdf-classes-title = Planning { $year } par classe : { $school }
pdf-class-title = Planning { $year } de la classe { $name } : { $school }
pdf-classes-subtitle = Soutien au parcours · année { $year } · { $zone }
pdf-door-title = Prochaines séances de la classe { $name } : { $school }
pdf-footer = Édité le { $date } avec Jalons
pdf-footer-calendar = calendrier de l’année à confirmer
pdf-footer-undated = { $count ->
    [one] 1 séance n’a pas encore de date
   *[other] { $count } séances n’ont pas encore de date
}

pdf-empty = Rien à afficher : l’établissement n’a aucune classe.
pdf-no-session = Aucune séance n’a de date pour l’instant.
pdf-none-from = Aucune séance prévue à partir du { $date }.
pdf-next = Prochaines séances, à partir du { $date }
pdf-unknown-class = La classe « { $name } » n’existe pas dans cet établissement. Classes connues : { $known }.
pdf-count = Le nombre de séances à afficher doit être au moins 1, pas { $count }.

pdf-week = S{ $iso } { $parity }
pdf-head-week = semaine
pdf-head-monday = lundi
pdf-head-month = Mois
pdf-head-date = Date
pdf-head-time = Horaire
pdf-head-theme = Thème
pdf-head-title = Séance
pdf-head-people = Avec, lieu

pdf-many-slots = { $count } créneaux : voir la fiche de la classe
pdf-whole = toute la classe
pdf-group = un groupe
pdf-council = conseil de classe
pdf-pfmp = PFMP
pdf-blocked = pas de séance
pdf-event = événement
pdf-events-apart = Événements numérotés : la liste est sur la dernière page.
pdf-holiday = vacances
pdf-closed = jour férié
pdf-confirmed = date nationale confirmée
pdf-to-confirm = date à confirmer
pdf-to-confirm-title = { $title } (date à confirmer)
pdf-doubt = ?
pdf-signs = Lettre pleine : toute la classe. Lettre cernée : un groupe. En italique : ce qui rythme l’année de la classe.
pdf-undated = Sans date pour l’instant :
pdf-undated-part = { $title } ({ $who })

pdf-holiday-title = Vacances : { $name }
pdf-closed-title = Jour férié : { $name }
pdf-council-title = Conseil de classe { $period }
pdf-span = { $first } – { $last }
pdf-span-days = { $first }–{ $last }
pdf-about-speciality = { $speciality } · { $rest }
pdf-alt-item = { $when } : { $what }

pdf-hours = { $hours } h
pdf-hours-minutes = { $hours } h { $minutes }
pdf-gauge = { $planned } placées sur { $target } visées
pdf-gauge-to-confirm = { $planned } placées sur { $target } visées (valeur nationale à confirmer)
pdf-gauge-no-target = { $planned } placées ; pas d’heures visées connues pour ce niveau
