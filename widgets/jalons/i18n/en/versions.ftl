# What is kept: the schools, the history, working together.

shelf = Schools kept here
shelf-hint = Everything you do is saved as you go. Opening another school loses none of these.
shelf-open = open
shelf-away = put away
shelf-saved = Saved { $when }, by { $who }
shelf-as-you-go = Saved as you go
shelf-open-it = Open
shelf-rename = Rename
shelf-rename-ask = Name in this list:
shelf-put-away = Put away
shelf-take-back = Take back
shelf-copy = Make a copy
shelf-copy-ask = Name of the copy:
shelf-copy-name = { $name } (variant)
shelf-forget = Delete
shelf-forget-confirm = Delete this school, its plans and its whole history? Nothing will bring them back.

history = History
history-hint = Every change is kept. You can look at a version again, go back to it or give it a name; nothing is ever erased.
history-initials = Your initials (optional)
history-initials-hint = They sign what you save, for your colleagues. This browser remembers them.
history-show = Show the history
history-hide = Hide the history
history-title = { $when } · { $who }
history-joint = { " · " }
history-current = shown
history-beside = kept beside
history-saves =
    { $count ->
        [one] 1 save
       *[other] { $count } saves
    }
history-look = Look
history-back = Go back
history-back-confirm = Go back to this version? It becomes a new version; those of today stay in the history.
history-name = Name
history-name-ask = Name of this version (for instance “Agreed in the staff meeting”):
history-looking = You are looking at the version saved { $when } by { $who }. Nothing has changed in the plan.
history-looked = The version you are looking at
history-since = Since this version: { $changes }.
history-leave = Close this version

versions-somebody = somebody without initials
versions-today = today at { $time }
versions-day = { $day } at { $time }
versions-span = { $start } – { $end }

changed-first =
    { $count ->
        [one] first plan: 1 session placed
       *[other] first plan: { $count } sessions placed
    }
changed-last = plan taken away
changed-moved =
    { $count ->
        [one] 1 session moved
       *[other] { $count } sessions moved
    }
changed-staffed =
    { $count ->
        [one] 1 session with other people or another place
       *[other] { $count } sessions with other people or another place
    }
changed-added =
    { $count ->
        [one] 1 session added
       *[other] { $count } sessions added
    }
changed-taken-out =
    { $count ->
        [one] 1 session taken out
       *[other] { $count } sessions taken out
    }
changed-pinned = { $count } pinned
changed-unpinned = { $count } unpinned
changed-tables =
    { $count ->
        [one] school file changed ({ $names })
       *[other] school files changed ({ $names })
    }
changed-draft = tables being edited

done-opened = School file opened
done-proposed = Plan proposed
done-back = Back to version { $number }
done-mine = Kept over another version
done-merged = Two versions combined
done-copied = Copy

together = Saving
together-bar-trouble = Your last change is not saved yet.
together-bar-conflict = Somebody else changed this plan while you did.
together-bar-newer = There is a newer version of this plan.
together-bar-go = See and choose
together-newer = { $who } saved a newer version { $when }. This page still shows the one before.
together-update = Show the newer version
together-again = Save again
together-goes-on = You can go on: everything is saved as soon as that is possible. Until then, do not close this page, or download the plan (part “Take away”).
together-conflict =
    { $who } saved { $when }, while you were working. { $count ->
        [0] Both plans place the sessions at the same times.
        [one] The two plans differ in 1 session.
       *[other] The two plans differ in { $count } sessions.
    } What do you want to keep?
together-tables = The school's files are not the same: { $names }.
together-tables-clash = Both of you changed { $names }: they cannot be combined here. Keep one of the two, then take the other up by hand from the history.
together-clashes =
    { $count ->
        [one] 1 session was changed on both sides: choose which to keep if you combine.
       *[other] { $count } sessions were changed on both sides: choose for each if you combine.
    }
together-table = What differs
together-session = Session
together-base = At first
together-mine = Yours
together-theirs = Theirs
together-both = changed on both sides
together-nowhere = not placed
together-combine = Combine both
together-keep-mine = Keep mine
together-take-theirs = Take theirs
together-nothing-lost = Nothing is lost: the version you do not keep stays in the history.
together-cannot = The two versions cannot be combined: their tables do not go together. Keep one of the two; the other stays in the history.

take-door = Door sheet A4 (.pdf)
take-door-blocked = Choose a class or a group first.
take-ics-hint = The calendar (.ics) is imported into Pronote, Thunderbird, Outlook or a phone. It does not update by itself: after a change, import it again. Sessions that moved move; those no longer planned show as cancelled.
who-each-classes = each class, one calendar a class (.zip)
who-each-groups = each group, one calendar a group (.zip)
who-each-people = each person, one calendar a person (.zip)
file-each-classes = calendars-classes
file-each-groups = calendars-groups
file-each-people = calendars-people
file-door = door-sheet
