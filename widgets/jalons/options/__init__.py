"""Explorer: every option open to a pupil of the vocational path, and why.

How it works. A pupil's *situation* (level, diploma, mention, council's opinion, refused or not)
decides by which ways an option can be entered; their *speciality* decides which options there are
and how close each is (``suite``: the natural continuation; ``proche``: a neighbouring field). The
two never mix: :mod:`rules` sees a situation, a kind of option and a closeness, never a speciality.

So nothing has to be computed away from here. What a page without a server needs is a table of the
rules' outcome for every situation (a few hundred, nearly all alike) and the list of links of every
speciality; :mod:`offline` writes both, and ``explore.mjs`` only looks up and sorts. Python stays
the one place where a rule is written; a test holds the two answers side by side.
"""
