"""Names of many customs: folded, sorted and searched without ever being split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.names import fold, name_folded, search_text, sort_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Prof. Dr. Siti Rahma, M.Si.", "prof dr siti rahma m si"),
        ("Ma'ruf Al-Hakim", "maruf al hakim"),
        ("Ma’ruf", "maruf"),
        ("José María García", "jose maria garcia"),
        ("Đỗ  Thị Hà", "do thi ha"),
        ("Øyvind Æsøy", "oyvind aesoy"),
        ("Müller-Straße", "muller strasse"),
        ("İpek Işık", "ipek isik"),
        ("王小明", "王小明"),
        ("김하늘", "김하늘"),
        ("ﾀﾅｶ", "タナカ"),
        ("สมชาย ใจดี", "สมชาย ใจดี"),
        ("မောင်အေး", "မောင်အေး"),
        ("حَسَن", "حسن"),
        ("Suharti", "suharti"),
        ("???", ""),
    ],
)
def test_fold_keeps_what_makes_a_name(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_fold_of_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_ignores_case_and_outer_space(text: str) -> None:
    assert fold(f"  {text} ") == fold(text)


def test_name_of_signs_alone_is_not_empty() -> None:
    assert name_folded("???") == "???"


@given(st.text(max_size=300))
def test_derived_columns_fit_their_columns(name: str) -> None:
    assert len(name_folded(name)) <= 400
    assert len(sort_key(name, name_order="family_last")) <= 300


@pytest.mark.parametrize(
    ("name", "options", "key"),
    [
        ("Retno Marsudi", {}, "retno marsudi"),
        ("Suharti", {"name_order": "family_last"}, "suharti"),
        ("Anna Lindqvist", {"name_order": "family_last"}, "lindqvist anna"),
        ("Nguyễn Văn Ánh", {"name_order": "family_first"}, "nguyen van anh"),
        ("王小明", {"romanised_name": "Wang Xiaoming", "name_order": "family_first"}, "wang xiaoming"),
        ("สมชาย ใจดี", {"romanised_name": "Somchai Jaidee", "name_order": "given_only"}, "somchai jaidee"),
        (
            "María López García",
            {"name_order": "family_last", "sort_as": "López García, María"},
            "lopez garcia maria",
        ),
    ],
)
def test_sort_key_follows_the_custom_of_the_name(name: str, options: dict[str, str], key: str) -> None:
    assert sort_key(name, **options) == key


def test_search_text_holds_every_name_once_after_a_space() -> None:
    assert search_text(("Retno", "RETNO", "", "Bu Eno")) == " retno bu eno"
