"""Every relative link of every document leads to a file, and its anchor to a heading."""

from pathlib import Path

import pytest
from django.utils.text import slugify

from tests.documents.texts import documents, headings_of, links_of, name_of


@pytest.mark.parametrize("path", documents(), ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in links_of(path) if not _leads_somewhere(path, link)] == []


def _leads_somewhere(path: Path, link: str) -> bool:
    if "://" in link or link.startswith("mailto:"):
        return True
    file, _hash, anchor = link.partition("#")
    target = path.parent / file if file else path
    if not target.exists():
        return False
    return not anchor or anchor in {slugify(text) for _level, text in headings_of(target)}
