"""Merge fields: three, and nothing that could be more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.merging import FIELDS, UnknownField, check_fields, merge

VALUES = {"greeting": "Yth. Ibu Retno,", "name": "Retno", "organisation": "Kementerian Laut"}


def test_fields_are_filled() -> None:
    text = "{greeting}\n\n{name} dari {organisation}; {name}."
    assert merge(text, VALUES) == "Yth. Ibu Retno,\n\nRetno dari Kementerian Laut; Retno."


@pytest.mark.parametrize(
    "text", ["{nama}", "{}", "{name.full}", "{name!r}", "{0}", "{ name }", "{greeting:>99}"]
)
def test_any_other_field_is_refused_in_plain_words(text: str) -> None:
    with pytest.raises(UnknownField) as refusal:
        check_fields(text)
    assert (
        str(refusal.value) == f"“{text}” is no field. There are {{greeting}}, {{name}} and {{organisation}}."
    )


def test_what_is_put_in_is_never_read_again() -> None:
    assert merge("{name}", VALUES | {"name": "{organisation}"}) == "{organisation}"


@given(st.text(max_size=200), st.sampled_from(FIELDS), st.text(max_size=80))
def test_any_value_stands_there_as_it_is(before: str, field: str, value: str) -> None:
    plain = before.replace("{", "(").replace("}", ")")
    assert merge(f"{plain}{{{field}}}", VALUES | {field: value}) == plain + value


@given(st.text(max_size=200))
def test_any_text_is_merged_or_refused(text: str) -> None:
    known = {f"{{{name}}}" for name in FIELDS}
    unknown = [found for found in re.findall(r"\{[^{}\n]*\}", text) if found not in known]
    if not unknown:
        assert isinstance(merge(text, VALUES), str)
        return
    with pytest.raises(UnknownField) as refusal:
        merge(text, VALUES)
    assert f"{{{refusal.value.field}}}" == unknown[0]
