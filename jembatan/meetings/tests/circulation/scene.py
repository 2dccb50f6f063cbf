"""Minutes of a meeting with two partners, one of them with something to do."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.circulation.circulate import Question, circulate
from jembatan.meetings.actions.circulation.into_text import take_into_text
from jembatan.meetings.actions.invitations.post import post, register_post
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.decisions import write_decision
from jembatan.meetings.models import Minutes, MinutesPartner, MinutesVersion
from jembatan.meetings.queries.circulation.link import link_of, to
from jembatan.meetings.queries.circulation.standing import latest_version
from jembatan.meetings.tests.invitations.scene import Posted
from jembatan.meetings.tests.outcomes.scene import given, met, partner, sitting
from jembatan.platform.links import LinkTo

RETNO, SRI = "retno@luar.example", "sri@laut.example"


@contextmanager
def tray() -> Iterator[Posted]:
    """In place of the outbox."""
    before, kept = post(), Posted()
    register_post(kept)
    yield kept
    register_post(before)


def written(officer: Actor, *, dossier: Dossier | None = None, **meeting: Any) -> Minutes:
    """A meeting of yesterday with Retno and Sri, a point, a text, a decision, an action of Retno's."""
    retno = partner(officer, email=RETNO)
    sri = partner(officer, "Sri Lestari", "Badan Laut", email=SRI)
    held = met(officer, retno, sri, days=-1, title="Rapat batas laut", dossier=dossier)
    for name, value in meeting.items():
        setattr(held, name, value)
    held.save()
    point = add_point(officer, held, Content(title="Peta"))
    minutes = begin_minutes(officer, held)
    take_into_text(officer, minutes, f"section-{point.pk}", "Peta lama tidak berlaku.")
    write_decision(officer, sitting(held), "Batas diukur ulang", item=point)
    given(officer, held, "Kirim peta baru", owner=retno, item=point)
    minutes.refresh_from_db()
    return minutes


def circulated(
    officer: Actor, minutes: Minutes, emails: Collection[str] = (RETNO, SRI), *, silence: bool = False
) -> MinutesVersion:
    """To both, for a week."""
    until = timezone.now() + timedelta(days=7)
    return circulate(officer, minutes, Question(emails=emails, answer_by=until, silence_agrees=silence))


def asked(minutes: Minutes, email: str = RETNO) -> MinutesPartner:
    """As they stand now."""
    return minutes.partners.select_related("desk", "person").get(email=email)


def link(minutes: Minutes, email: str = RETNO) -> LinkTo:
    """What that partner's link says."""
    return to(asked(minutes, email), version(minutes))


def path(minutes: Minutes, email: str = RETNO) -> str:
    """Of that partner's page."""
    return "/" + link_of(asked(minutes, email), version(minutes)).partition("://")[2].partition("/")[2]


def version(minutes: Minutes) -> MinutesVersion:
    """The one that counts."""
    found = latest_version(minutes)
    assert found is not None
    return found


def key_of(minutes: Minutes, kind: str) -> str:
    """The name of the only decision or action, or of the point's section, in the version."""
    [section] = [each for each in version(minutes).content["sections"] if each["title"]]
    return str(section["key"] if kind == "section" else section[f"{kind}s"][0]["key"])


def overdue(minutes: Minutes) -> None:
    """The date has passed."""
    MinutesVersion.objects.filter(minutes=minutes).update(answer_by=timezone.now() - timedelta(minutes=1))
