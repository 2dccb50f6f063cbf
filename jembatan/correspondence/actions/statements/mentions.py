"""Mail that says which statement it answers is tied to that one, whoever wrote it."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.formats.statement_mentions import answers_in
from jembatan.correspondence.models import Message, Statement, StatementMention


def keep_mentions(desk: Desk, numbered: Iterable[tuple[int, Reading]]) -> None:
    """Of messages just filed: their own words count, not what they quote, and not the subject, which every reply repeats."""
    _keep(desk, {pk: answers_in(reading.text[: reading.own_length]) for pk, reading in numbered})


def find_mentions(statement: Statement) -> None:
    """Of a statement just entered: the conversation of its mail may have answered it already."""
    if statement.message is None:
        return
    messages = Message.objects.filter(thread=statement.message.thread_id).values_list("pk", "text")
    _keep(statement.desk, {pk: answers_in(split(text).reply) for pk, text in messages.iterator()})


def _keep(desk: Desk, said: Mapping[int, tuple[str, ...]]) -> None:
    numbers = {number for each in said.values() for number in each}
    if not numbers:
        return
    named = Q(number__in=numbers) | Q(their_number__in=numbers)
    bearing: dict[str, list[Statement]] = {}
    for statement in Statement.objects.filter(named, desk=desk).only("number", "their_number", "message"):
        for number in {statement.number, statement.their_number} - {""}:
            bearing.setdefault(number, []).append(statement)
    StatementMention.objects.bulk_create(
        (
            StatementMention(desk=desk, statement=statement, message_id=pk)
            for pk, answered in said.items()
            for number in answered
            for statement in bearing.get(number, [])
            if statement.message_id != pk
        ),
        ignore_conflicts=True,
    )
