"""Figures, dates and questions in sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.radar.analysis.words import questions_in, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Biaya sandar kapal feri adalah Rp 5.000.000 per hari.", [("idr", "5e+06")]),
        ("The berth fee for ferries is USD 12,500.", [("usd", "12500")]),
        ("Biaya sandar kapal sebesar Rp 2,5 miliar.", [("idr", "2.5e+09")]),
        ("The delegation will bring 12 delegates to Ambon.", [("delegate", "12")]),
        ("Rapat koordinasi pelabuhan diadakan 17 Agustus 2026.", [("date", "17-08")]),
        ("The joint exercise begins on March 5.", [("date", "05-03")]),
        ("Tarif naik 15% untuk kapal asing.", [("%", "15")]),
        ("Ferries bring 12 delegates and 15 delegates.", []),
        ("Call me at 0812-3456-7890.", []),
        ("See document S2-2302183 for the terminal.", []),
        ("In 2026 the terminal opens for ferries.", []),
        ("Nothing is said here.", []),
    ],
)
def test_figures_and_dates_are_read_in_both_languages(text: str, told: list[tuple[str, str]]) -> None:
    assert [(each.unit, each.value) for each in told_in(text)] == told


def test_what_a_figure_is_about_is_told_by_the_other_words() -> None:
    one, other = told_in("The berth fee is USD 500.") + told_in("USD 700 is the berth fee.")
    assert one.about == other.about == frozenset({"berth", "fee"})


def test_questions_are_sentences_with_a_mark() -> None:
    text = "Terima kasih. Kapan kapal survei tiba di Ambon? Salam."
    assert questions_in(text) == [frozenset({"kapan", "kapal", "survei", "tiba", "ambon"})]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    told_in(text)
    questions_in(text)
