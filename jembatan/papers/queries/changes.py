"""What has changed in a paper: in one part from saving to saving, in all of it from question to question."""

from collections.abc import Iterable

from django.db.models import QuerySet

from jembatan.correspondence.queries.drafts import Difference, Wording, compared, differences
from jembatan.papers.models import Paper, PartVersion, Question, WrittenPart

type Changed = list[tuple[str, list[Difference]]]


def wordings(paper: Paper, part: str) -> list[Wording[PartVersion | WrittenPart]]:
    """Every wording of the part, the latest first: the one that stands, then those that were replaced."""
    kept = paper.versions.filter(name=part).select_related("saved_by").order_by("version")
    now = paper.parts.filter(name=part).select_related("saved_by")
    return compared([*kept, *now])


def changed_since[Q: Question](question: Q, given: QuerySet[Q], titles: Iterable[tuple[str, str]]) -> Changed:
    """Part by part, by its title, against what was `given` out last before it; nothing the first time. `titles` in the order of the parts."""
    before = given.filter(pk__lt=question.pk).defer("document").order_by("-pk").first()
    if before is None:
        return []
    return [
        (title, differences(old, new))
        for part, title in titles
        if (old := before.words.get(part, "")) != (new := question.words.get(part, ""))
    ]
