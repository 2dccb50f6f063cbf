"""The markings that a draft bears, whatever its own words say."""

from collections.abc import Iterable

from jembatan.correspondence.models import Draft, InsertedLine
from jembatan.correspondence.preflight.wordings import stands_in
from jembatan.correspondence.queries.matters import about
from jembatan.platform.markings import Marking


def inserted_in(draft: Draft) -> list[InsertedLine]:
    """The lines that its writer has put in, in that order, still standing or not."""
    return list(draft.inserted_lines.select_related("version__line").order_by("pk"))


def wording_of(inserted: InsertedLine) -> str:
    """As it was put in."""
    return inserted.version.texts.get(inserted.language, "")


def borne_markings(draft: Draft, inserted: Iterable[InsertedLine]) -> list[Marking]:
    """Of its conversation, of the statement that it carries, of the record that it is about, and of the lines to take that stand in it."""
    thread = draft.answers.thread if draft.answers else None
    lines = [each.version.line for each in inserted if stands_in(wording_of(each), draft.text)]
    return [Marking(each.marking) for each in (thread, draft.statement, about(draft), *lines) if each]
