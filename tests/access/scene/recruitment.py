"""A call of a programme that is open to everybody, two applications, a time for an interview."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.platform.files.store import keep
from jembatan.platform.links import signed
from jembatan.programmes.actions.officers import add_officer
from jembatan.programmes.models import Programme
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.evidence import keep_certificate
from jembatan.recruitment.actions.interviews import offer_times
from jembatan.recruitment.actions.photos import put_photo
from jembatan.recruitment.actions.questions import add_question
from jembatan.recruitment.actions.saying import answer
from jembatan.recruitment.actions.training import add_task, plan_training
from jembatan.recruitment.models import Answer
from jembatan.recruitment.queries.badges import badge_link
from jembatan.recruitment.queries.link import PURPOSE, link_to
from jembatan.recruitment.tests.scene import applied, call_of
from jembatan.recruitment.web.uploads import kept
from tests.access.scene.kinds import Arguments

FACE = b"\xff\xd8\xff"


def add_recruitment(officer: Actor, word: str, programme: Programme) -> Arguments:
    """Whoever has the link of an application sees that one."""
    call = call_of(officer, programme=programme, title_en=f"Call {word}", title_id=f"Panggilan {word}")
    application = applied(call, full_name=f"Pelamar {word}")
    file = kept(SimpleUploadedFile("cv.png", b"\x89PNG\r\n\x1a\n" + word.encode()))
    answer(application, {call.questions.get(kind="file").pk: file})
    decide(officer, call, [application.pk], "shortlisted", letters=False)
    asked = {
        "kind": "text",
        "label_en": f"Question {word}",
        "label_id": "Tanya",
        "options": "",
        "required": False,
    }
    assert officer.user is not None
    start = timezone.now() + timedelta(days=len(word))  # an interviewer has one interview at a time
    slot = offer_times(officer, call, officer.user, start, minutes=30, count=1)[0]
    bearer = add_officer(officer, programme, full_name=f"Petugas {word}", languages={})
    return {
        "training_id": plan_training(officer, programme, f"Latihan {word}", programme.first_day).pk,
        "book_task_id": add_task(officer, programme, f"Menjemput {word}").pk,
        "bearer_id": put_photo(officer, bearer, keep(FACE)).officer_id,
        "badge_token": badge_link(bearer, programme).split("/")[-2],
        "certificate_id": keep_certificate(officer, application, f"P3K {word}", None).pk,
        "guests_id": programme.delegations.get(name="Akitsu").pk,
        "call_id": call.pk,
        "call_slug": call.slug,
        "call_question_id": add_question(officer, call, asked).pk,
        "application_id": application.pk,
        "application_answer_id": Answer.objects.get(application=application, file__isnull=False).pk,
        "slot_id": slot.pk,
        "application_token": signed(PURPOSE, link_to(application)),
    }
