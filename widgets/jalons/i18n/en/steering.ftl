# Piloter: the school's self-evaluation.

problem-not-a-review = this file is no self-evaluation of Jalons ({ $detail }). Choose a file saved from the page Piloter.
problem-newer-review = this file comes from a newer version of Jalons. Update Jalons, then open it again.
