"""Whom the demo office has asked without an account, and what they said."""

from dataclasses import dataclass
from datetime import timedelta

from demo.correspondence.scene import Scene
from demo.partners import address, contact
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.consultation.ask import LINK_LIVES_ON
from jembatan.correspondence.actions.consultation.told import ANSWERED, ASKED
from jembatan.correspondence.models import Consultation, Message
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.actions.record import Line
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class Question:
    """`below` is a conversation, `to` a contact or an address; days from today."""

    below: str
    asker: str
    to: str
    name: str
    text: str
    passage: str
    asked: int
    due: int
    answer: str = ""
    answered: int = 0


QUESTIONS = (
    Question(
        "survei",
        "maria",
        "hukum@selatnusantara.example",
        "Biro Hukum",
        "Bolehkah data survei bersama disimpan di luar negeri?",
        "Akitsu bertanya tentang kepemilikan data dan rute kapal survei.",
        -2,
        -1,
        "Boleh, bila perjanjian menyebut tempat penyimpanannya dan salinan tetap ada di sini. Lihat pasal 9 rancangan perjanjian.",
        -1,
    ),
    Question(
        "insiden",
        "bagus",
        "yosef",
        "Yosef Kapitan",
        "Kapan rambu jalur nelayan dapat dipasang, dan berapa lama pekerjaannya?",
        "Setelah kejadian 4 November operator feri menanyakan tanggal penandaan jalur nelayan.",
        -3,
        4,
    ),
)


def write(scene: Scene) -> None:
    """One has been answered, one waits."""
    for question in QUESTIONS:
        _ask(scene, question)


def _ask(scene: Scene, question: Question) -> None:
    message, asker = scene.last_message(question.below), scene.user(question.asker)
    known = "@" not in question.to
    due = scene.at(question.due, 16)
    asked = Consultation.objects.create(
        desk=scene.desk,
        message=message,
        asked_by=asker,
        person=scene.person(question.to) if known else None,
        name=question.name,
        email=address(contact(question.to)) if known else question.to,
        language="id",
        wants=Consultation.Wants.CONTRIBUTION,
        question=question.text,
        passage=question.passage,
        due_at=due,
        open_until=due + LINK_LIVES_ON,
        state=Consultation.State.ANSWERED if question.answer else Consultation.State.OPEN,
        answer=question.answer,
        answered_as=question.name if question.answer else "",
        answered_at=scene.at(question.answered, 11) if question.answer else None,
    )
    Consultation.objects.filter(pk=asked.pk).update(asked_at=scene.at(question.asked, 9))
    asking = _line(scene, asked, message, ASKED, question.text, question.asked, by=None)
    answering = _line(scene, asked, message, ANSWERED, question.answer, question.answered, by=question.name)
    scene.tell(asking, *([answering] if question.answer else []))


def _line(
    scene: Scene, asked: Consultation, message: Message, kind: str, text: str, days: int, *, by: str | None
) -> Line:
    return Line(
        kind=kind,
        summary=text,
        occurred_at=scene.at(days, 9) + timedelta(hours=2 if by else 0),
        parties=(asked.person,) if asked.person else (),
        marking=Marking(message.thread.marking),
        source=(SOURCE, message.pk),
        import_batch=scene.batch_id,
        by=by or asked.asked_by,
    )


def remove(desk: Desk) -> None:
    """Both, with what was answered."""
    Consultation.objects.filter(desk=desk, question__in=[each.text for each in QUESTIONS]).delete()
