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
problem-cohorts-entries-length = { $place }: { $count } numbers for { $horizon } years after the first. Give { $horizon }, or a single one if it does not change.
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
problem-cohorts-no-way-out = transitions{ $group ->
    [none] {""}
   *[other] {" "}(group { $group })
}: from { $states } nobody ever gets out. Give these states a way to a final state, one where people stay, for example job: { "{" }job: 1{ "}" }.
