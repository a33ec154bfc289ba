# The school file: where the problem is, what was expected, what to do.

colon = {""}:{" "}
list-and = {" "}and{" "}

place-sheet = sheet { $sheet }
place-row = row { $row }
place-column = column { $column }
place-value = “{ $value }”

problems-more = … and { $count } more problems.

## The file

problem-no-file = this file does not exist. Check the path, or make an empty template with “jalons plan template school.xlsx”.
problem-no-tables = no CSV file and no Excel workbook here. Give a folder that holds classes.csv, creneaux.csv… or an .xlsx file.
problem-several-files = the workbook { $books } lies among other files. Give either one workbook or a folder of CSV files.
problem-too-large = this file is { $size } MB; a school file is under { $most }. Is it the right file?
problem-unpacks-too-large = this workbook takes { $size } MB once open ({ $most } at most). Copy the tables you need into a new workbook.
problem-empty-file = the file is empty. Start again from the template.
problem-not-xlsx = this is not a readable .xlsx workbook. Open it in a spreadsheet program and save it as “Excel workbook (.xlsx)”, without a password.
problem-not-utf8 = the file is not UTF-8 (first unreadable character on line { $line }). In the spreadsheet: Save as, “CSV UTF-8”.
problem-not-text = the file is not CSV text. In the spreadsheet: Save as, “CSV UTF-8”.
problem-not-csv = the file is not readable CSV from line { $line } on (a quote left open?). Mend that line, or save it again as “CSV UTF-8”.
problem-empty-sheet = the sheet is empty: it needs at least the row of column titles. Start again from the template.
problem-too-many-rows = { $count } rows are too many ({ $most } at most). Is it the right sheet?
problem-too-many-columns = { $count } columns are too many ({ $most } at most). A stray value far to the right? Delete the empty columns.
problem-double-sheet = the same sheet is there already under the name { $other }. Keep one.
problem-merged = cells { $cells } are merged, so it is unclear which row they belong to. Unmerge them and fill in each cell.
problem-formula = this cell holds a formula; a value is needed. Copy the sheet, then “Paste special: values”.
problem-formula-unsaved = the result of this formula is not in the file. Open it in a spreadsheet, save it, then try again.
problem-missing-sheet = this sheet is missing. Add it (even empty, with its column titles): “jalons plan template” gives a complete template.
problem-missing-table = this workbook has no sheet called "{ $table }". Rename the right sheet, or save it as CSV.
problem-missing-sheet-for = the sheet { $sheet } is missing and this row needs it. Add it.
problem-missing-column = missing: { $columns }. Columns expected: { $expected }.
problem-double-column = this column occurs twice. Keep one.
problem-too-many-cells = the row has more cells than the { $count } titles. A “;” or “,” too many?

problem-sheet-ignored = this sheet is not read{ $near ->
    [none] .
   *[other] ; did you mean “{ $near }”?
}
problem-column-ignored = this column is not read{ $near ->
    [none] .
   *[other] ; did you mean “{ $near }”?
}
problem-library-used = { $count ->
    [0] the sheet seances is empty, and the library has no session for the levels of your classes.
   *[other] the sheet seances is empty: all sessions of the library for the levels of your classes are planned ({ $count }).
  }

## A cell

problem-empty = the cell is empty; a value is needed.
problem-too-long = the text is longer than { $most } characters.
problem-control-character = the text holds an invisible character (line break, tab). Type it again.
problem-not-one-of = expected: { $expected }.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean “{ $near }”?
}
problem-empty-part = two separators “{ $separator }” in a row, or one too many at the edge.
problem-repeated-part = the same value occurs twice in the cell.
problem-not-whole = a whole number between { $least } and { $most } is needed.
problem-not-hours = a number of hours a year between 0 and 400 is needed, for example 36 or 34.5.
problem-not-day = a date is needed, for example 2026-09-01 or 01/09/2026.
problem-not-bound = a date (2026-09-01) or one of these milestones is needed: { $expected }.
problem-not-clock = a time is needed, for example 14:00.

## Rows among each other

problem-one-school = exactly one row is needed (found: { $count }).
problem-no-class = no class: at least one row is needed under the titles.
problem-twice = already on row { $row }. Give another name, or delete one of the two rows.
problem-unknown-name = this name is not in the sheet { $target }.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean “{ $near }”?
}
problem-ends-before = this is before the start ({ $start }). The end must come after it.
problem-half-time = give both the start and the end, or neither (all day).
problem-not-monday = this day is not a Monday.
problem-outside-year = outside the school year { $year } ({ $first } to { $last }). Is it the right year?
problem-class-of-other-level = this class is of level { $level }; the session is for { $expected }.
problem-after-itself = a session cannot come after itself.
problem-circle = the order goes round in a circle: { $path }. Take one of the sessions out of the column apres.

## Good to know

problem-nobody-has-role = nobody has this role in the sheet personnes: the session cannot be placed.
problem-no-place-of-kind = no place of this kind in the sheet lieux: the session cannot be placed.
problem-class-without-slot = this class has no slot: nothing can be placed in it.
problem-group-larger = the group has more pupils than its class ({ $size }).
problem-council-undated = this council has no date for { $classes }: the limit is not applied. Add the date in the sheet conseils.
problem-no-group-for = no group with this purpose for { $classes }: nothing to place for these classes.
problem-milestone-undated = the date “{ $milestone }” of { $year } is not known: the limit is not applied. To set it, add a row named { $milestone } to the sheet evenements.
problem-milestone-to-confirm = the date “{ $milestone }” of { $year } ({ $date }) is still to be confirmed. To set another, add a row named { $milestone } to the sheet evenements.

## A plan file

problem-plan-not-json = this is not a readable JSON file.
problem-plan-no-assignments = this is not a plan: the list “assignments” is missing.
problem-plan-bad-field = this value is missing or not of the right form (dates 2026-09-10, times 14:00).
problem-plan-unknown = this name is not in the school's sheet { $table }.
problem-plan-no-such-task = the school has no such session to place (session / part / class / group).
problem-plan-bad-reasons = the column donnees keeps the reasons as they are: do not change it, or empty this cell.
