# Simulate: what is wrong with a scenario, where, what was expected, what to do.

## The file

problem-cohorts-too-large = this file weighs more than { $most }: a scenario takes a few pages. Is it the right file?
problem-cohorts-not-text = this file is not UTF-8 text. A scenario is written in a text editor, as YAML.
problem-cohorts-not-yaml = this cannot be read as YAML from here on. A brace or quote left open? Tabs? Write “key: value”, one a line, indented by spaces.
problem-cohorts-empty = the file is empty. A scenario gives at least start_year, horizon, and a model or a chain (states, initial, transitions).
problem-cohorts-unfolds = the file is nested more than { $depth } levels deep, or holds more than { $most } values once unfolded. Write the values out, without references (& and *).
problem-cohorts-key-not-text = the name before “:” must be a plain word.
problem-cohorts-key-twice = “{ $key }” is given twice. Keep one.

## The fields

problem-cohorts-unknown-key = “{ $place }” is not known here. Expected: { $known }.
problem-cohorts-missing = “{ $key }” is missing. Add it.
problem-cohorts-expected = { $expected ->
    [whole] { $place }: a whole number is needed, for example 120
    [number] { $place }: a number is needed, for example 0.25
    [list] { $place }: a list is needed, for example [a, b]
    [mapping] { $place }: pairs “name: value” are needed, for example { "{" }A: 100{ "}" }
    [name] { $place }: a shorter name is needed (60 characters at most)
    [scenario] a scenario is needed: lines “key: value”
   *[text] { $place }: a text is needed
}.
problem-cohorts-out-of-range = { $place }: a value between { $low } and { $high } is needed.
problem-cohorts-not-one-of = { $place }: expected { $known }.
problem-cohorts-negative-count = { $place }: a head-count is a whole number, zero or more.
problem-cohorts-entries-length = { $place }: { $count } numbers for { $horizon ->
    [one] { $horizon } year
   *[other] { $horizon } years
} after the first. Give { $horizon }, or a single one if it does not change.
problem-cohorts-model-and-states = the scenario gives both a model and states of its own. Keep “model”, or “states”, “initial” and “transitions”.
problem-cohorts-unknown-model = the model “{ $name }” is not known. Models: { $known }.
problem-cohorts-size-without-row = { $place }: an observed head-count for “{ $state }”, but no row of transitions goes with it.
problem-cohorts-unknown-lever = the lever “{ $id }” is not known. Levers: { $known }; or describe yours with “effects”.

## What the chain must keep to

problem-cohorts-row-sum = transitions, row “{ $state }”{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}from { $year }
}: the shares sum to { $sum }, they must sum to 1 ({ $shares }). Mend a rounded published table before using it.
problem-cohorts-row-over = transitions, row “{ $state }”{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}from { $year }
}: the shares of all pupils sum to { $sum }, more than 1 ({ $shares }).
problem-cohorts-leavers-sum = transitions, row “{ $state }”{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}from { $year }
}: the shares of the leavers sum to { $sum }, they must sum to 1 ({ $shares }).
problem-cohorts-negative-share = transitions, row “{ $state }”{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}{ $year ->
    [none] {""}
   *[other] {" "}from { $year }
}: a share is negative or is not a number.
problem-cohorts-ratios-leavers = transitions, row “{ $state }”: “leavers” has no meaning for ratios of stocks (progression-ratios).
problem-cohorts-missing-row = transitions: the row of the state “{ $state }” is missing{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}. For a state one stays in, write { $state }: { "{" }{ $state }: 1{ "}" }.
problem-cohorts-row-twice = { $place }: this row is given twice. Keep one.
problem-cohorts-stock-twice = { $place }: this head-count is given twice. Keep one.
problem-cohorts-no-rows = transitions: no row. Say where each state goes.
problem-cohorts-late-start = transitions: the first rows begin in { $year }, the scenario in { $start }. Begin in { $start } at the latest.
problem-cohorts-period-order = transitions: the years { $years } must follow each other, each once.
problem-cohorts-after-the-end = a row or a lever begins in { $year }, after the last simulated year ({ $last }): nothing would change. Begin earlier, or make the horizon longer.
problem-cohorts-unknown-state = { $place }: the state “{ $state }” does not exist. States: { $known }.
problem-cohorts-unknown-group = { $place }: the group “{ $group }” does not exist. Groups: { $known }.
problem-cohorts-state-twice = states: “{ $state }” is there twice.
problem-cohorts-states-count = states: { $count } states; between 1 and { $most } are needed.
problem-cohorts-group-is-state = { $place }: “{ $group }” is a state too. Give the group another name.
problem-cohorts-groups-sum = groups: the shares of the groups sum to { $sum }, they must sum to 1.
problem-cohorts-share-range = { $place }: { $value } is not a share between 0 and 1.
problem-cohorts-too-many-heads = { $total } persons in all, more than France has inhabitants (at most { $most }). A zero too many?
problem-cohorts-levers-close-way-out = with these levers{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}, nobody ever gets out of { $states }. Lower their coverage or their effect (share).
problem-cohorts-back-from-final = { $place }: “{ $state }” is a final state, nobody comes back from it. Choose another one to start from, or give it a row that leads out.
problem-cohorts-lever-twice = { $place }: the lever “{ $id }” is given twice for the same year. Keep one, or give each its own from_year.
problem-cohorts-no-way-out = transitions{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}: from { $states } nobody ever gets out. Give these states a way to a final state, one where people stay, for example job: { "{" }job: 1{ "}" }.

