"""The journal's lines are in the desk's language, whoever acts and in whatever language."""

from datetime import date

from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.journal.models import Entry
from jembatan.programmes.models import Programme
from jembatan.recruitment.actions.calls import publish
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.forget import delete_as_asked
from jembatan.recruitment.actions.training import plan_training
from jembatan.recruitment.tests.scene import applied, call_of

KINDS = ("recruitment.call", "recruitment.decided", "recruitment.deleted", "recruitment.trained")


def test_lines_are_in_the_language_of_the_desk_and_not_of_who_acts(officer: Actor) -> None:
    Desk.objects.filter(pk=officer.desk.pk).update(language="id")
    officer.desk.refresh_from_db()
    with translation.override("en"):
        call = call_of(officer, public=False)
        publish(officer, call, public=True)
        application = applied(call)
        decide(officer, call, [application.pk], "shortlisted", letters=False)
        delete_as_asked(officer, application)
        plan_training(officer, Programme.objects.get(), "Protokol", date(2027, 8, 1))
    lines = Entry.objects.filter(kind__in=KINDS).order_by("pk")
    assert list(lines.values_list("summary", flat=True)) == [
        "Panggilan ditulis: Dicari pendamping",
        "Panggilan diumumkan: Dicari pendamping",
        "1 lamaran masuk daftar pendek",
        "Lamaran 1 dihapus, sesuai permintaan pelamar kepada meja",
        "Pelatihan direncanakan: Protokol",
    ]
