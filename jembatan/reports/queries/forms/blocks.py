"""Blocks that the forms of the Incident Command System (FEMA, 2010 and later) share."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, User
from jembatan.platform.documents.form import Block, FormSheet
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import clock_text, day_text, moment_text
from jembatan.reports.queries.compose import told
from jembatan.reports.queries.scope import Scope


@contextmanager
def filled_in(actor: Actor, language: str) -> Iterator[None]:
    """The form's language, and the desk's zone."""
    with translation.override(language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        yield


def incident(actor: Actor, scope: Scope) -> Block:
    """1. What it is about; the desk where it is about one of its officers, or about nothing else."""
    about = "" if isinstance(scope.subject, User) else told(scope.subject)
    return Block("1", _("Incident name"), text=about or actor.desk.name)


def operational_period(actor: Actor, scope: Scope) -> Block:
    """2. Dates and times."""
    start, end = scope.period.moments(actor.desk)
    last = end - timedelta(minutes=1)
    return Block(
        "2",
        _("Operational period"),
        values=(
            (_("From"), f"{day_text(start)}, {clock_text(start)}"),
            (_("Until"), f"{day_text(last)}, {clock_text(last)}"),
        ),
    )


def prepared_by(actor: Actor, number: str) -> Block:
    """The last one: who has made it; the signature stays empty."""
    return Block(
        number,
        _("Prepared by"),
        values=(
            (_("Name"), actor.name),
            (_("Position"), role_of(actor)),
            (_("Signature"), ""),
            (_("Date and time"), moment_text(timezone.now())),
        ),
    )


def role_of(actor: Actor) -> str:
    """What the actor is at the desk; "" for whoever runs the command line."""
    membership = Membership.objects.filter(desk=actor.desk, user=actor.user).first() if actor.user else None
    return membership.get_role_display() if membership else ""


def sheet(
    actor: Actor, name: str, title: str, language: str, *rows: tuple[Block, ...], marking: Marking
) -> FormSheet:
    """The form with its foot."""
    now = timezone.now()
    made = _("%(desk)s · %(name)s · %(moment)s") % {
        "desk": actor.desk, "name": actor.name, "moment": moment_text(now),
    }  # fmt: skip
    return FormSheet(
        name=name, title=title, language=language, rows=rows, marking=marking, made=made, made_at=now
    )
