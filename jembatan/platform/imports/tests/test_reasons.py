"""A reason is kept once and told to each reader in the own language."""

from pathlib import Path
from typing import Any

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.models import QuarantinedItem
from jembatan.platform.imports.reasons import SEPARATOR, because, told

BROKEN = "This archive is broken (%(error)s)."


def test_reason_is_told_in_the_language_of_the_reader() -> None:
    reason = because(BROKEN, error="Calendar")
    assert told(reason) == "This archive is broken (Calendar)."
    with translation.override("id"):
        assert told(reason) == translation.gettext(BROKEN) % {"error": "Calendar"}
        assert told(reason) != "This archive is broken (Calendar)."
        assert told("The file is empty.") == translation.gettext("The file is empty.")


def test_reason_within_a_reason_is_told_too() -> None:
    inner = because(BROKEN, error="x")
    assert told(because("%(about)s has no END.", about=inner)) == "This archive is broken (x). has no END."


@given(st.text(st.characters(exclude_characters="\r"), max_size=30), st.text(max_size=30))
def test_any_text_is_told(text: str, value: str) -> None:
    assert told(text) == text or SEPARATOR in text
    assert told(because("<%(value)s>", value=value)).startswith("<")


def test_item_set_aside_by_one_is_read_by_another_in_the_own_language(officer: Any, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.ics"
    empty.touch()
    with translation.override("id"):
        problems = import_now(officer, [empty]).problems
    item = QuarantinedItem.objects.get()
    assert item.told == "The file is empty."
    with translation.override("id"):
        assert item.told == problems[0].reason != "The file is empty."
