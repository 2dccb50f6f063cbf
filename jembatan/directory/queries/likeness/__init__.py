"""How alike two names are: pure functions, for duplicates, for matching an import, and for the command line."""

from jembatan.directory.queries.likeness.organisations import organisation_likeness
from jembatan.directory.queries.likeness.people import person_likeness

SAME = 0.85
"""From this score on, two names are taken for one."""

__all__ = ["SAME", "organisation_likeness", "person_likeness"]
