"""Finding what is in dossiers: the steps of their plans, and their files by name. Whoever does not see the dossier finds neither."""

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import DossierFile, Step
from jembatan.dossiers.queries.partner_plan import days_of
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches


class StepsSource:
    """Steps, dropped ones too; the hit leads to their place in the plan."""

    kind = "steps"
    label: str | Promise = gettext_lazy("Steps of plans")
    icon = "list-checks"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best, each with its dossier and days."""
        seen = Step.objects.filter(dossier__in=visible_dossiers(actor)).select_related("dossier")
        return [
            Hit(
                title=step.title,
                subtitle=" · ".join([str(step.dossier), days_of(step), *_settled(step)]),
                url=f"{reverse('dossiers:plan', args=[step.dossier_id])}#step-{step.pk}",
                marking=step.marking,
                moment=None,
            )
            for step in best_matches(seen, text, vector=_words_of(F("title")), limit=limit)
        ]


class FilesSource:
    """Files that were not taken out, by the words of their names."""

    kind = "files"
    label: str | Promise = gettext_lazy("Files of dossiers")
    icon = "file-text"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best, each with its dossier."""
        seen = DossierFile.objects.filter(dossier__in=visible_dossiers(actor), taken_out_at__isnull=True)
        found = best_matches(seen.select_related("dossier"), text, vector=_words_of(NAME), limit=limit)
        return [
            Hit(
                title=file.name,
                subtitle=str(file.dossier),
                url=f"{reverse('dossiers:files', args=[file.dossier_id])}#file-{file.pk}",
                marking=file.marking,
                moment=None,
            )
            for file in found
        ]


NAME = Concat(  # the name as it stands, which reads as one word, and its words
    "name",
    Value(" "),
    Func("name", Value("[^[:alnum:]]+"), Value(" "), Value("g"), function="regexp_replace"),
)
STEPS_SOURCE, FILES_SOURCE = StepsSource(), FilesSource()


def _words_of(text: Combinable) -> Combinable:
    """Under both stemmers. There are so few steps and files that no index holds their words."""
    return SearchVector(text, config="jembatan_id") + SearchVector(text, config="jembatan_en")


def _settled(step: Step) -> list[str]:
    return [] if step.state == Step.State.OPEN else [step.get_state_display()]
