"""An application by the public form. The form is the permission, as long as the call is open."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.correspondence.models import Draft
from jembatan.programmes.models import Post, Programme
from jembatan.recruitment.actions.post import MATTER, write_to
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.saying import Said, say_all
from jembatan.recruitment.actions.told import APPLIED, applicant_at, tell_for_applicant
from jembatan.recruitment.models import Application, Attempt, Call
from jembatan.recruitment.queries.own_data import ABOUT_THEM
from jembatan.recruitment.queries.visible import is_open

MOST_AN_HOUR = 20


@transaction.atomic
def apply(call: Call, said: Said, *, consented: bool) -> Application:
    """Kept with the words of the consent, and a receipt on its way. Raises `Refused`.

    A mail address that has applied already gets a letter that says so, and nothing changes: the page tells a stranger nothing, whatever else is refused.
    """
    current = Call.objects.select_for_update(of=("self",), no_key=True).select_related(
        "programme__dossier", "desk"
    )
    call = current.get(pk=call.pk)
    if not is_open(call):
        raise Refused(_("This call is not open any more. Nothing has been sent."))
    if not consented:
        raise Refused(_("Without your consent we may not keep an application."))
    _check_ceiling(call)
    check_age(call.programme, said.post, said.about.get("born"))
    known = Application.objects.filter(call=call, email__iexact=said.about["email"]).first()
    if known is not None:
        if not _written_today(known):
            write_to(applicant_at(call.desk), [known], "again", at_once=True)
        return known
    now = timezone.now()
    application = Application.objects.create(
        desk=call.desk,
        call=call,
        number=next_number(call),
        post=said.post,
        days=sorted(said.days),
        language=said.language,
        consent=call.consent(said.language),
        consented_at=now,
        **{name: said.about[name] for name in ABOUT_THEM if name in said.about},
    )
    say_all(application, said)
    write_to(applicant_at(call.desk), [application], "receipt", at_once=True)
    tell_for_applicant(application, APPLIED, gettext_noop("Application %(number)s received"))
    return application


def check_sender(call: Call, remote: str) -> None:
    """A machine that sends again and again has to wait. Raises `Refused`. What is kept of the address is a hash of today."""
    day = timezone.localdate().isoformat()
    sender = salted_hmac("jembatan recruitment", f"{day} {remote}", algorithm="sha256").hexdigest()
    since = timezone.now() - timedelta(hours=1)
    Attempt.objects.create(call=call, sender=sender)
    if Attempt.objects.filter(call=call, sender=sender, at__gt=since).count() > MOST_AN_HOUR:
        raise Refused(
            _(
                "Too many forms have come from your network within an hour. Wait a little and send yours again."
            )
        )


def check_age(programme: Programme, post: Post | None, born: date | None) -> None:
    """On the first day of the programme. Raises `Refused`."""
    if post is None or born is None:
        return
    if age_at(programme, born) < post.least_age:
        words = {"post": post, "age": post.least_age}
        raise Refused(_("For %(post)s one has to be %(age)s years old when the programme begins.") % words)


def check_age_of(application: Application) -> None:
    """The same, for the post that the application is for. Raises `Refused`, with the name."""
    try:
        check_age(application.call.programme, application.post, application.born)
    except Refused as refusal:
        raise Refused(f"{application}: {refusal}") from refusal


def age_at(programme: Programme, born: date) -> int:
    """In years, on the programme's first day."""
    first = programme.first_day
    return first.year - born.year - ((first.month, first.day) < (born.month, born.day))


def next_number(call: Call) -> int:
    """Of the next application; the caller has locked the call."""
    last = Application.objects.filter(call=call).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _check_ceiling(call: Call) -> None:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if Application.objects.filter(call=call, applied_at__gte=midnight).count() >= call.daily_most:
        raise Refused(
            _("More people have applied today than we can take in. Please send the form again tomorrow.")
        )


def _written_today(application: Application) -> bool:
    """Whether a letter went to them within a day, so that nobody can fill a stranger's mailbox."""
    since = timezone.now() - timedelta(days=1)
    letters = Draft.objects.filter(matter_kind=MATTER, matter_id=application.pk, saved_at__gt=since)
    return letters.count() > 1
