# The page Simuler.

simuler-failure = This did not work. Your settings are kept: try again, or reload the page.

## 1. Whose pupils

simuler-who = 1. Which pupils?
simuler-kind = I look at
simuler-kind-france = the whole of France
simuler-kind-academie = an académie
simuler-kind-lycee = my school
simuler-kind-fichier = an opened scenario
simuler-academy = Académie
simuler-academy-none = (choose one)
simuler-horizon = for
simuler-years = { $count ->
    [one] one year
   *[other] { $count } years
}
simuler-who-france = the school-based vocational track in France, from September { $year }
simuler-who-academie = the académie of { $name }, from September { $year }
simuler-who-lycee = your school, from September { $year }
simuler-who-fichier = the scenario “{ $name }”, from { $year }
simuler-open = You follow { $who }, up to { $last }: { $heads } pupils and students at the start.
simuler-wrong = { $count ->
    [one] One thing to mend.
   *[other] { $count } things to mend.
} Meanwhile the page still shows { $shown }.
problem-origin-no-academy = choose an académie from the list.

## My school

simuler-school = The head-counts of your school
simuler-school-text = One row a September: type, or paste from a spreadsheet. Two Septembers in a row are enough to read your own passage rates; with one, the page takes those of your académie or of France. Nothing leaves this computer.
simuler-school-example = Fill in with an invented school
simuler-school-clear = Clear everything
simuler-rows-cut = The table holds { $most } rows: those after them were not taken.
simuler-sheet-effectifs = Head-counts
simuler-sheet-passages = Passages (optional)
simuler-sheet-passages-note = If you followed your pupils one by one: how many were there at first, how many were in the next level a year later. These passages replace what the head-counts say.
simuler-grid-rentree = September
simuler-grid-vers = Passage
simuler-grid-depart = Pupils at first
simuler-grid-arrivee = In the next level a year later
simuler-passage-1PRO = from 2de to 1re pro
simuler-passage-TPRO = from 1re to terminale pro
simuler-passage-CAP2 = from year 1 to year 2 of the CAP
problem-counts-none = no September. Give one row at least: the year, then the pupils of each level (0 where there is none).
problem-counts-nobody = no pupil at all in September { $year }. Give one head-count at least.
problem-counts-year-twice = this September is given twice. Keep one row.
problem-counts-whole = a whole number between { $low } and { $high } is needed, for instance 24.
problem-counts-level = choose a passage from the list.
simuler-weights = What your own figures weigh
simuler-weights-text = Few pupils mean much chance: one odd year would look like a trend. Your rates are therefore mixed with those of the académie and of France. The more years and pupils you give, the more your figures weigh.
simuler-weights-sentence = { $passage }: your rate { $own }, used { $ratio } (nine times in ten between { $low } and { $high }). Your figures ({ $pupils } pupils) weigh { $ownWeight }, the académie { $academyWeight }, France { $franceWeight }.
simuler-weights-sentence-none = { $passage }: you have no rate; used { $ratio } (nine times in ten between { $low } and { $high }). The académie weighs { $academyWeight }, France { $franceWeight }.
simuler-weights-over = A rate may exceed 100%: it also counts those who come from elsewhere.
simuler-weight-own = you
simuler-weight-academy = académie
simuler-weight-france = France
simuler-local-rest = Only the passage rates between levels are those of the place. What follows (BTS, apprenticeship, jobs) uses national rates, and the head-counts after school are those of France scaled to the number of final-year pupils. Where more pupils move up than in France, fewer leave by each other way, in proportion, down to half (assumed); beyond that, the model counts pupils who come from elsewhere.

## 2. The levers

