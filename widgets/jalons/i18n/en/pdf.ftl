# What is printed: the poster of the year, the sheet of a class, the sheet on a door.

pdf-poster-title = Year plan { $year }: { $school }
pdf-poster-subtitle = Soutien au parcours: the sessions of the year, class by class
pdf-classes-title = Year plan { $year } by class: { $school }
pdf-class-title = Year plan { $year } of class { $name }: { $school }
pdf-classes-subtitle = Soutien au parcours · year { $year } · { $zone }
pdf-door-title = Next sessions of class { $name }: { $school }
pdf-footer = Issued on { $date } with Jalons
pdf-footer-calendar = calendar of the year to be confirmed
pdf-footer-undated = { $count ->
    [one] 1 session has no date yet
   *[other] { $count } sessions have no date yet
}

pdf-empty = Nothing to show: the school has no class.
pdf-no-session = No session has a date yet.
pdf-none-from = No session planned from { $date } on.
pdf-next = Next sessions, from { $date }
pdf-unknown-class = There is no class “{ $name }” in this school. Known classes: { $known }.
pdf-count = The number of sessions to show must be at least 1, not { $count }.

pdf-week = W{ $iso } { $parity }
pdf-head-week = week
pdf-head-monday = Monday
pdf-head-month = Month
pdf-head-date = Date
pdf-head-time = Time
pdf-head-theme = Theme
pdf-head-title = Session
pdf-head-people = With, place

pdf-many-slots = { $count } time slots: see the sheet of the class
pdf-whole = whole class
pdf-group = a group
pdf-council = class council
pdf-pfmp = work placement (PFMP)
pdf-blocked = no session
pdf-event = event
pdf-events-apart = Numbered events: the list is on the last page.
pdf-holiday = holidays
pdf-closed = public holiday
pdf-confirmed = national date, confirmed
pdf-to-confirm = date to be confirmed
pdf-to-confirm-title = { $title } (date to be confirmed)
pdf-doubt = ?
pdf-signs = Filled letter: the whole class. Outlined letter: a group. In italics: what marks the year of the class.
pdf-undated = No date yet:
pdf-undated-part = { $title } ({ $who })

pdf-holiday-title = Holidays: { $name }
pdf-closed-title = Public holiday: { $name }
pdf-council-title = Class council { $period }
pdf-span = { $first } – { $last }
pdf-span-days = { $first }–{ $last }
pdf-about-speciality = { $speciality } · { $rest }
pdf-alt-item = { $when }: { $what }

pdf-hours = { $hours } h
pdf-hours-minutes = { $hours } h { $minutes }
pdf-gauge = { $planned } planned of { $target } aimed at
pdf-gauge-to-confirm = { $planned } planned of { $target } aimed at (national figure to be confirmed)
pdf-gauge-no-target = { $planned } planned; no hours are known to aim at for this level
