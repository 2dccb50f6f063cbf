"""The form of a line to take: its facts, and in each language what to say and what not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.lines.write import FACTS, LineContent
from jembatan.correspondence.models import Line, LineVersion
from jembatan.correspondence.queries.owners import may_own
from jembatan.correspondence.web.languages import WRITTEN, language_name
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.markings import Marking
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import name_nothing, offer_records

ALWAYS = ("id", "en")


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Both fields of one language."""

    language: str
    say: BoundField
    do_not_say: BoundField


class LineForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A new line, or another wording of `instance`; `version` is what stands there now."""

    valid_until = DayInWords(
        label=gettext_lazy("Valid until"),
        required=False,
        help_text=gettext_lazy("The last day on which it may be said. Empty: until it is changed."),
    )

    class Meta:
        model = Line
        fields = FACTS

    def __init__(self, actor: Actor, *args: Any, version: LineVersion | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(version) | ({} if kwargs.get("instance") else {"owner": actor.user})
        super().__init__(*args, **kwargs)
        dossiers = visible_dossiers(actor).filter(closed_at__isnull=True)
        offer_records(self, "dossier", dossiers.order_by("title"))
        name_nothing(self, "dossier", _("None"))
        offer_records(self, "owner", User.objects.filter(pk__in=[user.pk for user in may_own(actor.desk)]))
        name_nothing(self, "owner", None)
        for language in WRITTEN:
            self._add_language(language)

    @property
    def shown(self) -> list[InLanguage]:
        """Languages that this house writes in, and those in which something stands already."""
        return [each for each in self._languages() if self._is_shown(each)]

    @property
    def further(self) -> list[InLanguage]:
        """The rest, folded away."""
        return [each for each in self._languages() if not self._is_shown(each)]

    @property
    def content(self) -> LineContent:
        """What a valid form says."""
        data = self.cleaned_data
        return LineContent(
            **{name: data[name] for name in FACTS if name != "marking"},
            marking=Marking(data["marking"]),
            valid_until=data["valid_until"],
            texts={language: data[f"say_{language}"] for language in WRITTEN},
            do_not_say={language: data[f"avoid_{language}"] for language in WRITTEN},
        )

    def _add_language(self, language: str) -> None:
        name = {"language": language_name(language)}
        self.fields[f"say_{language}"] = forms.CharField(
            label=_("Say, in %(language)s") % name,
            required=False,
            widget=forms.Textarea({"rows": 5, "lang": language}),
        )
        self.fields[f"avoid_{language}"] = forms.CharField(
            label=_("Do not say, in %(language)s") % name,
            required=False,
            widget=forms.Textarea({"rows": 5, "lang": language}),
            help_text=_("One phrase a row."),
        )

    def _languages(self) -> Iterator[InLanguage]:
        for language in WRITTEN:
            yield InLanguage(language_name(language), self[f"say_{language}"], self[f"avoid_{language}"])

    def _is_shown(self, each: InLanguage) -> bool:
        code = each.say.name.removeprefix("say_")
        return code in ALWAYS or bool(each.say.value() or each.do_not_say.value())


def _initial(version: LineVersion | None) -> dict[str, Any]:
    """What stands there now."""
    if version is None:
        return {}
    said = {f"say_{language}": text for language, text in version.texts.items()}
    avoided = {f"avoid_{language}": phrases for language, phrases in version.do_not_say.items()}
    return {"valid_until": version.valid_until, **said, **avoided}
