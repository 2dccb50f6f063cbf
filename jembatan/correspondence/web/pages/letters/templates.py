"""Settings: a template of formal letters."""

from dataclasses import fields
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.templates import (
    Looks,
    bring_back_template,
    checked_logo,
    keep_template,
    retire_template,
)
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import LetterTemplate
from jembatan.correspondence.queries.formal_letters.letter import example_letter
from jembatan.correspondence.queries.formal_letters.templates import all_templates, word_template
from jembatan.correspondence.web.letter_panel import as_address
from jembatan.platform.access import require_head
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.letter_pdf import letter_pictures
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

LINES = ("letterhead", "opening", "closing", "footer")


class TemplateForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Letterhead, standing words, signer, and the files."""

    new_logo = forms.FileField(
        label=gettext_lazy("Logo"), required=False, help_text=gettext_lazy("PNG or JPEG.")
    )
    without_logo = forms.BooleanField(label=gettext_lazy("Without the logo"), required=False)
    new_word_file = forms.FileField(
        label=gettext_lazy("Word template"),
        required=False,
        help_text=gettext_lazy(
            "A .docx with fields, if the shipped one does not fit: download it below, and change it. It shapes the Word letter alone; the PDF follows the fields above."
        ),
    )
    without_word_file = forms.BooleanField(
        label=gettext_lazy("Back to the shipped Word template"), required=False
    )

    class Meta:
        model = LetterTemplate
        fields = [each.name for each in fields(Looks)]
        widgets = {name: forms.Textarea({"rows": 3}) for name in LINES}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not self.instance.logo_id:
            del self.fields["without_logo"]
        if not self.instance.word_file_id:
            del self.fields["without_word_file"]

    def content(self, name: str) -> bytes | None:
        """The file that was chosen, b"" where it is to go, None where it stays."""
        if upload := self.cleaned_data[f"new_{name}"]:
            content: bytes = upload.read()
            return content
        return b"" if self.cleaned_data.get(f"without_{name}") else None


@desk_page
def template(request: HttpRequest, actor: Actor, template_id: int | None = None) -> HttpResponse:
    """A new template, or an existing one changed."""
    require_head(actor)
    stored = get_object_or_404(all_templates(actor), pk=template_id) if template_id else None
    initial = {} if stored else {"name": actor.desk.name, "letterhead": actor.desk.organisation_name}
    form = TemplateForm(request.POST or None, request.FILES or None, instance=stored, initial=initial)
    example = [as_address(page) for page in letter_pictures(example_letter(stored))] if stored else []
    if request.method == "POST" and form.is_valid():
        current = all_templates(actor).get(pk=stored.pk) if stored else None
        looks = Looks(**{name: form.cleaned_data[name] for name in TemplateForm.Meta.fields})
        try:
            keep_template(
                actor, current, looks, logo=form.content("logo"), word_file=form.content("word_file")
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The template is saved."))
            return redirect("correspondence:letter_settings")
    context = {"form": form, "template": stored, "example": example}
    return render(request, "correspondence/letter_template.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def template_preview(request: HttpRequest, actor: Actor, template_id: int | None = None) -> HttpResponse:
    """The first page of an example in the looks that are typed, as a picture; nothing is stored."""
    require_head(actor)
    stored = get_object_or_404(all_templates(actor), pk=template_id) if template_id else None
    form = TemplateForm(request.POST, request.FILES, instance=stored)
    if form.is_valid():
        logo = form.content("logo")
        try:
            letter = example_letter(form.instance, logo=checked_logo(logo) if logo else logo)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponse(letter_pictures(letter)[0], content_type="image/png")
    context: dict[str, Any] = {"form": form, "template": stored, "example": []}
    return render(request, "correspondence/letter_template.html", context, status=422)


@desk_page
def template_word(request: HttpRequest, actor: Actor, template_id: int) -> HttpResponse:
    """Its Word file: the desk's own, or the shipped one to begin with."""
    require_head(actor)
    stored = get_object_or_404(all_templates(actor).select_related("word_file"), pk=template_id)
    return download(word_template(stored), name=file_name(stored.name, "docx"))


@require_POST
@desk_page
def template_retirement(request: HttpRequest, actor: Actor, template_id: int) -> HttpResponse:
    """No new letter is written with it; the toast brings it back."""
    require_head(actor)
    retired = retire_template(actor, get_object_or_404(all_templates(actor), pk=template_id))
    undo = reverse("correspondence:letter_template_return", args=[retired.pk])
    toast(request, _("“%(name)s” is out of use.") % {"name": retired.name}, undo=undo)
    return redirect("correspondence:letter_settings")


@require_POST
@desk_page
def template_return(request: HttpRequest, actor: Actor, template_id: int) -> HttpResponse:
    """It is in use again."""
    require_head(actor)
    bring_back_template(
        actor, get_object_or_404(LetterTemplate.objects.filter(desk=actor.desk), pk=template_id)
    )
    return redirect("correspondence:letter_settings")
