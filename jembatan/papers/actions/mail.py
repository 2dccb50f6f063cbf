"""A paper by mail: a letter about it, with its file."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.models import Draft
from jembatan.papers.models import Paper


def letter_with(
    actor: Actor, paper: Paper, pdf: bytes, *, kind: str, title: str, name: str, to: str = ""
) -> Draft:
    """A draft in the paper's language with the PDF of that `name`, about the paper as the `kind` of matter that its room has registered."""
    with translation.override(paper.language):
        text = _("Please find attached: %(title)s.") % {"title": title}
    draft = start_letter(actor, about=None, to=to, subject=title, text=f"{text}\n", matter=(kind, paper.pk))
    attach(actor, draft, pdf, name=name, type="application/pdf")
    return draft
