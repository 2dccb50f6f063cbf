"""Minutes, decisions and actions in the search of the house: whoever sees the meeting finds what was written of it."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Action, Decision, MinutesSection
from jembatan.meetings.models.text_index import words_of_text
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines


class MinutesSource:
    """The text of minutes, agreed or still being written."""

    kind = "minutes"
    label: str | Promise = gettext_lazy("Minutes")
    icon = "notebook-pen"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best parts, one hit each."""
        seen = _sections(actor)
        found = best_matches(
            seen.select_related("minutes__meeting", "item").defer("document"),
            text,
            vector=words_of_text(),
            limit=limit,
        )
        passages = headlines(seen, text, field="text", pks=[each.pk for each in found])
        return [_hit_of_section(each, passages.get(each.pk, "")) for each in found]


class OutcomesSource:
    """What meetings decided, and who does what; open or not."""

    kind = "outcomes"
    label: str | Promise = gettext_lazy("Decisions and actions")
    icon = "list-checks"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """Of both kinds, the latest first among the best of each."""
        found: list[Decision | Action] = [
            *_best(_standing(actor, Decision), text, limit),
            *_best(_standing(actor, Action).select_related("person", "organisation", "member"), text, limit),
        ]
        latest = sorted(found, key=lambda each: each.arose_at, reverse=True)
        return [_hit_of_outcome(each) for each in latest[:limit]]


def _sections(actor: Actor) -> QuerySet[MinutesSection]:
    seen = within_visible_dossiers(actor, field="minutes__meeting__dossier")
    return MinutesSection.objects.filter(seen, minutes__desk=actor.desk).exclude(text="")


def _standing[Outcome: (Decision, Action)](actor: Actor, kind: type[Outcome]) -> QuerySet[Outcome]:
    seen = within_visible_dossiers(actor, field="meeting__dossier")
    rows: QuerySet[Outcome] = kind._default_manager.filter(seen, desk=actor.desk, position__isnull=False)
    return rows.select_related("meeting")


def _best[Outcome: (Decision, Action)](rows: QuerySet[Outcome], text: str, limit: int) -> Sequence[Outcome]:
    return best_matches(rows, text, vector=words_of_text(), limit=limit)


def _hit_of_section(section: MinutesSection, passage: str) -> Hit:
    minutes = section.minutes
    state = "" if minutes.state == minutes.State.AGREED else minutes.get_state_display()
    return Hit(
        title=str(minutes.meeting),
        subtitle=" · ".join(each for each in (str(section.item or ""), state) if each),
        url=f"{reverse('meetings:minutes', args=[minutes.pk])}#part-{section.pk}",
        marking=minutes.meeting.marking,
        moment=minutes.starts_at,
        snippet=passage,
    )


def _hit_of_outcome(outcome: Decision | Action) -> Hit:
    facts = [str(outcome.meeting)]
    if isinstance(outcome, Decision):
        facts.insert(0, _("Decision"))
    else:
        facts.insert(0, f"{_('Action')} · {outcome.get_state_display()}")
        facts += [str(outcome.owner)] if outcome.owner else []
    address = reverse("meetings:meeting", args=[outcome.meeting_id])
    at = f"?at={outcome.recurrence_id}" if outcome.recurrence_id else ""
    return Hit(
        title=outcome.text,
        subtitle=" · ".join(facts),
        url=address + at,
        marking=outcome.meeting.marking,
        moment=outcome.arose_at,
    )