simuler-levers = 2. What do you change?
simuler-levers-text = 0%: as today. 100%: every pupil concerned benefits.
dials-reset = Set “%label%” back to today
dials-more = Where this effect comes from, adjust it
simuler-size = Strength of the effect
simuler-size-text = Of 100 pupils who would have taken the other way, how many would change, if all were concerned.
simuler-evidence-illustrative = Illustrative effect, set by you: no public study measures it. By default:
simuler-evidence-documented = Documented effect: { $source }. By default:
simuler-evidence-sized = Effect set by you:
simuler-evidence-own = Effect described by you:
simuler-effect = of 100 pupils who would go from “{ $state }” to “{ $instead }”, { $share } would go to “{ $to }”{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}
simuler-landmark = Landmark (in French): { $text }.
simuler-places = Places: { $state }
simuler-places-text = Places opened (+) or closed (−) each year.
simuler-places-note = Opened, they take pupils who would have left for a job or with nothing; closed, they give them back. “{ $state }”: the number is per year. Assumption: every place is filled.
simuler-invite = Move a slider: what changes shows here at once. Or pick a ready-made story further down.
simuler-try = Try: the consolidation course for all
simuler-tiles = What changes in September { $year }
simuler-today = as today
simuler-today-word = today
simuler-kept-word = your comparison
simuler-yearly = { $state } (in the year)
simuler-between = between { $low } and { $high }
simuler-change = { $state } { $change } ({ $between })
simuler-changes = In September { $year }, compared with { $compared }: { $lines }.
simuler-no-change = No lever moves: the two scenarios are the same.
simuler-interval-hint = Between the two bounds nine times in ten. The interval counts chance and how unsure the rates are; it does not count the effect of the lever, which you set. Fewer jobs in the year may mean more study.
simuler-keep = Keep as comparison
simuler-forget = Compare with today again
simuler-reset = Set everything back to today
simuler-compared = Compared with: { $what }.
simuler-setting = { $lever }: { $coverage }%
simuler-setting-sized = { $line } (effect set to { $size }%)
simuler-setting-places = { $state }: { $places } places a year
simuler-points = { $count ->
    [1] { $number } point
   *[other] { $number } points
}
simuler-job-running = Precise calculation under way
simuler-job-stop = Stop
simuler-job-stopping = Stopping…
simuler-job-done = Precise calculation done: 1,000 draws.
simuler-job-stopped = Stopped: the preview stays.
simuler-job-failed = The precise calculation failed: the preview stays.
simuler-table = See the table
simuler-column-state = Where
simuler-column-first = Comparison
simuler-column-second = With your settings
simuler-column-change = Difference
simuler-column-between = Nine times in ten
simuler-png = Image (.png)
simuler-svg = Image (.svg)
simuler-file-difference = simuler-what-changes
simuler-file-path = simuler-path
simuler-file-years = simuler-years

## Indicators

simuler-cards = The indicators
simuler-cards-text = Two ways of counting, never to be added up: “per pupil” (of everybody in the class) and “per leaver” (of those who left school).
simuler-per-pupil = per pupil
simuler-per-leaver = per leaver
simuler-per-entrant = per entrant
simuler-extra = The file adds, beside the sliders: { $what }.
simuler-card-france = France, as today: { $value }
simuler-card-unsure = Not sure here: those who come from elsewhere hide part of those who leave.
simuler-card-same = unchanged
simuler-card-change = { $first } before; { $change } ({ $between })
simuler-card-more = Where this figure comes from
simuler-card-year = Calculated for the step from September { $year } to September { $next }.
simuler-card-assumed = Some of the rates are assumed (confidence D): see the list further down.
simuler-card-file = Rates of the opened scenario.
simuler-card-asked = Indicator asked for by: { $source }.
simuler-source = Rests on: { $source }, { $year } (confidence { $confidence }).
simuler-no-indicator = This chain lacks the states that the indicators speak of.

## 3. A cohort on its way

