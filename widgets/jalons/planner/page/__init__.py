"""The parts of the page *Planifier*, one a module: each shows one thing of one state.

A part is a :class:`~jalons.planner.page.part.Part`; :mod:`jalons.planner.view` lists them in the
order of the page. Parts never know each other: what two of them need is in the state.
"""
