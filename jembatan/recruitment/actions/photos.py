"""The picture on an officer's badge: from the application, or put there by the desk; gone when the officer is forgotten."""

from collections.abc import Sequence

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.files.models import StoredFile
from jembatan.programmes.actions.refusals import unforgotten
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.visible import visible_officers
from jembatan.recruitment.models import Answer, Application, BadgePhoto, Question


@transaction.atomic
def put_photo(actor: Actor, officer: Officer, file: StoredFile) -> BadgePhoto:
    """In place of one that was there. `file` is a portrait (`formats/photos.py`). Raises `Refused` for an officer who was forgotten."""
    require_officer(actor)
    rows = visible_officers(actor).select_for_update(of=("self",), no_key=True)
    current = unforgotten(rows.get(pk=officer.pk))
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
