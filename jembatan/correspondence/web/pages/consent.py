"""Whether a person wants announcements: what was recorded, and what is learnt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.models import Consent
from jembatan.correspondence.queries.announcements.consents import history_of_consent
from jembatan.correspondence.web.consent_form import ConsentForm
from jembatan.directory.models import Person
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_writer
from jembatan.platform.seldom import seldom
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

SHOWN = 3


@desk_page
def consent(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    """GET: everything recorded. POST: what somebody of the desk has learnt."""
    person = get_object_or_404(visible_people(actor), pk=person_id)
    form = ConsentForm(request.POST or None)
    if request.method == "POST":
        require_writer(actor)
        if form.is_valid():
            typed = form.cleaned_data
            how = Consent.How(typed["how"])
            record_consents(actor, [person], wishes=typed["wishes"] == "yes", how=how, words=typed["words"])
            toast(request, _("Recorded."))
            return redirect("directory:person", person_id=person.pk)
    context = {"person": person, "form": form, "history": history_of_consent(actor, person)}
    return render(request, "correspondence/consent.html", context, status=422 if form.errors else 200)


def consent_panel(request: HttpRequest, actor: Actor, subject: Person) -> str:
    """On the person's page: the last word first."""
    context = {
        "person": subject,
        "history": seldom(history_of_consent(actor, subject), SHOWN),
        "actor": actor,
    }
    return render_to_string("correspondence/consent_panel.html", context, request)
