"""Cutting a text for translation."""

from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.pieces import apart, pieces


def test_short_text_is_one_piece() -> None:
    assert pieces("Selamat pagi.\n\nSalam") == ["Selamat pagi.\n\nSalam"]
    assert pieces("") == []


def test_text_is_cut_between_paragraphs_then_sentences_then_words() -> None:
    assert pieces("Satu dua.\n\nTiga empat.", longest=14) == ["Satu dua.\n\n", "Tiga empat."]
    assert pieces("Satu dua. Tiga empat.", longest=14) == ["Satu dua. ", "Tiga empat."]
    assert pieces("satu dua tiga empat", longest=10) == ["satu dua ", "tiga empat"]
    assert pieces("x" * 25, longest=10) == ["x" * 10, "x" * 10, "x" * 5]


def test_blank_space_is_kept_apart_from_the_words() -> None:
    assert apart("\n  Halo dunia\n\n") == ("\n  ", "Halo dunia", "\n\n")
    assert apart(" \n") == (" \n", "", "")


@given(st.text(alphabet=st.sampled_from("ab .\n?！\t\x00"), max_size=300), st.integers(2, 40))
def test_pieces_are_the_text(text: str, longest: int) -> None:
    found = pieces(text, longest=longest)
    assert "".join(found) == text
    assert all(0 < len(piece) <= longest for piece in found)
    assert all("".join(apart(piece)) == piece for piece in found)
