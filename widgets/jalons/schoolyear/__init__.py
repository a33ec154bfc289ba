"""The school year: zones, weeks, holidays, parity, dated regulation, national milestones.

Pure, and light to import: the packages that hold dates are loaded when a year is first asked.
"""

from jalons.schoolyear.calendar import school_year
from jalons.schoolyear.domain import Closed, Holiday, SchoolYear, Week
from jalons.schoolyear.errors import (
    NoCalendarError,
    SchoolYearError,
    TableError,
    UnknownYearError,
    UnknownZoneError,
)
from jalons.schoolyear.regulation import (
    MILESTONES,
    Dated,
    Regulation,
    RegulationRow,
    milestones,
    regulation,
    target_hours,
)
from jalons.schoolyear.zones import ZONES, normalise_zone, parse_year

__all__ = [
    "MILESTONES",
    "ZONES",
    "Closed",
    "Dated",
    "Holiday",
    "NoCalendarError",
    "Regulation",
    "RegulationRow",
    "SchoolYear",
    "SchoolYearError",
    "TableError",
    "UnknownYearError",
    "UnknownZoneError",
    "Week",
    "milestones",
    "normalise_zone",
    "parse_year",
    "regulation",
    "school_year",
    "target_hours",
]
