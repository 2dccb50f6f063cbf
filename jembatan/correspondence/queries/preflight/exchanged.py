"""What has been exchanged with the receivers before: acronyms they were given, figures and days they were told."""

import re
from itertools import combinations

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Left
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient, Sender
from jembatan.correspondence.preflight.facts import Fact, facts
from jembatan.correspondence.preflight.knowledge import Told
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.rules.acronyms import candidates
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.ui.moments import day_text

MOST_TOLD = 40
MOST_ACRONYMS = 12
MOST_WORDS = 7
LONGEST = 20_000
QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def acronyms_given(actor: Actor, reading: Reading, emails: frozenset[str]) -> frozenset[str]:
    """Those of the letter that each receiver has written, or has read in a message before; one query."""
    asked = candidates(reading)[:MOST_ACRONYMS]
    if not asked or not emails:
        return frozenset()
    senders = Sender.objects.filter(desk=actor.desk, email__in=emails)
    branches = [
        exchanged.annotate(acronym=Value(acronym), who=F(who)).values_list("acronym", "who").distinct()
        for acronym in asked
        for exchanged, who in _exchanged(actor, senders, acronym)
    ]
    given: dict[str, set[str]] = {}
    for acronym, email in branches[0].union(*branches[1:]):
        given.setdefault(acronym, set()).add(email)
    return frozenset(acronym for acronym, readers in given.items() if readers >= emails)


def _exchanged(actor: Actor, senders: QuerySet[Sender], acronym: str) -> list[tuple[QuerySet[Message], str]]:
    """Messages with this acronym that they wrote, and that they received."""
    written = (
        visible_messages(actor)
        .filter(_has_word(acronym), text__regex=rf"\m{re.escape(acronym)}\M")
        .order_by()
    )
    return [
        (written.filter(sender__in=senders), "sender__email"),
        (written.filter(recipients__sender__in=senders), "recipients__email"),
    ]


def _has_word(word: str) -> Q:
    return Q(search=SearchQuery(word, config="jembatan_id")) | Q(
        search=SearchQuery(word, config="jembatan_en")
    )


def told_before(
    actor: Actor, reading: Reading, emails: frozenset[str], organisations: frozenset[int]
) -> tuple[Told, ...]:
    """What we wrote to them, or to anyone of their house, about what the letter states in figures; one query, oldest first."""
    words = _asked(facts(reading.own, reading.today))
    if words is None or not emails:
        return ()
    partner = Sender.objects.filter(Q(email__in=emails) | Q(organisation__in=organisations), desk=actor.desk)
    received = Recipient.objects.filter(sender__in=partner).values("message")
    rows = (
        visible_messages(actor)
        .filter(words, ours=True, internal=False, pk__in=received)
        .annotate(beginning=Left("text", LONGEST))
        .order_by(F("sent_at").desc(nulls_last=True), "-pk")
        .values_list("beginning", "searched", "sent_at")[:MOST_TOLD]
    )
    return tuple(
        Told(
            QUOTED.sub("", text[:own]),
            _("mail of %(day)s") % {"day": day_text(sent_at)} if sent_at else _("an earlier mail"),
        )
        for text, own, sent_at in reversed(rows)
    )


def _asked(stated: list[Fact]) -> Q | None:
    """Messages that hold two words of what one of these facts is about; None where nothing is stated."""
    pairs = {
        pair
        for fact in stated
        for pair in combinations(sorted(_telling(fact), key=len, reverse=True)[:MOST_WORDS], 2)
    }
    if not pairs:
        return None
    words = " | ".join(
        f"({one} & {other})" for one, other in sorted(pairs)
    )  # letters alone: nothing to quote
    indonesian, english = (
        SearchQuery(words, config=config, search_type="raw") for config in ("jembatan_id", "jembatan_en")
    )
    return Q(search=indonesian | english)


def _telling(fact: Fact) -> frozenset[str]:
    """The words around it, and the unit that it counts."""
    return fact.about if fact.kind == "day" or fact.kind.isupper() else fact.about | {fact.kind}
