"""Desk templates: the words and the sections of one report, kept under a name, begin others."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.actions.hold import has_changed
from jembatan.platform.access import require_officer, require_writer
from jembatan.reports.actions.kept.hold import held
from jembatan.reports.models import Part, Report, ReportPart, ReportTemplate

LONGEST = 100


@transaction.atomic
def keep_template(actor: Actor, report: Report, name: str) -> ReportTemplate:
    """As the report stands now; one of the same name is replaced. Raises `Refused` without a name, and for a restricted dossier's report.

    The whole desk reads a template, and not everyone what was written about such a dossier.
    """
    require_officer(actor)
    current = held(actor, report)
    called = " ".join(name.replace("\x00", "").split())
    if not called or len(called) > LONGEST:
        raise Refused(_("Give it a name of at most 100 characters."))
    if current.dossier is not None and current.dossier.restricted:
        raise Refused(_("Its dossier is restricted: what is written here is not for the whole desk."))
    words = {part.name: part.text for part in current.parts.exclude(text="").order_by("pk")}
    template, _new = ReportTemplate.objects.update_or_create(
        desk=actor.desk, name=called, defaults={"words": words, "hidden": current.hidden}
    )
    return template


@transaction.atomic
def remove_template(actor: Actor, template: ReportTemplate) -> None:
    """Reports that were begun with it stay as they are."""
    require_officer(actor)
    ReportTemplate.objects.get(desk=actor.desk, pk=template.pk).delete()


@transaction.atomic
def apply_template(actor: Actor, report: Report, template: ReportTemplate) -> Report:
    """Its words where nothing is written yet, and its sections."""
    require_writer(actor)
    current = held(actor, report)
    written = set(current.parts.exclude(text="").values_list("name", flat=True))
    for name, text in template.words.items():
        if name in Part.values and name not in written:
            part = current.parts.filter(name=name).first() or ReportPart(report=current, name=name, version=0)
            part.text, part.saved_by, part.saved_at = text, actor.user, timezone.now()
            part.version += 1
            part.save()
    current.hidden = list(template.hidden)
    current.save(update_fields=["hidden"])
    has_changed(current)
    return current


@transaction.atomic
def hide_parts(actor: Actor, report: Report, parts: Collection[str]) -> Report:
    """Exactly the sections of these parts are not printed; what is written in them stays."""
    require_writer(actor)
    current = held(actor, report)
    current.hidden = [part for part in Part.values if part in parts]
    current.save(update_fields=["hidden"])
    has_changed(current)
    return current
