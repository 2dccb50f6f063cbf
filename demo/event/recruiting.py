"""How the festival finds more officers: a call that is open, applications in every state, interviews, a training, a task book."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from demo import cast
from demo.correspondence.scene import Scene
from demo.event import guests
from demo.event.applicants import APPLICANTS, Applicant
from jembatan.directory.formats.places import country_code
from jembatan.programmes.models import Officer, OfficerCertificate, Post, Programme
from jembatan.recruitment.actions.calls import USUAL_QUESTIONS
from jembatan.recruitment.actions.scoring import rescore_all
from jembatan.recruitment.models import (
    Answer,
    Application,
    Attendance,
    Call,
    Certificate,
    InterviewSlot,
    Question,
    Rating,
    SignOff,
    SpokenLanguage,
    Task,
    Tie,
    Training,
)
from jembatan.recruitment.models.interview import SKILLS

CONSENT = "Saya setuju data ini disimpan untuk memutuskan lamaran saya."
INTERVIEWERS = (cast.OFFICER.key, cast.SECOND_OFFICER.key)
TRAINED, SHOWN = 18, 9
"""How many officers were at the training, and have shown the task."""


def look_for_officers(scene: Scene, programme: Programme, post: Post) -> None:
    """It leaves no line in the journal."""
    call = _call(scene, programme, post)
    reason = Question.objects.get(call=call, kind=Question.Kind.LONG)
    rows = [_application(scene, call, post, number, each) for number, each in enumerate(APPLICANTS, 1)]
    both = list(zip(Application.objects.bulk_create(rows), APPLICANTS, strict=True))
    Answer.objects.bulk_create(Answer(application=row, question=reason, text=each.why) for row, each in both)
    SpokenLanguage.objects.bulk_create(
        SpokenLanguage(application=row, language=code, declared=declared, tested=tested)
        for row, each in both
        for code, _colon, levels in (one.partition(":") for one in each.languages.split())
        for declared, _plus, tested in [levels.partition("+")]
    )
    _certificates(scene, both)
    Tie.objects.bulk_create(
        Tie(application=row, party=party, country=country_code(party), reason=why)
        for row, each in both
        for party, why in each.ties
    )
    Rating.objects.bulk_create(
        Rating(application=row, by=scene.user(key), **dict(zip(SKILLS, marks, strict=True)))
        for row, each in both
        for key, marks in zip(INTERVIEWERS, each.marks, strict=False)
    )
    _interviews(scene, call, next(row for row in rows if row.status == Application.Status.SHORTLISTED))
    rescore_all(call)
    _training(scene, programme)


def _certificates(scene: Scene, both: list[tuple[Application, Applicant]]) -> None:
    """The officer has seen those of everybody who is an officer now, on whose page they stand, too."""
    rows = [
        Certificate(
            application=row,
            name=name,
            checked_by=scene.user(cast.OFFICER.key) if row.officer else None,
            checked_at=scene.at(-1, 10) if row.officer else None,
        )
        for row, each in both
        for name in each.certificates
    ]
    OfficerCertificate.objects.bulk_create(
        OfficerCertificate(
            desk=scene.desk,
            officer=kept.application.officer,
            name=kept.name,
            checked_by=kept.checked_by,
            checked_at=kept.checked_at,
        )
        for kept in Certificate.objects.bulk_create(rows)
        if kept.application.officer
    )


def _call(scene: Scene, programme: Programme, post: Post) -> Call:
    call = Call.objects.create(
        desk=scene.desk,
        programme=programme,
        title_en="Reserve liaison officers wanted",
        title_id="Dicari LO cadangan",
        text_en="The festival looks for people who speak the languages of its guests and keep calm when a bus is late.",
        text_id="Festival mencari orang yang menguasai bahasa para tamu dan tetap tenang ketika bus terlambat.",
        consent_en="I agree that this is kept to decide about my application.",
        consent_id=CONSENT,
        opens=scene.today - timedelta(days=20),
        closes=scene.today + timedelta(days=guests.LAST_DAY),
        published=True,
    )
    call.posts.set([post])
    Question.objects.bulk_create(
        Question(
            call=call, position=position, kind=kind, label_en=english, label_id=indonesian, required=required
        )
        for position, (kind, english, indonesian, required) in enumerate(USUAL_QUESTIONS)
    )
    return call


def _application(scene: Scene, call: Call, post: Post, number: int, each: Applicant) -> Application:
    accepted = each.state == Application.Status.ACCEPTED
    days = range(guests.FIRST_DAY, guests.LAST_DAY + 1)
    return Application(
        desk=scene.desk,
        call=call,
        number=number,
        post=post,
        full_name=each.name,
        call_name=each.call_name,
        email=f"{each.call_name.lower()}@pelamar.example",
        phone=f"+62813000{number:05}",
        born=date(each.born, 1 + number % 12, 1 + number),
        nationality=each.country,
        employment=each.employment,
        days=[scene.today + timedelta(days=day) for day in days if day not in each.away],
        education=each.education,
        experience=each.years,
        language="id",
        consent=CONSENT,
        consented_at=timezone.now(),
        status=each.state,
        officer=Officer.objects.get(programme=call.programme, full_name=each.name) if accepted else None,
    )


def _interviews(scene: Scene, call: Call, taken_by: Application) -> None:
    """Three times of tomorrow, the first of them taken."""
    half = timedelta(minutes=30)
    InterviewSlot.objects.bulk_create(
        InterviewSlot(
            call=call,
            interviewer=scene.user(cast.OFFICER.key),
            during=DateTimeTZRange(scene.at(1, 9) + number * half, scene.at(1, 9) + (number + 1) * half),
            place="Balai Samudra, ruang 2",
            application=None if number else taken_by,
        )
        for number in range(3)
    )


def _training(scene: Scene, programme: Programme) -> None:
    officers = list(programme.officers.order_by("number"))
    training = Training.objects.create(
        programme=programme,
        title="Protokol dan tata krama",
        day=scene.today - timedelta(days=9),
        place="Balai Samudra",
    )
    Attendance.objects.bulk_create(
        Attendance(training=training, officer=officer) for officer in officers[:TRAINED]
    )
    task = Task.objects.create(programme=programme, name="Menjemput tamu di bandara")
    SignOff.objects.bulk_create(
        SignOff(task=task, officer=officer, by=scene.user(cast.OFFICER.key)) for officer in officers[:SHOWN]
    )
