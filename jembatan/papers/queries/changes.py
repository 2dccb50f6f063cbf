"""What has changed in a paper: in one part from saving to saving, in all of it from question to question."""

from collections.abc import Iterable, Mapping

from jembatan.correspondence.queries.drafts import Difference, Wording, compared, differences
from jembatan.papers.models import Paper, PartVersion, WrittenPart

type Changed = list[tuple[str, list[Difference]]]


def wordings(paper: Paper, part: str) -> list[Wording[PartVersion | WrittenPart]]:
    """Every wording of the part, the latest first: the one that stands, then those that were replaced."""
    kept = paper.versions.filter(name=part).select_related("saved_by").order_by("version")
    now = paper.parts.filter(name=part).select_related("saved_by")
    return compared([*kept, *now])


def changed(
    before: Mapping[str, str], after: Mapping[str, str], titles: Iterable[tuple[str, str]]
) -> Changed:
    """The words of two questions compared, by the title of each part that differs; `titles` in the order of the parts."""
    return [
        (title, differences(old, new))
        for part, title in titles
        if (old := before.get(part, "")) != (new := after.get(part, ""))
    ]
