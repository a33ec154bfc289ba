"""Reusable widgets that know no feature and no word: what they say comes in as arguments."""
