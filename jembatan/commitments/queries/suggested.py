"""Sentences of a conversation or of minutes that seem to promise something, and that nobody has taken or dismissed.

They are read when somebody looks: that takes a millisecond a mail (docs/decisions/0022-how-promises-are-found.md).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.db.models import Q
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.commitments.formats.promises import Owes, Spoken, find_promises
from jembatan.commitments.models import Commitment, PassedOver
from jembatan.commitments.queries.guess import (
    Guess,
    due_in,
    guess,
    member_named,
    side_in_mail,
    side_in_minutes,
)
from jembatan.commitments.queries.source import Said
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.queries.visible import visible_messages

RECENT = timedelta(days=90)
MESSAGES_READ, MOST = 20, 6

type Place = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A sentence, where it stands, and what it seems to promise; `digest` names it there."""

    said: Said
    spoken: Spoken
    digest: str
    side: Commitment.Side
    due: date | None

    @property
    def sentence(self) -> str:
        """As it stands there."""
        return self.spoken.sentence

    @property
    def grade(self) -> Commitment.Grade:
        """How firm it is."""
        return Commitment.Grade(self.spoken.firmness)


def suggested_in_thread(actor: Actor, thread_id: int, *, language: str) -> list[Suggested]:
    """Of its latest messages, as far as somebody wrote them; the newest first."""
    rows = (
        visible_messages(actor)
        .filter(thread=thread_id, automatic=False, internal=False, pretends=False)
        .filter(sent_at__gt=timezone.now() - RECENT)
        .select_related("thread__dossier", "sender__person", "sender__organisation")
        .order_by("-sent_at", "-pk")
    )
    return _untouched(actor, [Said(message=each) for each in rows[:MESSAGES_READ]], language)[:MOST]


def suggested_there(actor: Actor, said: Said, *, language: str) -> list[Suggested]:
    """Of one message, or of one part of minutes."""
    return _untouched(actor, [said], language)


def guess_of(actor: Actor, suggested: Suggested, *, language: str) -> Guess:
    """All that taking it writes down."""
    return guess(actor, suggested.sentence, said=suggested.said, language=language)


def is_taken(actor: Actor, suggested: Suggested) -> bool:
    """Somebody has written a promise down from this sentence."""
    words = _taken(actor, [suggested.said]).get(_place(suggested.said), ())
    return any(_plain(suggested.sentence) in each for each in words)


def digest_of(sentence: str) -> str:
    """The same for the same words, however the lines break."""
    return sha256(_plain(sentence).encode()).hexdigest()


def found_in(said: Said) -> list[Spoken]:
    """What its own words promise or ask for; no query."""
    if said.message:
        return find_promises(split(said.message.text).reply)
    return find_promises(said.section.text, wrapped=False) if said.section else []


def _untouched(actor: Actor, places: list[Said], language: str) -> list[Suggested]:
    """Two questions more where anything is found; a third where a sentence names somebody."""
    found = [(said, each) for said in places for each in found_in(said)]
    if not found:
        return []
    passed, taken = _passed_over(actor, places), _taken(actor, places)
    names = any(each.owes == Owes.NAMED for _said, each in found)
    members = list(ourselves(actor.desk).members.values()) if names else []
    return [
        Suggested(
            said=said,
            spoken=each,
            digest=digest,
            side=_side(said, each, members),
            due=due_in(actor, each.sentence, said=said, language=language),
        )
        for said, each in found
        if (_place(said), digest := digest_of(each.sentence)) not in passed
        and not any(_plain(each.sentence) in words for words in taken.get(_place(said), ()))
    ]


def _side(said: Said, spoken: Spoken, members: list[User]) -> Commitment.Side:
    member = member_named(members, spoken.sentence) if spoken.owes == Owes.NAMED else None
    return (
        side_in_mail(said.message, spoken.owes, member)
        if said.message
        else side_in_minutes(spoken.owes, member)
    )


def _place(said: Said) -> Place:
    return (said.message.pk, None) if said.message else (None, said.section.pk if said.section else None)


def _there(places: list[Said]) -> Q:
    messages = [each.message.pk for each in places if each.message]
    sections = [each.section.pk for each in places if each.section]
    return Q(message__in=messages) | Q(section__in=sections)


def _passed_over(actor: Actor, places: list[Said]) -> set[tuple[Place, str]]:
    rows = PassedOver.objects.filter(_there(places), desk=actor.desk)
    return {
        ((message, section), digest)
        for message, section, digest in rows.values_list("message_id", "section_id", "digest")
    }


def _taken(actor: Actor, places: list[Said]) -> dict[Place, list[str]]:
    """Sentences of promises that were written down from there, whatever has become of them."""
    taken: dict[Place, list[str]] = {}
    rows = Commitment.objects.filter(_there(places), desk=actor.desk)
    for message, section, evidence in rows.values_list("message_id", "section_id", "evidence"):
        taken.setdefault((message, section), []).append(_plain(evidence))
    return taken


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().split())
