"""Threads made ready for a list: who, what was said last, what hangs on it; a constant number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message, MessageAttachment, Recipient, ServerCopy, Thread
from jembatan.directory.models import Organisation, Person
from jembatan.platform.paging import Page, ahead, behind, mark_at

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Ends(TypedDict):
        last_message: int
        last_from_outside: int | None

    class _Beginning(TypedDict):
        beginning: str
        marked: bool

    type ListedThread = WithAnnotations[Thread, _Ends]
    type ListedMessage = WithAnnotations[Message, _Beginning]

PAGE = 30
READ_FOR_SNIPPET = 4000
SNIPPET = 180
LATEST = ("-sent_at", "-pk")
MARKED = ServerCopy.objects.filter(message=OuterRef("pk"), answered_at__isnull=False)
PARTIES = ("sender__person__full_name", "sender__organisation__name")


@dataclass(frozen=True, slots=True)
class Who:
    """The other side of a conversation: as the directory knows it, else as the mail says."""

    name: str
    email: str
    person: Person | None
    organisation: Organisation | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of threads."""

    thread: Thread
    who: Who | None
    beginning: str
    language: str
    ours_last: bool
    pretends_last: bool
    answered_elsewhere: bool
    has_attachments: bool

    @property
    def snippet(self) -> str:
        """What was said last, on one line; told apart from what it quotes only where a list shows it."""
        return snippet(self.beginning)


def page_of(actor: Actor, threads: QuerySet[Thread], *, mark: str = "", by_due: bool = False) -> Page[Row]:
    """Thirty rows of an inbox list, from behind the mark: the latest first, or `by_due` what is due first."""
    rest = threads.filter(
        ahead(mark, column="due_at") if by_due else behind(mark, column="last_at", numbers="falling")
    )
    found = list(_annotated(rest)[: PAGE + 1])
    shown = found[:PAGE]
    last = shown[-1] if len(found) > PAGE else None
    if last is None:
        return Page(_rows(actor, shown), "")
    return Page(_rows(actor, shown), mark_at(last.due_at if by_due else last.last_at, last.pk))


def rows_of(actor: Actor, threads: QuerySet[Thread], *, limit: int) -> list[Row]:
    """The first rows in the order that the query has."""
    return _rows(actor, list(_annotated(threads)[:limit]))


def rows_of_each(actor: Actor, lists: Mapping[str, QuerySet[Thread]], *, limit: int) -> dict[str, list[Row]]:
    """The first rows of several lists of one page, by the lists' names; what each row tells is asked for once for all."""
    keys = {name: list(threads.values_list("pk", flat=True)[:limit]) for name, threads in lists.items()}
    found = Thread.objects.filter(pk__in={pk for some in keys.values() for pk in some})
    rows = {row.thread.pk: row for row in _rows(actor, list(_annotated(found)))}
    return {name: [rows[pk] for pk in some] for name, some in keys.items()}


def _annotated(threads: QuerySet[Thread]) -> "QuerySet[ListedThread]":
    inside = Message.objects.filter(thread=OuterRef("pk")).order_by(*LATEST)
    return threads.select_related("owner", "dossier").annotate(
        last_message=Subquery(inside.values("pk")[:1]),
        last_from_outside=Subquery(inside.filter(ours=False, pretends=False).values("pk")[:1]),
    )


def _rows(actor: Actor, threads: "Sequence[ListedThread]") -> list[Row]:
    if not threads:
        return []
    wanted = {pk for thread in threads for pk in (thread.last_message, thread.last_from_outside) if pk}
    messages = _messages(actor, wanted)
    receivers = _first_receivers([each.last_message for each in threads if not each.last_from_outside])
    with_files = _with_attachments(threads)
    return [_row(thread, messages, receivers, has_attachments=thread.pk in with_files) for thread in threads]


def _messages(actor: Actor, ids: Iterable[int]) -> "dict[int, ListedMessage]":
    return (
        Message.objects.filter(desk=actor.desk)
        .select_related("sender__person", "sender__organisation")
        .annotate(beginning=Left("text", READ_FOR_SNIPPET), marked=Exists(MARKED))
        .only("from_name", "from_email", "ours", "pretends", "language", *PARTIES)
        .in_bulk(list(ids))
    )


def _with_attachments(threads: Iterable[Thread]) -> set[int]:
    """Asked for the threads shown alone: as a part of their query it would be answered for every attachment there is."""
    files = MessageAttachment.objects.filter(
        message__thread__in=[thread.pk for thread in threads], inline=False
    )
    return set(files.values_list("message__thread", flat=True).distinct())


def _first_receivers(message_ids: list[int]) -> dict[int, Recipient]:
    receivers = (
        Recipient.objects.filter(message__in=message_ids, field=Recipient.Field.TO)
        .select_related("sender__person", "sender__organisation")
        .only("message", "name", "email", *PARTIES)
        .order_by("-pk")
    )
    return {receiver.message_id: receiver for receiver in receivers}


def _row(
    thread: "ListedThread",
    messages: "dict[int, ListedMessage]",
    receivers: dict[int, Recipient],
    *,
    has_attachments: bool,
) -> Row:
    last = messages[thread.last_message]
    outside = messages[thread.last_from_outside] if thread.last_from_outside else None
    who = who_wrote(outside) if outside else _who_received(receivers.get(last.pk)) or who_wrote(last)
    return Row(
        thread=thread,
        who=who,
        beginning=last.beginning,
        language=last.language,
        ours_last=last.ours,
        pretends_last=last.pretends,
        answered_elsewhere=last.marked and not last.ours and thread.turn == Thread.Turn.OURS,
        has_attachments=has_attachments,
    )


def who_wrote(message: Message) -> Who:
    """The author of a message."""
    sender = message.sender
    person = sender.person if sender else None
    name = person.full_name if person else message.from_name or message.from_email
    return Who(name, message.from_email, person, sender.organisation if sender else None)


def _who_received(receiver: Recipient | None) -> Who | None:
    if receiver is None:
        return None
    sender = receiver.sender
    person = sender.person if sender else None
    name = person.full_name if person else receiver.name or receiver.email
    return Who(name, receiver.email, person, sender.organisation if sender else None)


def snippet(text: str) -> str:
    """The beginning of what the author wrote, without what is quoted, on one line."""
    parts = split(text)
    own = " ".join((parts.reply or parts.quoted).split())
    return own if len(own) <= SNIPPET else own[: SNIPPET - 1].rstrip() + "…"
