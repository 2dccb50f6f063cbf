"""Promises both ways in briefs and in handover packs."""

from zoneinfo import ZoneInfo

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.handover.promises import promises_open
from jembatan.briefings.queries.handover.scope import Scope, Subject, partners_of
from jembatan.briefings.queries.registry import brief_sections
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.promises import promises_both_ways
from jembatan.commitments.actions.closing import keep
from jembatan.commitments.actions.record import Promise, record_commitment
from jembatan.commitments.models import Commitment
from jembatan.commitments.tests.scene import in_days, theirs
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.platform.ui.moments import day_text

SITE = "http://testserver"


def _promised(
    officer: Actor, ministry: Organisation, what: str, *, dossier: Dossier | None = None, days: int = 2
) -> Commitment:
    promise = Promise(
        side=Commitment.Side.THEIRS,
        what=what,
        organisation=ministry,
        due=in_days(officer, days),
        grade=Commitment.Grade.INTENDS,
        dossier=dossier,
    )
    return record_commitment(officer, promise, evidence=f"We hope to {what}.")


def _brief(actor: Actor, ministry: Organisation) -> list[tuple[str, str, str]]:
    request = BriefRequest(
        actor=actor, organisations=(ministry,), meeting=None, now=timezone.now(), site=SITE
    )
    return [
        (line.label, line.text, line.detail)
        for section in promises_both_ways(request)
        for line in section.lines
    ]


def _pack(reader: Actor, subject: Subject) -> list[str]:
    scope = Scope(
        reader=reader,
        subject=subject,
        organisations=partners_of(reader, subject),
        now=timezone.now(),
        site=SITE,
    )
    return [line.text for section in promises_open(scope) for line in section.lines]


def test_brief_tells_what_is_promised(officer: Actor, ministry: Organisation) -> None:
    made = _promised(officer, ministry, "send the draft", days=-1)
    keep(officer, _promised(officer, ministry, "send the list"))
    assert made.due is not None
    with timezone.override(ZoneInfo(officer.desk.time_zone)):
        detail = f"{ministry} · overdue since {day_text(made.due)} · intends · “We hope to send the draft.”"
    assert _brief(officer, ministry) == [("Theirs", "send the draft", detail)]
    assert promises_both_ways in brief_sections()
    assert promises_both_ways not in brief_sections(for_them=True)


def test_brief_hides_what_is_restricted(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    _promised(officer, ministry, "send it", dossier=restrict(officer, open_dossier(officer, "Talks")))
    assert len(_brief(officer, ministry)) == 1
    assert _brief(second_officer, ministry) == []


def test_handover_packs_tell_what_is_promised(officer: Actor, ministry: Organisation, budi: Person) -> None:
    dossier = open_dossier(officer, "Talks")
    _promised(officer, ministry, "send the draft")
    theirs(officer, budi, "send the map", dossier=dossier)
    promise = Promise(side=Commitment.Side.OURS, what="send the list", person=budi, member=officer.user)
    record_commitment(officer, promise)
    assert officer.user is not None
    assert _pack(officer, ministry) == ["send the draft"]
    assert _pack(officer, dossier) == ["send the map"]
    assert _pack(officer, officer.user) == ["send the list"]
