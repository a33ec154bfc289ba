# Accompagner: a final-year class through the year.

problem-not-a-class = this file is no class saved from the page Accompagner. Choose a file named "classe-….json".
problem-newer-class = this file comes from a newer version of Jalons. Update Jalons, then open it again.
problem-twice-pupil = this code stands further up already: each pupil has their own.
problem-nothing-pasted = Nothing was pasted. Copy the class list from a spreadsheet, one pupil a line.
problem-twice-row = this pupil has a row further up. Keep only one.
problem-twice-period = this council is further up already. Keep only one date.
problem-pupil-not-listed = this code is not in the tab "Pupils". Mend it, or add the pupil.
problem-decision-undated = the day of this decision is missing.
problem-class-council-undated = the council { $period } has no date yet. Give it in the tab "Class councils".
problem-outside-class-year = this date is not in the year { $year }. A slip of the finger?
problem-not-a-sheet = this file is not a pupil's sheet made with the page Explorer.
