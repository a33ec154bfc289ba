# Accompagner: a final-year class through the year.

problem-not-a-class = this file is no class saved from the page Accompagner ({ $detail }).
problem-newer-class = this file comes from a newer version of Jalons. Update Jalons, then open it again.
problem-twice-pupil = this code stands further up already: each pupil has their own.
problem-nothing-pasted = Nothing was pasted. Copy the class list from a spreadsheet, one pupil a line.
