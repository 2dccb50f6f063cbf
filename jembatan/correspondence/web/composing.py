"""The composer around a form: receivers as they are today, the words on the button, the message that is answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.conversation import conversation
from jembatan.correspondence.queries.letters import below_the_text
from jembatan.correspondence.queries.lines.listing import valid_lines
from jembatan.correspondence.queries.presence import others_at
from jembatan.correspondence.queries.receivers import Receiver, organisations_of, receivers_of
from jembatan.correspondence.web.clearing import clearing_of
from jembatan.correspondence.web.shown import shown_messages
from jembatan.platform.ui.guard import DeskRequest


@dataclass(frozen=True, slots=True)
class Receivers:
    """Everyone whom the draft names, with the words of the button that sends it."""

    everyone: list[Receiver]

    @property
    def added(self) -> list[Receiver]:
        """Who was not part of the conversation until now."""
        return [each for each in self.everyone if each.added]

    @property
    def button(self) -> str:
        """ "Send to 2 · Embassy of Japan"."""
        count = len(self.everyone)
        if not count:
            return _("Send")
        organisations = organisations_of(self.everyone)
        named = {
            "count": count,
            "organisation": organisations[0] if organisations else "",
            "more": len(organisations) - 1,
        }
        if len(organisations) > 1:
            return _("Send to %(count)s · %(organisation)s and %(more)s more") % named
        if organisations:
            return _("Send to %(count)s · %(organisation)s") % named
        return ngettext("Send to %(count)s", "Send to %(count)s", count) % named


def composer(
    request: DeskRequest,
    actor: Actor,
    draft: Draft,
    form: forms.ModelForm,  # type: ignore[type-arg]  # generic for the type checker only
    *,
    status: int = 200,
    conflict: Mapping[str, object] | None = None,
    refusal: str = "",
) -> HttpResponse:
    """The page; for a script, only what stands around the words that are being typed. `refusal`: why it has not left."""
    context = {
        "draft": draft,
        "form": form,
        "receivers": Receivers(receivers_of(actor, draft)),
        "clearing": clearing_of(actor, draft) if draft.state == Draft.State.OPEN else None,
        "conflict": conflict,
        "refusal": refusal,
        "thread": draft.answers.thread if draft.answers else None,
    }
    if request.htmx:
        return render(request, "correspondence/composer.html#around", context, status=status)
    context |= {
        "files": draft.attachments.select_related("file").order_by("pk"),
        "below": below_the_text(draft),
        "line_words": " ".join(row.line.word for row in valid_lines(actor)),
    }
    if draft.answers is not None:
        spoken = conversation(actor, draft.answers.thread)
        context["others"] = others_at(actor, draft.answers.thread)
        context["messages"] = shown_messages(spoken.messages, latest=True, at=draft.answers_id)
    return render(request, "correspondence/draft.html", context, status=status)