## To know, without stopping the computation

cohorts-notice-lever-without-effect = The lever “{ $id }” concerns no state of this chain: it changes nothing here.
cohorts-notice-places-short = { $state }, { $year }: { $wanted } places to fill, but only { $found } pupils in the chosen flows; all of them go there, the other places stay empty.
cohorts-notice-places-none-left = { $state }, { $year }: more places closed than there are entrants; nobody enters any more.
cohorts-notice-no-sample-sizes = No observed head-counts (sample_sizes): the rates are taken as certain, and the bands only tell the chance of who goes where.

## Indicators that flows cannot give, and why

cohorts-unavailable-no-state = The simulated chain does not have the states this indicator speaks of.
cohorts-unavailable-diploma-by-origin = It would take the diploma by each one's origin; the chain follows where people go, not where they came from two years before.
cohorts-unavailable-duration-of-cap = CAP in one, two and three years are choices of organisation: count your pupils, the chain does not deduce them.
cohorts-unavailable-coverage-not-set = The scenario does not set this coverage: add the lever to see it.
cohorts-unavailable-only-vocational = The chain only counts, in BTS, students from the vocational track.
cohorts-unavailable-no-speciality = The chain does not tell BTS specialities apart.
cohorts-unavailable-no-group = It would take following pupils who had a liaison apart. Compare two scenarios instead, with and without.
cohorts-unavailable-no-person = It would take following each pupil, wishes and recommendations; the chain counts heads.
cohorts-unavailable-not-a-flow = This is no flow of pupils: it is followed by the school itself.

## The command

