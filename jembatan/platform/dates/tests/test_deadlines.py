"""Deadlines in letters: all that a sentence sets, and none that it does not."""

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.dates.deadlines import find_deadlines
from jembatan.platform.dates.tests.deadline_cases import ENGLISH, INDONESIAN, NO_DEADLINE

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=JAKARTA)
LANGUAGES = st.sampled_from(["id", "en"])


@pytest.mark.parametrize(
    ("sentence", "moment", "language"),
    [*((*case, "id") for case in INDONESIAN), *((*case, "en") for case in ENGLISH)],
)
def test_sentence_sets_its_deadline(sentence: str, moment: str, language: str) -> None:
    found = find_deadlines(sentence, now=NOW, language=language)

    assert [each.at for each in found] == [datetime.fromisoformat(f"{moment}+07:00")]


@pytest.mark.parametrize("sentence", NO_DEADLINE)
def test_sentence_sets_none(sentence: str) -> None:
    assert find_deadlines(sentence, now=NOW, language="en") == []


def test_deadlines_stand_where_they_are_written() -> None:
    letter = "Terima kasih.\n\nMohon draf paling lambat Jumat pukul 15.00 WIB. Daftar delegasi kami tunggu sebelum 1 Desember."
    found = find_deadlines(letter, now=NOW, language="id")

    assert [letter[slice(*each.span)] for each in found] == [
        "paling lambat Jumat pukul 15.00 WIB",
        "sebelum 1 Desember",
    ]
    assert [(each.all_day, each.sure) for each in found] == [(False, True), (True, False)]


def test_deadline_is_read_in_the_zone_of_its_writer() -> None:
    geneva = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Europe/Zurich"))
    found = find_deadlines("Please reply by Friday, 4 pm.", now=geneva, language="en")

    assert [each.at for each in found] == [datetime.fromisoformat("2026-11-27T16:00+01:00")]


@given(st.text(max_size=120), LANGUAGES)
def test_any_text_is_read(text: str, language: str) -> None:
    for found in find_deadlines(text, now=NOW, language=language, wanted=False):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        assert found.at > NOW


VOCABULARY = """mohon please by before paling lambat jumat friday 5 maret march 2027 dalam within hari kerja working days
    akhir pekan end of the week , . : pukul 15.00 wib cob 999 99 months bulan depan next 31 april"""
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    max_size=14,
)


@given(WORDS, LANGUAGES)
def test_any_order_of_its_words_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    spans = [found.span for found in find_deadlines(text, now=NOW, language=language)]

    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