simuler-path = 3. Where do they go, year after year?
simuler-path-text = A thousand pupils start together; nobody joins them. The wider a ribbon, the more of them follow it.
simuler-start = They start from
simuler-side-second = With your settings
simuler-side-first = Comparison
simuler-after = { $count ->
    [0] start
    [1] 1 year later
   *[other] { $count } years later
}
simuler-path-sentence = Of { $heads } pupils who started from “{ $start }”, { $years } years later: { $ends }.
simuler-what-cohort = A cohort on its way
simuler-what-year = One September
simuler-from-year = From September
simuler-year-to-year = { $year } to { $next }
simuler-september = September { $year }
simuler-column-in-hundred = Of 100 at the start
simuler-year-path-text = All the young people of one September, and where they are the next. Newcomers, who arrive from outside (lower secondary school, other tracks), are not drawn. Flows of fewer than { $least } young people in a thousand are in the table only.
simuler-year-path-sentence = In September { $year }, { $heads } young people are on their way. In September { $next }, most of them are here: { $ends }. { $newcomers } newcomers, not drawn, join them.

## 4. Year after year

simuler-over-years = 4. And from one September to the next?
simuler-over-years-text = Dark band: chance alone (who goes where). Light band: chance and unsure rates together.
simuler-which = Look at
simuler-band-first = Comparison
simuler-band-second = With your settings
simuler-band-all = Nine times in ten
simuler-band-chance = Chance alone
simuler-column-year = September
simuler-column-both = Nine times in ten
simuler-column-chance = Chance alone
simuler-column-rates = Rates alone
simuler-years-sentence = { $state }, in { $year }: { $second } with your settings, { $first } in the comparison. Nine times in ten between { $low } and { $high }{ $cause ->
    [rates]; the doubt comes mostly from unsure rates
    [chance]; the doubt comes mostly from chance, because the pupils are few
   *[none] {""}
}. { $same ->
    [yes] The two scenarios are the same.
   *[no] The gap between the two is much surer than each of them, because they throw the same dice: { $gap } (between { $gapLow } and { $gapHigh }).
}
simuler-school-empty = Type or paste your head-counts below, or try the invented school. Meanwhile the page shows { $shown }.
simuler-academy-empty = Choose an académie. Meanwhile the page shows { $shown }.

## Stories and talk

simuler-stories = Stories to tell
simuler-stories-text = One click sets the levers and opens the talk in large type: one idea a screen, the arrows to go on, Escape to come back here.
simuler-present = Present the current settings
simuler-story-consolidation = What if every bac pro holder who enters a BTS had the consolidation course?
simuler-story-consolidation-text = How many would reach the second year, how many would stay instead of leaving.
simuler-story-tutoring = What if nobody dropped out alone?
simuler-story-tutoring-text = A tutor or mentor for every pupil, from the first year on.
simuler-story-cap = What if the CAP opened better onto the bac pro?
simuler-story-cap-text = CAP and bac pro teams that talk to each other, a prepared welcome in première.
simuler-story-choice = What if entering a BTS were prepared all year long?
simuler-story-choice-text = Links with the BTS, immersion days and a reasoned council recommendation, together.
simuler-story-job = What if every pupil who aims for a job went through AvenirPro?
simuler-story-job-text = What it would do among those who leave school, and only them.
simuler-story-places = Opening BTS places: with or without support?
simuler-story-places-text = The same places on both sides; only the consolidation course differs.
simuler-story-all = What if everything were done at once?
simuler-story-all-text = Every lever at full strength. Effects do not simply add up: see why.
simuler-talk-title = What our settings change
simuler-talk-who = For { $who }.
simuler-talk-change = { $change }; nine times in ten { $between } points
simuler-talk-per = Counted { $per }.
simuler-talk-dots-pupil = Of 100 pupils or students
simuler-talk-dots-leaver = Of 100 young people who left school
simuler-talk-dots-entrant = Of 100 entrants
simuler-talk-dots-line = { $name }: { $before } without this setting, { $after } with it.
simuler-dots-both = { $count } in both cases
simuler-dots-gain = { $count } more
simuler-dots-loss = { $count } fewer
simuler-talk-people = { $state }: what it does, in September { $year }
simuler-talk-people-note = Number of pupils, as a difference to the comparison.
simuler-sure = How sure is this?
simuler-sure-interval = Intervals: nine draws in ten ({ $draws } draws). They count chance and how unsure the rates are.
simuler-sure-illustrative = The strength of a lever is an assumption that you set: no public study measures it. If it is half as strong, so roughly is the result.
simuler-sure-rates = Some of the model's rates are assumptions too, marked D. This helps a discussion; it is not a forecast.
simuler-talk-assumed = The full list, assumptions included, is at the bottom of the page.

