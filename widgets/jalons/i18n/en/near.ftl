# Places near home (jalons options --near), from Parcoursup.

near-no-file = The Parcoursup file is not here yet. Run “jalons data update parcoursup”, or put it here: { $file }
near-nowhere = The Parcoursup file knows no “{ $place }”. Write an academy, a department or a town, for example Lyon, Rhône or 69.
near-no-towns = “{ $place }” is neither an academy nor a department, and this Parcoursup file has no towns. Write for example Lyon, Rhône or 69.
near-title = Near { $place }, Parcoursup { $year }
near-none = no course found
near-school = { $school } ({ $where })
near-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
near-places-unknown = number of places not published
near-share = { $share }% bac pro holders among the { $n } admitted in the year of their bac
near-few = too few admitted to give the share of bac pro holders
near-unknown = In { $place }, titles of { $year } that match no diploma of today (number of courses): { $titles }.
near-source = Places and admissions: Parcoursup { $year } (ministry of higher education), school status. They change from year to year: check on parcoursup.fr.
problem-no-such-place = “{ $place }” is neither an académie nor a department. Write for instance Lyon, Rhône or 69.
