# Piloter: what Jalons knows of the school, and the indicators.

## What Jalons knows, from where, and what is missing

known-opinions = councils recommend further study to { $advised } pupils out of { $total }; { $chosen } of them chose it. The opinion for the BTS itself is not kept in Jalons.
known-continuation = still studying after a CAP { NUMBER($cap) }%, after a bac pro { NUMBER($bac_pro) }%.
known-dropout = leave their course in the first year of CAP { NUMBER($cap) }%, in the first two years of bac pro { NUMBER($bac_pro) }% a year, in or after the first year of BTS { NUMBER($bts) }%.
known-figure = { $name }: { $value }
known-measured = Your figures: { $figures }.
known-sentence = { $page ->
    [model] Order of magnitude
   *[other] Jalons knows
}: { $said } ({ $origin }).
unknown-plan = Jalons knows nothing here: no plan of this year is open in Planifier.
unknown-classes = Jalons knows nothing here: no class of this year is followed in Accompagner, or nothing is noted there yet.
unknown-model = Jalons knows nothing here: the model of Simuler does not give this value.
origin-plan = plan "{ $detail }"
origin-classes = classes followed in Accompagner: { $detail }
origin-example = example school, invented
origin-saved = saved on { $date }
origin-model-france = model of Simuler, rates of France: an estimate, nobody counted it
origin-model-academie = model of Simuler, numbers of the academy and rates of France: an estimate, nobody counted it
origin-model-lycee = model of Simuler, your numbers mixed with the rates of France: an estimate, nobody counted it
survey-correct = Is this wrong? Say what is so
survey-corrected = The group corrects:

## Indicators, continued

steering-academy = Academy
steering-academy-none = (not said)
steering-column-around = Academy
steering-column-group = Heading
indicator-group-suivi = Following and hearing pupils
indicator-group-choix = Recommendations and choices
indicator-group-apres = After the diploma
indicator-group-reussite = Success in what follows
indicator-group-cap = Preparing a CAP
indicator-group-bts = Towards the BTS and in it
indicator-group-liaison = Departures and links
steering-reference-france = { $value } ({ $year }, { $source })
steering-reference-academie = { $value } ({ $year }, { $source })
steering-reference-region = none for the academy; region { $place }: { $value }, plain mean of schools ({ $year }, { $source })
steering-unpublished = no figure found
steering-past = { $year }: { $value }
steering-figure-year = Year
steering-part = More precisely, optional ({ $detail })
steering-gap-more = { $gap } points more than for everybody: a difference seen, not an effect proved.
steering-gap-less = { $gap } points less than for everybody: a difference seen, not an effect proved.
steering-simulated = As an order of magnitude: { $value } ({ $origin }).
steering-counts-gap = Not quite what Simuler shows: { $gap }.

## Report, continued

report-column-known = What Jalons knows
report-column-settled = Settled by the group on
report-column-actions = Actions planned
steering-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
report-evidence = { $person }: { $evidence }
steering-column-unit = Unit
report-yes = yes
report-no = no
report-not-agreed = * mean of opinions, not settled by the group yet.
talk-past = Before: { $past }
talk-around = Academy: { $found }
talk-france = France: { $found }
report-indicators-none = No indicator has a value yet.
report-without-value = Without a figure so far: { $names }.

## Take away

steering-take-blind = This file holds everybody's answers: untick "Answer blind" first.

## The group

steering-elsewhere = "{ $name }" answered on another computer. While answers are blind they open only there; they show here once they are shared.
