"""The letter of a statement on its page: pictures of its pages, and what can be done with it next."""

from base64 import b64encode
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, Statement, StatementLetter
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.formal_letters.letter import letter_pages

SHOWN = 6


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """`pages` are pictures as addresses of their own bytes; `draft` is the mail that carries it.

    A letter that was `sent` is shown by nothing but its file: templates change, and what left does not.
    """

    pages: list[str]
    sent: bool
    draft: Draft | None
    may_change: bool
    may_withdraw: bool


def shown_letter(actor: Actor, statement: Statement) -> ShownLetter | None:
    """None for a statement without a letter of ours."""
    if not StatementLetter.objects.filter(statement=statement).exists():
        return None
    draft = visible_drafts(actor).filter(statement=statement).first()
    unsent, sent = statement.state == Statement.State.DRAFT, statement.state == Statement.State.SENT
    queued = draft is not None and draft.state == Draft.State.QUEUED
    may_change = unsent and not queued and actor.may_write
    return ShownLetter(
        pages=[] if sent else [as_address(page) for page in letter_pages(statement)[:SHOWN]],
        sent=sent,
        draft=draft if actor.may_write else None,
        may_change=may_change,
        may_withdraw=may_change and (actor.may_send or not statement.number),
    )


def as_address(page: bytes) -> str:
    """A picture of a page as the address of its own bytes."""
    return f"data:image/png;base64,{b64encode(page).decode('ascii')}"
