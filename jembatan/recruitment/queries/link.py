"""The link by which applicants see their application, and what is behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from jembatan.platform.links import LinkTo, address
from jembatan.programmes.queries.kept import kept_until as kept_days
from jembatan.recruitment.models import Application, Call

PURPOSE = "application"


def link_to(application: Application) -> LinkTo:
    """It holds as long as the data is kept."""
    return LinkTo(application.pk, application.issue, kept_until(application.call))


def link_of(application: Application) -> str:
    """The whole address."""
    return address("recruitment:own", PURPOSE, link_to(application))


def kept_until(call: Call) -> datetime:
    """The moment from which what is known of those who were not taken on is deleted."""
    return kept_days(call.programme, call.keep_days)


def behind(to: LinkTo, *, held: bool = False, to_go: bool = False) -> Application | None:
    """The application of a link that still counts, `held` until the transaction ends, whole where it is `to_go`; None for one that is over or replaced, and for one that is deleted."""
    rows = Application.objects.select_related("call__programme__dossier", "desk", "post")
    if held:
        rows = rows.select_for_update(of=("self",), no_key=not to_go)
    found = rows.filter(pk=to.number, issue=to.issue).first()
    return None if to.is_over else found


@contextmanager
def on_their_clock(call: Call, language: str) -> Iterator[None]:
    """In their language; days and times as where the programme is."""
    with translation.override(language), timezone.override(ZoneInfo(call.programme.zone)):
        yield


def house_of(call: Call) -> str:
    """Who calls."""
    return call.desk.organisation_name or call.desk.name
