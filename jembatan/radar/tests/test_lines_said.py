"""A line to take that is said after its time: what shows it, and to whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.models import Line, LineHearer, LineUse, OutgoingMail
from jembatan.correspondence.tests.lines.scene import cleared
from jembatan.correspondence.tests.mail_server import MailServer
from jembatan.correspondence.tests.outbox_scene import sending_address, written
from jembatan.correspondence.tests.scene import thread
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.radar.actions.watch import watch
from jembatan.radar.queries.visible import open_signals
from jembatan.radar.tests.scene import mail


def _said(officer: Actor, ministry: Organisation, dossier: Dossier | None) -> OutgoingMail:
    """In a mail of today, ten days after it was withdrawn; the mail has not left yet."""
    sending_address(officer.desk, MailServer(port=2525))
    line = cleared(officer.desk, dossier=dossier)
    record_use(officer, line, occasion="By telephone", language="en", parties=[])
    now = timezone.now()
    Line.objects.filter(pk=line.pk).update(withdrawn_at=now - timedelta(days=10))
    outgoing = send_draft(officer, written(officer))
    use = LineUse.objects.create(
        version=line.versions.get(), language="en", mail=outgoing, said_at=now - timedelta(hours=1)
    )
    LineHearer.objects.create(use=use, name="Budi", organisation=ministry)
    return outgoing


def _seen(actor: Actor) -> int:
    watch(actor.desk)
    return open_signals(actor).filter(rule="expired-line").count()


@pytest.mark.parametrize(("closed", "seen"), [(False, (1, 1)), (True, (1, 0))])
def test_line_of_a_closed_dossier_is_named_to_those_who_see_it_alone(
    officer: Actor,
    second_officer: Actor,
    ministry: Organisation,
    closed: bool,
    seen: tuple[int, int],
) -> None:
    dossier = restrict(officer, open_dossier(officer, "Visa talks")) if closed else None
    outgoing = _said(officer, ministry, dossier)
    assert (_seen(officer), _seen(second_officer)) == (0, 0)
    outgoing.filed_as = mail(officer, ministry, None, thread(officer.desk), sent=True)
    outgoing.save()
    assert (_seen(officer), _seen(second_officer)) == seen
