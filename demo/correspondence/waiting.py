"""What waits at the demo office: who owns which conversation, by when, what is put off, and a drafter's mail to be cleared."""

from dataclasses import dataclass

from demo import cast
from demo.conversations import CONVERSATIONS
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk, User
from jembatan.correspondence.actions.clearance.ask import ask_clearance
from jembatan.correspondence.actions.clock.agree import agree_deadline
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.snooze import snooze
from jembatan.correspondence.models import Clearance, Draft, Reminder, Snooze, Thread


@dataclass(frozen=True, slots=True)
class Owned:
    """A conversation and its owner; `due` are a day from today and an hour, `reminded` a step that the owner was told of."""

    key: str
    owner: str
    due: tuple[int, int] | None = None
    reminded: str = ""


OWNED = (
    Owned("mou-halvern", "maria"),
    Owned("survei", "maria", (1, 12), Reminder.Step.BEFORE),
    Owned("wawancara", "ratna", (-1, 16), Reminder.Step.DUE),
    Owned("rambu", "bagus", (2, 17)),
    Owned("insiden", "bagus"),
)
PUT_OFF = (("festival", "bagus", 2), ("kuliah", "ratna", 4), ("bienthanh-latihan", "maria", 6))
ANSWERED = "data-arus"
WORDS = "Yth. Prof. Martha,\n\nTerima kasih atas formulir yang sudah ditandatangani. Data tiga stasiun kami kirim hari Senin.\n"


def write(scene: Scene) -> None:
    """Owners, deadlines, reminders, what is put off, and the draft."""
    for owned in OWNED:
        _own(scene, owned)
    for key, member, days in PUT_OFF:
        snooze(scene.actor(member), scene.last_message(key).thread, until=scene.at(days, 8))
    dimas = scene.actor(cast.DRAFTER.key)
    draft = start_answer(dimas, scene.last_message(ANSWERED), kind=Draft.Kind.REPLY)
    Draft.objects.filter(pk=draft.pk).update(text=WORDS)
    draft.versions.update(text=WORDS)
    ask_clearance(dimas, draft)
    Thread.objects.filter(pk=scene.last_message(ANSWERED).thread_id).update(owner=scene.user(cast.HEAD.key))


def _own(scene: Scene, owned: Owned) -> None:
    thread, user = scene.last_message(owned.key).thread, scene.user(owned.owner)
    Thread.objects.filter(pk=thread.pk).update(owner=user)
    if owned.due is None:
        return
    moment = scene.at(*owned.due)
    agree_deadline(scene.actor(cast.HEAD.key), thread, by=moment)
    if owned.reminded:
        Reminder.objects.create(desk=scene.desk, thread=thread, step=owned.reminded, due_at=moment, user=user)


def remove(desk: Desk) -> None:
    """The conversations are as they were imported, except where another has become their owner."""
    subjects = {each.key: each.subject for each in CONVERSATIONS}
    drafts = Draft.objects.filter(desk=desk, answers__thread__subject=subjects[ANSWERED], text=WORDS)
    Clearance.objects.filter(draft__in=drafts).delete()
    drafts.delete()
    owners = {owned.key: owned.owner for owned in OWNED} | {ANSWERED: cast.HEAD.key}
    for key, owner in owners.items():
        user = User.objects.filter(email=f"{owner}@{cast.DOMAIN}").first()
        threads = Thread.objects.filter(desk=desk, subject=subjects[key], owner=user)
        Reminder.objects.filter(thread__in=threads).delete()
        threads.update(owner=None, agreed_by=None, agreed_for=None, agreed_at=None)
    put_off = [subjects[key] for key, *_rest in PUT_OFF]
    Snooze.objects.filter(desk=desk, thread__subject__in=put_off).delete()
