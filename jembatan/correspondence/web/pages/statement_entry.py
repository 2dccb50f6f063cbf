"""Entering a statement: by hand, or from the mail that brought it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.files import enclose_from_mail
from jembatan.correspondence.actions.statements.record import NumberTaken, record_statement
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.formats.statement_mail import read_statement
from jembatan.correspondence.models import Message, Statement
from jembatan.correspondence.queries.rows import who_wrote
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.correspondence.web.statement_form import StatementForm
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def new_statement(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One that came or went on another way."""
    require_writer(actor)
    return _entry(request, actor, None, {})


@desk_page
def message_statement(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """One that came or went by this mail: what the mail says stands in the form already."""
    require_writer(actor)
    messages = visible_messages(actor).select_related(
        "thread__dossier", "sender__organisation", "sender__person"
    )
    message = get_object_or_404(messages, pk=message_id)
    return _entry(request, actor, message, _said_by(message))


def _entry(
    request: HttpRequest, actor: Actor, message: Message | None, initial: Mapping[str, object]
) -> HttpResponse:
    form = StatementForm(actor, request.POST or None, initial=initial)
    attached = message.attachments.filter(inline=False).order_by("pk") if message else None
    if request.method == "POST" and form.is_valid():
        try:
            statement = record_statement(actor, form.entered(message))
        except NumberTaken as refusal:
            form.add_error("number", str(refusal))
        else:
            if attached is not None:
                chosen = set(request.POST.getlist("files"))
                enclose_from_mail(actor, statement, [each for each in attached if str(each.pk) in chosen])
            toast(request, _("%(statement)s is in the register.") % {"statement": statement.number})
            return redirect("correspondence:statement", statement_id=statement.pk)
    context = {"form": form, "message": message, "attached": attached}
    return render(request, "correspondence/new_statement.html", context, status=422 if form.errors else 200)


def _said_by(message: Message) -> dict[str, object]:
    sent_on = timezone.localdate(message.sent_at) if message.sent_at else timezone.localdate()
    said = read_statement(message.subject, split(message.text).reply or message.text, today=sent_on)
    who = who_wrote(message)
    state = Statement.State.SENT if message.ours else Statement.State.RECEIVED
    body = said.body or str(who.organisation or who.name)
    return {
        "state": state,
        "number": said.number,
        "title": said.title,
        "body": "" if message.ours else body,
        "organisation": None if message.ours else who.organisation,
        "cc": said.cc,
        "purpose": said.purpose,
        "dated": said.dated or sent_on,
        "deadline": said.deadline,
        "answers": "; ".join(said.answers),
        "technical_contact": said.technical_contact,
        "response_contact": said.response_contact,
        "dossier": message.thread.dossier_id,
        "marking": message.thread.marking,
    }
