"""Reminding a partner, and what they have answered by their link."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.ask_partner import ask_partner
from jembatan.commitments.actions.partner_answer import accept_answer, leave_answer
from jembatan.commitments.queries.partner_said import visible_answers
from jembatan.commitments.web.found import promise_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def asking(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """The draft, to be read and sent."""
    require_writer(actor)
    found = promise_or_404(actor, commitment_id)
    try:
        question = ask_partner(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect("commitments:promise", commitment_id=found.pk)
    toast(request, _("The letter is drafted. Read it, and send it when you like."), tone="info")
    return redirect("correspondence:draft", draft_id=question.letter_id)


@require_POST
@desk_page
def settling(request: HttpRequest, actor: Actor, answer_id: int) -> HttpResponse:
    """`do` is accept or leave."""
    require_writer(actor)
    answer = get_object_or_404(visible_answers(actor), pk=answer_id)
    page = reverse("commitments:promise", args=[answer.question.commitment_id])
    try:
        if request.POST.get("do") == "accept":
            accept_answer(actor, answer)
            toast(request, _("Their answer is accepted."))
        else:
            leave_answer(actor, answer)
            toast(request, _("The promise stays as it was."))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect(page)
