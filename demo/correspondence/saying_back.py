"""What the demo office has asked a partner to say back, and waits for."""

from demo import cast
from demo.correspondence.scene import Scene
from demo.partners import address, contact
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.read_back.ask import EXPECTED_WITHIN, OPEN_FOR
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.models import Draft, ReadBack, ReadBackReceiver

BELOW, ASKER, ASKED = "anggaran", cast.HEAD.key, "retno"
POINTS = ("Rencana kegiatan biro sudah terlampir", "Ibu Ratna Wulandari menghadiri rapat anggaran")


def write(scene: Scene) -> None:
    """Below the last mail to the ministry, with the draft that it was."""
    mail, person = scene.last_message(BELOW), scene.person(ASKED)
    assert mail.ours, "The last word of this conversation is ours."
    assert mail.sent_at is not None
    draft = Draft.objects.create(
        desk=scene.desk,
        kind=Draft.Kind.REPLY,
        state=Draft.State.QUEUED,
        to=address(contact(ASKED)),
        subject=mail.subject,
        text=mail.text,
        read_back=True,
        read_back_points="\n".join(POINTS),
        saved_by=scene.user(ASKER),
        saved_at=mail.sent_at,
    )
    asked = ReadBack.objects.create(
        desk=scene.desk,
        draft=draft,
        message_id=mail.message_id,
        subject=mail.subject,
        words=mail.text,
        points=list(POINTS),
        expected_by=mail.sent_at + EXPECTED_WITHIN,
        until=mail.sent_at + OPEN_FOR,
        asked_by=scene.user(ASKER),
    )
    ReadBackReceiver.objects.create(
        read_back=asked,
        email=address(contact(ASKED)),
        name=person.addressed_as,
        language="id",
        person=person,
    )
    restate([mail.thread])


def remove(desk: Desk) -> None:
    """With its draft."""
    asked = ReadBack.objects.filter(desk=desk, points=list(POINTS))
    drafts = list(asked.values_list("draft", flat=True))
    asked.delete()
    Draft.objects.filter(pk__in=drafts).delete()
