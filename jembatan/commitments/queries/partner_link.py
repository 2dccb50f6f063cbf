"""The link by which a partner sees one promise, and who is behind a link."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from jembatan.commitments.models import PartnerQuestion
from jembatan.correspondence.models import Draft
from jembatan.platform.links import LinkTo, address
from jembatan.platform.markings import is_lower

PURPOSE = "promise"
ISSUE = 1


def link_of(question: PartnerQuestion) -> str:
    """The whole address."""
    return address("commitments:outside", PURPOSE, LinkTo(question.pk, ISSUE, question.until))


def question_behind(to: LinkTo, *, held: bool = False) -> PartnerQuestion | None:
    """Whatever has become of it; `held` locks the promise, on which both sides work."""
    rows = PartnerQuestion.objects.select_related(
        "commitment__desk", "commitment__dossier", "letter", "person"
    )
    rows = rows.select_for_update(of=("commitment",)) if held else rows
    return rows.filter(pk=to.number).first()


def is_good(to: LinkTo, question: PartnerQuestion) -> bool:
    """In time, its letter has left, not replaced by a later one that has, and the promise may still be shown to whom it was shown."""
    promise = question.commitment
    left = question.letter is not None and question.letter.state == Draft.State.QUEUED
    closed_off = promise.dossier is not None and promise.dossier.restricted and not question.restricted
    replaced = promise.questions.filter(pk__gt=question.pk, letter__state=Draft.State.QUEUED).exists()
    narrowed = is_lower(question.marking, than=promise.marking)
    return left and not (to.is_over or to.issue != ISSUE or closed_off or narrowed or replaced)


@contextmanager
def in_their_words(question: PartnerQuestion, *, chosen: str = "") -> Iterator[None]:
    """Their language, unless they have chosen another; days as at the desk."""
    zone = ZoneInfo(question.commitment.desk.time_zone)
    with translation.override(chosen or question.language), timezone.override(zone):
        yield


def house_of(question: PartnerQuestion) -> str:
    """As whom the desk asks."""
    desk = question.commitment.desk
    return desk.organisation_name or desk.name
