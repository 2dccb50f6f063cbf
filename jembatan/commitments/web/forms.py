"""The form of a promise: new, or put right."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.commitments.actions.record import LONGEST, LONGEST_EVIDENCE, Promise
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.guess import Guess, house_of
from jembatan.directory.models import Organisation, Person
from jembatan.directory.web.day_field import day_field
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.queries.captured import party_named
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records

SIDES = (
    (Commitment.Side.THEIRS.value, gettext_lazy("They promise it to us")),
    (Commitment.Side.OURS.value, gettext_lazy("We promise it to them")),
)


class PromiseForm(forms.Form):
    """The partner is typed as a name; `known` are those of whom that name is already said."""

    side = forms.ChoiceField(label=gettext_lazy("Whose promise"), choices=SIDES)
    what = forms.CharField(
        label=gettext_lazy("What is promised"), max_length=LONGEST, widget=forms.Textarea({"rows": 2})
    )
    partner = forms.CharField(
        label=gettext_lazy("The other side"),
        max_length=320,
        help_text=gettext_lazy("A person or an organisation of the directory."),
    )
    due = day_field(gettext_lazy("By when"))
    member: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        label=gettext_lazy("Colleague"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("The desk"),
        help_text=gettext_lazy("Who owes it, or whom it was promised to."),
    )
    grade = forms.ChoiceField(label=gettext_lazy("How firm"), choices=Commitment.Grade.choices)
    evidence = forms.CharField(
        label=gettext_lazy("The sentence that says so"),
        required=False,
        max_length=LONGEST_EVIDENCE,
        widget=forms.Textarea({"rows": 3}),
    )
    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"),
        queryset=Dossier.objects.none(),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"), choices=[(each.value, each.value) for each in Marking]
    )

    def __init__(
        self,
        actor: Actor,
        *args: Any,
        placed: bool,
        known: Guess | Commitment | None = None,
        written: bool = False,
        **options: Any,
    ) -> None:
        """`placed`: it stands where its source stands. `written`: its sentence is kept already."""
        super().__init__(*args, **options)
        self.actor, self.known = actor, known
        offer_records(self, "member", User.objects.filter(memberships__desk=actor.desk).order_by("full_name"))
        offer_records(self, "dossier", visible_dossiers(actor).order_by("title"))
        if placed:
            del self.fields["dossier"], self.fields["marking"]
        if written:
            del self.fields["evidence"]

    def clean(self) -> dict[str, Any]:
        """Adds `promise`."""
        data = super().clean() or {}
        person, organisation = self._partner(data.get("partner", ""))
        if data.get("partner") and person is None and organisation is None:
            self.add_error("partner", _("This names nobody here, or more than one. Write more of the name."))
        if not self.errors:
            data["promise"] = Promise(
                side=Commitment.Side(data["side"]),
                what=data["what"],
                person=person,
                organisation=organisation,
                member=data["member"],
                due=data["due"],
                grade=Commitment.Grade(data["grade"]),
                dossier=data.get("dossier"),
                marking=Marking(data.get("marking", Marking.GREEN)),
            )
        return data

    def _partner(self, name: str) -> tuple[Person | None, Organisation | None]:
        words = name.strip().removeprefix("@").split()
        if self.known is not None and self.known.partner and name.strip() == str(self.known.partner):
            return self.known.person, self.known.organisation
        found, count = party_named(self.actor, words) if words else (None, 0)
        if count != len(words) or found is None:
            return None, None
        return (found, house_of(found)) if isinstance(found, Person) else (None, found)


def told(known: Guess | Commitment) -> dict[str, Any]:
    """What the form shows first."""
    return {
        "side": known.side,
        "what": known.what,
        "partner": str(known.partner or ""),
        "due": known.due,
        "member": known.member,
        "grade": known.grade,
    }
