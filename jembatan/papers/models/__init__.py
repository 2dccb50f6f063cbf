"""What a paper is made of. All are abstract: a brief and a report have tables of their own."""

from jembatan.papers.models.paper import Paper
from jembatan.papers.models.part import PartVersion, WrittenPart, stays_for_good
from jembatan.papers.models.question import Question, clears_what_stands, decided_once, kept_once_cleared

__all__ = [
    "Paper",
    "PartVersion",
    "Question",
    "WrittenPart",
    "clears_what_stands",
    "decided_once",
    "kept_once_cleared",
    "stays_for_good",
]
