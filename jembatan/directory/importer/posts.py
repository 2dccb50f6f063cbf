"""Bringing a position that a contact tells of into what is known of the person's positions."""

from datetime import date

from jembatan.accounts.models import Desk
from jembatan.directory.formats.contact import Post
from jembatan.directory.formats.names import fold
from jembatan.directory.importer.draft import Draft, snapshot
from jembatan.directory.models import Organisation, Person, Position


def merge_post(draft: Draft, post: Post, organisation: Organisation, *, desk: Desk, batch_id: int) -> bool:
    """The person's position there, made or brought up to date; True if anything changed."""
    here = [p for p in draft.positions + draft.new_positions if p.organisation == organisation]
    says_where_alone = bool(here) and not post.title and not post.unit
    same = here if says_where_alone else [p for p in here if _is_same(p, post)]
    if same:
        return _fill_term(draft, _of_its_term(same, post), post)
    replaceable = [p for p in here if _may_fill(draft, p, post)]
    if replaceable:
        position = replaceable[0]
        _note_change(draft, position)
        position.title, position.unit = post.title or position.title, post.unit or position.unit
        position.since, position.until = _day(post.since) or position.since, _day(post.until)
        return True
    assert isinstance(draft.party, Person), "organisations hold no positions"
    draft.new_positions.append(
        Position(
            desk=desk,
            person=draft.party,
            organisation=organisation,
            title=post.title,
            unit=post.unit,
            since=_day(post.since),
            until=_day(post.until),
            import_batch=batch_id,
        )
    )
    return True


def _of_its_term(positions: list[Position], post: Post) -> Position:
    """Somebody may come back to a post: the term that began that day, else one whose beginning nobody knows."""
    began = _day(post.since)
    return next((p for p in positions if p.since == began), None) or next(
        (p for p in positions if p.since is None), positions[0]
    )


def _fill_term(draft: Draft, position: Position, post: Post) -> bool:
    """Days that nobody has said are filled, where they make sense beside those that are there."""
    since = position.since or _day(post.since)
    until = position.until or _day(post.until)
    if position.version > 1 or (since, until) == (position.since, position.until):
        return False
    if since and until and until < since:
        return False
    _note_change(draft, position)
    position.since, position.until = since, until
    return True


def _may_fill(draft: Draft, position: Position, post: Post) -> bool:
    """An open position that an import left and people did not touch takes the newer title; any takes what it lacks."""
    if position.until is not None or position.version > 1:
        return False
    lacks = (not position.title or _same(position.title, post.title)) and (
        not position.unit or _same(position.unit, post.unit)
    )
    return lacks or (position.import_batch is not None and not draft.fresh)


def _note_change(draft: Draft, position: Position) -> None:
    if position.pk is not None:
        draft.changed_positions.setdefault(position.pk, snapshot(position))


def _is_same(position: Position, post: Post) -> bool:
    return _same(position.title, post.title) and _same(position.unit, post.unit)


def _same(a: str, b: str) -> bool:
    return fold(a) == fold(b)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
