"""Which calls and applications an actor sees. What people tell about themselves is for the officers and the head of the desk."""

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.recruitment.models import Answer, Application, Call, InterviewSlot, Task, Training

APPLICATION_SOURCE = "application"
MOST_LINES = 30


def visible_calls(actor: Actor) -> QuerySet[Call]:
    """Those of the programmes that the actor sees."""
    found = Call.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "desk")


def visible_applications(actor: Actor) -> QuerySet[Application]:
    """Those of the calls that the actor sees, for officers and heads; drafters and readers see none."""
    if not actor.may_send:
        return Application.objects.none()
    found = Application.objects.filter(call__in=visible_calls(actor).values("pk"))
    return found.select_related("call__programme__dossier", "desk", "post")


def pictures_of(actor: Actor, officer: Officer) -> list[Answer]:
    """Pictures that the officer sent with the application, by what their names say."""
    theirs = Answer.objects.filter(
        application__in=visible_applications(actor).filter(officer=officer).values("pk"),
        file__isnull=False,
        file_name__iregex=r"\.(jpe?g|png)$",
    )
    return list(theirs.select_related("file").order_by("pk"))


def lines_about(actor: Actor, application: Application) -> list[Entry]:
    """What was done with this one by itself, the newest first, as the journal says it."""
    lines = visible_entries(actor).filter(source_kind=APPLICATION_SOURCE, source_id=application.pk)
    return list(lines.order_by("-occurred_at", "-pk")[:MOST_LINES])


def visible_slots(actor: Actor) -> QuerySet[InterviewSlot]:
    """Interviews of the calls that the actor sees, for officers and heads."""
    if not actor.may_send:
        return InterviewSlot.objects.none()
    found = InterviewSlot.objects.filter(call__in=visible_calls(actor).values("pk"))
    return found.select_related("interviewer", "application", "call__programme__dossier")


def visible_trainings(actor: Actor) -> QuerySet[Training]:
    """Those of the programmes that the actor sees."""
    return Training.objects.filter(programme__in=visible_programmes(actor).values("pk")).select_related(
        "programme__dossier"
    )


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """Those of the programmes that the actor sees."""
    return Task.objects.filter(programme__in=visible_programmes(actor).values("pk")).select_related(
        "programme__dossier"
    )


def is_open(call: Call) -> bool:
    """Published, and today is one of its days; the caller has put the programme's zone in force."""
    return call.published and call.opens <= timezone.localdate() <= call.closes


def open_call(slug: str) -> Call | None:
    """The published call at a public address, on its days or not; None for any other."""
    return Call.objects.filter(slug=slug, published=True).select_related("programme", "desk").first()
