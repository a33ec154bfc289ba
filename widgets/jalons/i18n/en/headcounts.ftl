# The official head-count file: what may be wrong with it.

problem-headcounts-no-file = this file does not exist. Check the path; the official file is named “fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv” on data.education.gouv.fr.
problem-headcounts-too-large = this file weighs { $size } MB ({ $most } at most). Is it the right file?
problem-headcounts-empty = the file is empty. Download “fr-en-lycee_pro-effectifs-niveau-sexe-lv” again, as CSV.
problem-headcounts-not-text = this is not CSV text. Save a workbook as “CSV UTF-8” first.
problem-headcounts-no-row = there is no school under the column titles. One row per school and September is needed.
problem-headcounts-blank = the cell is empty. Nobody is written 0.
problem-headcounts-not-year = the year of a September is needed, for example 2021.
problem-headcounts-twice = school { $school } is already there for September { $year }, row { $row }. Keep one of the two rows.
