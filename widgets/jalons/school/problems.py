"""What is wrong with a school file."""

from jalons.problems import InputError


class SchoolFileError(InputError):
    """The school file cannot be used."""
