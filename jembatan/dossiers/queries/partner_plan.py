"""The plan as a partner may have it: objectives and steps up to a marking. No interest, no stance, no note, no thread."""

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier, Step
from jembatan.dossiers.queries.limits import within
from jembatan.dossiers.queries.objectives import Pursued, objectives_of
from jembatan.dossiers.queries.plan import Planned, planned, steps_of
from jembatan.dossiers.queries.strip import strip
from jembatan.platform.documents.model import Document, Line, Section, Span, Timeline, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

State = Step.State


def partner_plan(
    dossier: Dossier,
    *,
    title: str,
    party: Organisation | Person | None,
    marking: Marking,
    language: str,
    now: datetime | None = None,
) -> Document:
    """A document of its own, marked as a whole: for `party`, without the steps of the others; for None, of all together."""
    now = now or timezone.now()
    steps = [step for step in steps_of(dossier) if _may_go(step, party, marking)]
    shown = {step.pk for step in steps}
    pursued = [each for each in objectives_of(dossier) if within(each.objective.marking, marking)]
    today = timezone.localdate(now)
    with translation.override(language):
        in_order = planned(steps, today)
        plan = [each.step for each in in_order]
        done = sum(step.state == State.DONE for step in plan)
        house = dossier.desk.organisation_name or dossier.desk.name
        return Document(
            title=title,
            subtitle=f"{house} · {party}" if party else house,
            language=language,
            made_at=now,
            made=_("As of %(day)s") % {"day": day_text(now)},
            words=Words(_("Sources"), _("Page"), _("of")),
            figures=((_("steps done"), f"{done} / {len(plan)}"),) if plan else (),
            sections=(
                Section(
                    _("Objectives"),
                    tuple(_objective(each) for each in pursued),
                    _("No objective is written down yet."),
                ),
                Section(
                    _("Plan"),
                    tuple(_step(step, shown) for step in plan),
                    _("Nothing is planned yet."),
                    _timeline(in_order, today),
                ),
            ),
            least_marking=marking,
        )


def days_of(step: Step) -> str:
    """In the words of the current language."""
    begins, ends = step.starts_on, step.ends_on
    if begins and ends and begins != ends:
        return f"{day_text(begins)} – {day_text(ends)}"
    day: date | None = begins or ends
    if day is None:
        return _("no day yet")
    return _("by %(day)s") % {"day": day_text(day)} if begins is None else day_text(day)


def _timeline(plan: list[Planned], today: date) -> Timeline | None:
    """The strip of the page without its steps that have no day yet; None without any other. That a step is late stays with us."""
    drawn = strip(plan, today)
    steps = [(bar.planned.step, bar.x, bar.width) for bar in drawn.bars if bar.x is not None]
    if not steps:
        return None
    told = "; ".join(f"{step.title}: {days_of(step)}" for step, _x, _width in steps)
    return Timeline(
        spans=tuple(Span(step.title, x, width, done=step.state == State.DONE) for step, x, width in steps),
        ticks=drawn.ticks,
        today=(drawn.today, _("today")) if drawn.today is not None else None,
        alt=_("The steps in time: %(steps)s") % {"steps": told},
    )


def _may_go(step: Step, party: Organisation | Person | None, marking: Marking) -> bool:
    is_theirs = party is None or step.theirs is None or step.theirs == party
    return is_theirs and step.state != State.DROPPED and within(step.marking, marking)


def _objective(each: Pursued) -> Line:
    objective, detail = each.objective, ""
    if objective.measure and objective.target is not None:
        reached = f"{each.newest.value.normalize():f}" if each.newest else "0"
        detail = f"{reached} / {objective.target.normalize():f} {objective.measure}"
    elif objective.measure:
        detail = objective.measure
    return Line(text=objective.text, detail=detail)


def _step(step: Step, shown: set[int]) -> Line:
    who = [step.ours.full_name] if step.ours else []
    who += [str(step.theirs)] if step.theirs else []
    detail = [", ".join(who)] if who else []
    if step.after and step.after_id in shown:
        detail.append(_("after “%(step)s”") % {"step": step.after})
    if step.state == State.DONE:
        detail.append(step.get_state_display())
    return Line(text=step.title, label=days_of(step), detail=" · ".join(detail))
