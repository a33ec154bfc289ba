"""Jalons: plan, simulate and explore the ways through French vocational high schools.

Importing the package loads nothing but this line: every room (``jalons.schoolyear``,
``jalons.planner`` …) is imported by whoever needs it.
"""

__version__ = "0.1.0"
