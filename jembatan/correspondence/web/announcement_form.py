"""The form of an announcement, and of a list of contacts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.lists import ListContent
from jembatan.correspondence.actions.announcements.write import AnnouncementContent
from jembatan.correspondence.models import Announcement, ContactList
from jembatan.correspondence.queries.announcements.visible import contact_lists
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.correspondence.web.languages import language_choices, language_name
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import name_nothing, offer_records

WRITTEN = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Subject and text in one language."""

    name: str
    subject: BoundField
    text: BoundField


class AnnouncementForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """To whom, from whom, and the words in each language that this house writes."""

    class Meta:
        model = Announcement
        fields = ("contacts", "from_address", "marking")

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        stored: Announcement | None = kwargs.get("instance")
        kwargs["initial"] = _initial(stored) if stored else {}
        super().__init__(*args, **kwargs)
        offer_records(self, "contacts", contact_lists(actor))
        offer_records(self, "from_address", addresses_for(actor))
        for name in ("contacts", "from_address"):
            name_nothing(self, name, None)
        for code in WRITTEN:
            told = {"language": language_name(code)}
            self.fields[f"subject_{code}"] = forms.CharField(
                label=_("Subject, in %(language)s") % told, required=False, max_length=500
            )
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("Text, in %(language)s") % told,
                required=False,
                widget=forms.Textarea({"rows": 10, "lang": code}),
            )

    @property
    def languages(self) -> Iterator[InLanguage]:
        """One after the other."""
        for code in WRITTEN:
            yield InLanguage(language_name(code), self[f"subject_{code}"], self[f"text_{code}"])

    @property
    def content(self) -> AnnouncementContent:
        """What a valid form says."""
        data = self.cleaned_data
        return AnnouncementContent(
            contacts=data["contacts"],
            from_address=data["from_address"],
            marking=Marking(data["marking"]),
            subjects={code: data[f"subject_{code}"] for code in WRITTEN},
            texts={code: data[f"text_{code}"] for code in WRITTEN},
        )


class ListForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Its name, and whom the directory adds."""

    tags = forms.CharField(
        label=gettext_lazy("Tags"),
        required=False,
        help_text=gettext_lazy("Any of these, with commas between."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)

    class Meta:
        model = ContactList
        fields = ("name", "filtered", "country", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        stored: ContactList | None = kwargs.get("instance")
        kwargs["initial"] = {"tags": ", ".join(stored.tags)} if stored else {}
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [("", _("Every language")), *language_choices()]

    @property
    def content(self) -> ListContent:
        """What a valid form says."""
        data = self.cleaned_data
        tags = tuple(tag for part in data["tags"].split(",") if (tag := part.strip()))
        return ListContent(
            name=data["name"],
            filtered=data["filtered"],
            tags=tags,
            country=data["country"].upper(),
            language=data["language"],
        )


def _initial(stored: Announcement) -> dict[str, str]:
    subjects = {f"subject_{code}": text for code, text in stored.subjects.items()}
    return subjects | {f"text_{code}": text for code, text in stored.texts.items()}
