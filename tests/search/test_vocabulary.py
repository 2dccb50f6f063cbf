"""Typing errors are corrected to words that someone wrote."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.note import write_note
from jembatan.platform.search.models import Word
from jembatan.platform.search.vocabulary import Spelling, learn, spelling_of


@pytest.fixture
def learnt(officer: Actor) -> None:
    open_dossier(officer, "Perjanjian perbatasan", objective="Café di pelabuhan utama, tahun 2026")
    write_note(officer, "Perjanjian dan perjanjian: konfirmasi pelabuhan")
    learn()


def test_words_are_learnt_once_with_their_accents_folded(learnt: None) -> None:
    before = dict(Word.objects.values_list("word", "texts"))

    assert learn() == 0
    assert dict(Word.objects.values_list("word", "texts")) == before
    assert before["cafe"] == 1
    assert "2026" not in before
    assert "dan" not in before


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("perjanjain", "perjanjian"),
        ("pelabuan utma", "pelabuhan utama"),
        ("Konfirmsai jadwal", "konfirmasi jadwal"),
        ("perjan", None),
        ("perjanjian", None),
        ("perjanjian zzzzzz", None),
        ("dna", None),
        ("", None),
        ("100%", None),
    ],
)
def test_word_that_nobody_wrote_becomes_its_nearest(learnt: None, question: str, meant: str | None) -> None:
    assert spelling_of(question).meant == (meant or "")


def test_word_without_a_near_one_is_strange(learnt: None) -> None:
    assert spelling_of("perjanjian zzzzzz") == Spelling(strange=True, meant="")
    assert spelling_of("Perjanjian café") == Spelling(strange=False, meant="")
