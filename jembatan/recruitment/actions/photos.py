"""The picture on an officer's badge: from the application, or put there by the desk; gone with the programme."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.files.models import StoredFile
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_officers
from jembatan.recruitment.models import Answer, Application, BadgePhoto, Question

KEEP_DAYS = 90
"""After a programme that has no call which says how many."""


@transaction.atomic
def put_photo(actor: Actor, officer: Officer, file: StoredFile) -> BadgePhoto:
    """In place of one that was there. `file` is a portrait (`formats/photos.py`)."""
    require_officer(actor)
    current = visible_officers(actor).select_for_update(of=("self",), no_key=True).get(pk=officer.pk)
    photo, _made = BadgePhoto.objects.update_or_create(officer=current, defaults={"file": file})
    return photo


@transaction.atomic
def remove_photo(actor: Actor, officer: Officer) -> StoredFile | None:
    """The badge has none; which one it was."""
    require_officer(actor)
    current = visible_officers(actor).select_for_update(of=("self",), no_key=True).get(pk=officer.pk)
    had = BadgePhoto.objects.filter(officer=current).select_related("file").first()
    if had is None:
        return None
    had.delete()
    return had.file


def carry_photos(taken_on: Sequence[tuple[Application, Officer]]) -> None:
    """What applicants have sent for their badge goes along. Inside the caller's transaction."""
    answers = Answer.objects.filter(
        application__in=[row.pk for row, _officer in taken_on],
        question__kind=Question.Kind.PHOTO,
        file__isnull=False,
    )
    files = dict(answers.order_by("-question__position").values_list("application", "file"))
    BadgePhoto.objects.bulk_create(
        BadgePhoto(officer=officer, file_id=files[row.pk]) for row, officer in taken_on if row.pk in files
    )


@transaction.atomic
def forget_photos() -> int:
    """Every day, for all desks: those of programmes that are over, when the days of their calls have passed; returns how many."""
    over = []
    programmes = Programme.objects.filter(officers__badge_photo__isnull=False).distinct()
    for programme in programmes.annotate(keep=Max("calls__keep_days")).order_by("pk"):
        keep = KEEP_DAYS if programme.keep is None else programme.keep
        if programme.last_day + timedelta(days=keep + 1) <= timezone.localdate():
            over.append(programme.pk)
    sent = Answer.objects.filter(question__kind=Question.Kind.PHOTO, application__call__programme__in=over)
    sent.delete()
    gone, _kinds = BadgePhoto.objects.filter(officer__programme__in=over).delete()
    return gone