cohorts-address-needs-dask = --address only goes with --engine dask. Add it, or drop the address.
cohorts-no-dask = Dask is not installed. Install it with “pip install jalons[dask]”, or compute here, without --engine.
cohorts-no-cluster = Nobody answers at { $detail }. Check it (for example tcp://127.0.0.1:8786), or drop --address to compute here.
cohorts-cluster-failed = Computing on the other machines failed ({ $detail }). Check that jalons is installed there in the same version, or compute here, without --engine.
cohorts-sweep-no-output = Say where to write the table (-o table.csv), or ask for it on screen (--json).
cohorts-sweep-lever = “{ $given }”: write a lever and its coverages, for example parcours_consolidation=0,0.5,1. Levers: { $known }.
cohorts-sweep-coverage = “{ $given }”: coverages are numbers between { $low } and 1, separated by commas, for example 0,0.5,1.
cohorts-sweep-academy = Unknown academy: { $name }. Academies: { $known }.
cohorts-sweep-no-model = This scenario has a chain of its own: only a model of the catalogue (model) has academies.
cohorts-report-state = {"  "}{ $state }: { $expected } { $both }; chance alone { $alone }
cohorts-report-stocks = { $name }: expected head-counts in { $year } (nine draws in ten between the two bounds)
cohorts-report-indicators = Indicators, from the start of the school year { $year } to the next
cohorts-nobody = nobody is concerned
cohorts-band = (between { $low } and { $high })

## Indicators

cohorts-indicator-continuation-cap = Still studying after the CAP, per final-year pupil
cohorts-indicator-continuation-bac-pro = Still studying after the vocational final year, per final-year pupil
cohorts-indicator-continuation-bts = Still studying after the BTS, per final-year student
cohorts-indicator-continuation-cs = Still studying after the certificat de spécialisation, per pupil
cohorts-indicator-employment-cap = Employed after the CAP, per leaver
cohorts-indicator-employment-bac-pro = Employed after the vocational final year, per leaver
cohorts-indicator-employment-bts = Employed after the BTS, per leaver
cohorts-indicator-employment-cs = Employed after the certificat de spécialisation, per leaver
cohorts-indicator-after-first-year-bac-pro = Still in the bac pro a year after its first year, per first-year pupil
cohorts-indicator-bts-second-year = Moving up to BTS year 2, per first-year student
cohorts-indicator-after-first-year-bts = Still in the BTS a year after its first year, per first-year student
cohorts-indicator-reach-terminale = Second-year pupils of bac pro who reach the final year, repeating included (those from CAP among the others)
cohorts-indicator-reach-bts-second-year = First-year BTS students who reach year 2, repeating included
cohorts-indicator-bts-drop-out = Leaving the BTS during or after year 1, per first-year student
cohorts-indicator-interruption-bac-pro = Leaving during the first two years of bac pro, per pupil and year
cohorts-indicator-interruption-cap = Leaving during CAP year 1, per pupil
cohorts-indicator-choice-cap-to-bac-pro = From CAP to the second year of bac pro, per final-year pupil
cohorts-indicator-choice-cap-to-cs = From CAP to a certificat de spécialisation, per final-year pupil
cohorts-indicator-choice-cap-to-apprenticeship = From CAP to apprenticeship, per final-year pupil
cohorts-indicator-choice-bac-pro-to-bts = From bac pro to BTS, per final-year pupil
cohorts-indicator-choice-bac-pro-to-cs = From bac pro to a certificat de spécialisation, per final-year pupil
cohorts-indicator-choice-bac-pro-to-licence = From bac pro to university (licence), per final-year pupil
cohorts-indicator-choice-bac-pro-to-apprenticeship = From bac pro to apprenticeship, per final-year pupil
cohorts-indicator-bac-pro-among-bts-entrants = Share of those coming from bac pro among BTS entrants
cohorts-indicator-success-cap-in-bac-pro = Bac pro passed by pupils coming from CAP
cohorts-indicator-success-bac-pro-in-bts = BTS passed by vocational bachelors
cohorts-indicator-success-in-cs = Certificat de spécialisation passed after a CAP or bac pro
cohorts-indicator-success-and-measures = Success set against the measures (cordées, consolidation…)
cohorts-indicator-cap-in-one-two-three-years = Pupils in CAP in one, two and three years
cohorts-indicator-consolidation-terminale = Final-year pupils prepared for the consolidation path (target: 100 %)
cohorts-indicator-consolidation-bts = Vocational students in the BTS consolidation path
cohorts-indicator-bac-pro-by-bts-speciality = Share of vocational bachelors by BTS speciality
cohorts-indicator-profile-of-drop-outs = Profile of those who drop out
cohorts-indicator-continuation-after-liaison = Studies and employment of pupils who had a liaison
cohorts-indicator-council-and-choice = Class council's recommendation and the pupil's choice
cohorts-indicator-chosen-path-and-situation = Chosen path and situation the next autumn
cohorts-indicator-changes-of-path = Changes of path at the end of the final year
cohorts-indicator-satisfaction = Pupils' satisfaction
cohorts-indicator-partners = Number of outside partners
cohorts-indicator-positioning-tools = Positioning and follow-up tools

## Levers

cohorts-lever-parcours-consolidation = Consolidation path in BTS
cohorts-lever-parcours-consolidation-text = Support at the start of the BTS for those from the vocational track: fewer leave in year 1, more move up.
cohorts-lever-liaison-cap-bac-pro = CAP – bac pro liaison
cohorts-lever-liaison-cap-bac-pro-text = Teams that talk to each other and a prepared welcome: more CAP pupils go on to bac pro, fewer give up later.
cohorts-lever-liaison-bac-pro-bts = Bac pro – BTS liaison
cohorts-lever-liaison-bac-pro-bts-text = Discovering the BTS, teachers exchanging: more enter the BTS, and better prepared.
cohorts-lever-tutorat-mentorat = Tutoring and mentoring
cohorts-lever-tutorat-mentorat-text = An adult, a former pupil or a peer who follows the pupil: fewer break off before the diploma.
cohorts-lever-immersion = Immersions
cohorts-lever-immersion-text = A few days in the programme one aims at before choosing: safer choices.
cohorts-lever-avis-conseil = Reasoned recommendation of the class council
cohorts-lever-avis-conseil-text = An explained opinion for the BTS: more admissions, and fewer wrong choices.
cohorts-lever-avenir-pro = AvenirPro
cohorts-lever-avenir-pro-text = Workshops with France Travail in the final year: more jobs among those who leave.
cohorts-lever-places = Places opened or closed
cohorts-lever-places-text = More or fewer places each year, filled by new entrants or by pupils who would have gone elsewhere.