## Where these figures come from

simuler-sources = Where do these figures come from?
simuler-method = How it is calculated
simuler-method-1 = Each September all pupils of a level are shared out between the possible next steps, by rates; then new pupils enter.
simuler-method-2 = A lever moves a share of one flow to another. Two levers on one flow never move the same pupil twice.
simuler-method-3 = Intervals come from random draws: who goes where, and by how much each rate may be wrong. Both scenarios throw the same dice: their difference is the lever's.
simuler-method-4 = “Employed” is counted six months after leaving, per leaver; “still studying” per pupil of the class. The two are never added up.
simuler-method-5 = “Neither employed nor in training” also counts the self-employed and jobs abroad, which the files do not see.
simuler-method-6 = 0% on a slider is what today's rates already contain: a measure that is already widespread therefore has less to bring than the page shows.
simuler-method-7 = Rates stay the same from year to year: no reform, no crisis, no change in the number of births.
simuler-rates = The rates, one by one
simuler-assumed = { $assumed } rates out of { $total } are assumptions (confidence D): nobody publishes them.
simuler-misses = What the model misses
simuler-misses-text = Started from the head-counts of 2019, does the model find those of the following years? Here is the gap, level by level, for France.
simuler-all-indicators = All indicators
simuler-unavailable = Indicators that the page cannot give, and why
simuler-published = Published figure{ $part ->
    [none] {""}
   *[other] {" "}({ $part })
}: { $value } ({ $source }, { $year }).
simuler-percent = { $value }%
simuler-column-indicator = Indicator
simuler-column-per = Counted
simuler-column-asked = Asked for by
simuler-column-rate = From → to
simuler-column-value = Value
simuler-column-of = Share
simuler-column-confidence = Confidence
simuler-column-source = Source
simuler-column-modelled = Model
simuler-column-observed = Observed
simuler-column-miss = Gap
simuler-column-kind = What

## Taking away

simuler-take = 5. Take away, open again
simuler-take-text = Images are taken below each chart. The scenario (.yaml) opens again here, or runs with “jalons cohorts run”.
simuler-take-pdf = One page (.pdf)
simuler-take-xlsx = All the numbers (.xlsx)
simuler-take-yaml = Scenario (.yaml)
simuler-choose = Open a scenario (.yaml)…
simuler-choose-hint = Your current settings are replaced by those of the file.
simuler-file-open = “{ $file }” is open.
simuler-file-wrong = “{ $file }” cannot be used; nothing has changed. { $count ->
    [one] One thing to mend:
   *[other] { $count } things to mend:
}
simuler-yaml-comment = Scenario made on the page Simuler. To run it: jalons cohorts run { $file }
simuler-pdf-title = Simuler: what changes
simuler-pdf-issued = made on { $date }
simuler-sheet-settings = Settings
simuler-sheet-people = Head-counts
simuler-sheet-indicators = Indicators
simuler-sheet-path = Cohort followed
simuler-sheet-rates = Rates
simuler-column-setting = Setting
simuler-column-second-low = Settings, low bound
simuler-column-second-high = Settings, high bound
simuler-column-change-low = Difference, low bound
simuler-column-change-high = Difference, high bound
simuler-column-chance-low = Chance alone, low bound
simuler-column-chance-high = Chance alone, high bound
simuler-column-rates-low = Rates alone, low bound
simuler-column-rates-high = Rates alone, high bound
simuler-column-scenario = Scenario
simuler-column-start = Started from
simuler-column-after = Years later
simuler-column-from = From
simuler-column-to = To
simuler-column-count = Pupils
simuler-column-note = Note
