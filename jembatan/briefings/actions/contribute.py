"""Contributions of departments: asked for by a date, answered by a link, put into a part with their author."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import held
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Brief, BriefPart, Part
from jembatan.briefings.queries.writing.matter import BRIEF
from jembatan.correspondence.actions.consultation.ask import Question, ask_about_record
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.visible import consultations_about
from jembatan.platform.access import require_writer
from jembatan.platform.ui.moments import day_text


def ask_to_contribute(
    actor: Actor, brief: Brief, question: Question, *, confirmed: bool = False
) -> Consultation:
    """Raises what `ask_about_record` raises."""
    return ask_about_record(actor, BRIEF, brief.pk, question, confirmed=confirmed)


@transaction.atomic
def insert_answer(actor: Actor, brief: Brief, part: Part, consultation: Consultation) -> BriefPart:
    """Below what stands in the part, with who gave it. Raises `Refused` where there is no answer, `NotForThem`."""
    require_writer(actor)
    current = held(actor, brief)
    asked = consultations_about(actor, BRIEF.kind, current.pk)
    given = next((each for each in asked if each.pk == consultation.pk), None)
    if given is None or not given.answer or given.answered_at is None:
        raise Refused(_("There is no answer to insert."))
    with translation.override(current.language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        author = _("%(name)s, %(day)s") % {"name": given.answered_as, "day": day_text(given.answered_at)}
    found = current.parts.filter(name=part).first()
    stands = found.text.rstrip() if found else ""
    words = "\n\n".join(each for each in (stands, f"{given.answer.strip()} ({author})") if each)
    return save_part(actor, current, part, words, version=found.version if found else 0)
