"""Clearing a wording, and taking a line out of use."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.said import CLEARED, WITHDRAWN, say
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Line, LineSetting, LineVersion
from jembatan.correspondence.queries.lines.clearing import may_clear_line
from jembatan.correspondence.queries.lines.visible import has_expired, visible_lines
from jembatan.directory.queries.positions import today_at
from jembatan.platform.access import require_head, require_officer


@transaction.atomic
def clear_line(actor: Actor, line: Line, *, number: int) -> LineVersion:
    """From now on the line says this wording, and no earlier one. Raises `Refused` where it waits for nothing, or has expired."""
    held = _held(actor, line)
    version = held.versions.select_for_update().filter(number=number, cleared_at__isnull=True).first()
    if version is None:
        raise Refused(_("This wording has been changed or cleared meanwhile."))
    if not may_clear_line(actor, version):
        raise PermissionDenied(
            _(
                "The head of this desk clears its lines; officers where the head has said so, and never their own words."
            )
        )
    if has_expired(version, today_at(actor.desk)):
        raise Refused(_("Its last day is over. Write a later one first."))
    version.cleared_at, version.cleared_by = timezone.now(), actor.user
    version.save(update_fields=["cleared_at", "cleared_by"])
    with translation.override(actor.desk.language):
        told = _("Line cleared: %(topic)s (wording %(number)s)") % {"topic": held.topic, "number": number}
    say(actor, held, CLEARED, told, detail="\n\n".join(version.texts.values()))
    return version


@transaction.atomic
def withdraw_line(actor: Actor, line: Line) -> Line:
    """Nobody says it any more; its word is free. Twice changes nothing."""
    require_officer(actor)
    held = _held(actor, line)
    if held.withdrawn_at is None:
        held.withdrawn_at = timezone.now()
        held.save(update_fields=["withdrawn_at"])
        with translation.override(actor.desk.language):
            told = _("Line withdrawn: %(topic)s") % {"topic": held.topic}
        say(actor, held, WITHDRAWN, told)
    return held


@transaction.atomic
def bring_back_line(actor: Actor, line: Line) -> Line:
    """The inverse. Raises `Refused` where another line has taken the word."""
    require_officer(actor)
    held = _held(actor, line)
    if held.withdrawn_at is None:
        return held
    held.withdrawn_at = None
    try:
        with transaction.atomic():
            held.save(update_fields=["withdrawn_at"])
    except IntegrityError:
        raise Refused(_("Another line has the word “%(word)s”.") % {"word": held.word}) from None
    with translation.override(actor.desk.language):
        told = _("Line in use again: %(topic)s") % {"topic": held.topic}
    say(actor, held, CLEARED, told)
    return held


def let_officers_clear(actor: Actor, *, may: bool) -> None:
    """The head leaves clearing to the officers, too, or takes it back."""
    require_head(actor)
    LineSetting.objects.update_or_create(desk=actor.desk, defaults={"officers_clear": may})


def _held(actor: Actor, line: Line) -> Line:
    return visible_lines(actor).select_for_update(of=("self",)).get(pk=line.pk)
