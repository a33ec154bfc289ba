"""What holds for every test file."""

from hypothesis import settings

# How long an example takes depends on what else the machine does: it never fails a test.
settings.register_profile("jalons", deadline=None)
settings.load_profile("jalons")
