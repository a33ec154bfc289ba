# jalons cohorts fit and backtest.

cohorts-fit-train = --train “{ $value }”: Septembers separated by commas are needed, for example --train 2019,2020.
cohorts-fit-follow = --train { $value }: two Septembers or more that follow each other are needed, for example 2019,2020. A ratio is read from one September to the next.
cohorts-fit-target = --target { $target }: the September to forecast must come after { $last }, and in { $most } at the latest.
cohorts-fit-absent = { $file } lacks September { $year }. Septembers of the file: { $years }.
cohorts-fit-two-years = { $file }: Septembers { $years }. At least two that follow each other are needed to read a ratio.
cohorts-fit-years = { $file }: only the Septembers { $years } are read, those that follow each other up to the last.
cohorts-fit-no-place = “{ $place }” is not in { $file }. An academy is written as in the file (LYON); a school by its number, with --grain etablissement.
cohorts-fit-one-place = { $file }: a scenario is for one place. Add --place LYON, or --grain france.
cohorts-fit-kind = { $file }: give a name in .json, .csv (table) or .yaml (scenario).
cohorts-fit-untold = { $count ->
    [one] One place has no head-count in { $year }: it is not forecast.
   *[other] { $count } places have no head-count in { $year }: they are not forecast.
}
cohorts-fit-unknown-target = The file lacks September { $year }: head-counts are forecast, the error cannot be measured.
cohorts-fit-scenario = Progression ratios fitted on { $source } by “jalons cohorts fit”. A ratio also counts those who come from elsewhere: it may exceed 1.
cohorts-fit-ratio-titles = place;from;to;ratio;9 in 10;own;pupils;weight %
cohorts-fit-ratio-note = Weights in %: own figures / academy / France. The ratio also counts those who come from elsewhere.
cohorts-fit-backtest-titles = place;lev.;forecast;9 in 10;observed
cohorts-fit-error-titles = error;MAE (pupils);MAPE;within the band
cohorts-fit-model = model
cohorts-fit-last-figure = last year's figure
cohorts-fit-last-ratio = last year's ratio
