"""In which of its languages a line is said in a letter."""

from collections.abc import Iterator

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft, LineVersion
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.directory.queries.visible import visible_organisations, visible_people


def language_in(actor: Actor, draft: Draft, version: LineVersion, *, text: str) -> str:
    """The language of the words that stand there, of the message answered, of the first receiver, of the desk; "" for none of them."""
    asked = (language for language in _wanted(actor, draft, text) if language in version.texts)
    return next(asked, next(iter(version.texts)) if len(version.texts) == 1 and not text.strip() else "")


def _wanted(actor: Actor, draft: Draft, text: str) -> Iterator[str]:
    """The language that is certain decides alone: a letter in English gets no line in another language."""
    if written := language_of(text):
        yield written
        return
    if draft.answers is not None and draft.answers.language:
        yield draft.answers.language
        return
    yield from _spoken_by_receivers(actor, draft)
    yield actor.desk.language


def _spoken_by_receivers(actor: Actor, draft: Draft) -> list[str]:
    emails = [address.email for address in readable_receivers(draft.to)][:1]
    for parties in parties_by_email(actor.desk, emails).values():
        person = visible_people(actor).filter(pk=parties.person_id or 0).first()
        organisation = visible_organisations(actor).filter(pk=parties.organisation_id or 0).first()
        return (person.languages if person else []) or (organisation.languages if organisation else [])
    return []
