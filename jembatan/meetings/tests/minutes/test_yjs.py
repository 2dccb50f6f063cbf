"""The reader of updates: what a text box writes is read exactly, anything else is refused, and nothing else ever happens."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc
from pycrdt import Text as SharedText

from jembatan.meetings.formats.yjs import (
    ROOT,
    NotAnUpdate,
    Run,
    Update,
    read_state,
    read_update,
)
from jembatan.meetings.tests.minutes.pages import Text, Yjs

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12)


def written(yjs: Yjs, *words: str, client: int = 5) -> bytes:
    text = Text(yjs, client)
    for each in words:
        text.edit(0, words=each)
    return text.all()


def test_reads_what_was_added_and_taken_away(yjs: Yjs) -> None:
    text = Text(yjs, 5)
    [first] = text.edit(0, words="aé🙂")
    [second] = text.edit(1, words="x")
    [third] = text.edit(0, gone=1)
    assert read_update(first) == Update((Run(5, 0, 4),), ())
    assert read_update(second) == Update((Run(5, 4, 1, ((5, 0), (5, 1))),), ())
    assert read_update(third) == Update((), (Run(5, 0, 1),))
    merged: Doc[SharedText] = Doc()
    merged.apply_update(text.all())
    assert read_state(merged.get_state()) == {5: 5}


@given(words=st.lists(WORDS, min_size=1, max_size=8), client=st.integers(0, 2**32 - 1))
def test_reads_every_text(yjs: Yjs, words: list[str], client: int) -> None:
    update = read_update(written(yjs, *words, client=client))
    units = sum(len(each.encode("utf-16-le")) // 2 for each in words)
    assert update.clients == {client}
    assert sum(run.length for run in update.added) == units
    assert update.builds_on({})


@settings(max_examples=500)
@given(content=st.binary(max_size=200))
def test_garbage_is_read_or_refused_and_nothing_else(content: bytes) -> None:
    for read in (read_update, read_state):
        with suppress(NotAnUpdate):
            read(content)


@settings(max_examples=500)
@given(
    words=st.lists(WORDS, min_size=1, max_size=5),
    at=st.integers(0, 10_000),
    byte=st.integers(0, 255),
    ending=st.integers(0, 20),
)
def test_broken_updates_never_reach_a_document_in_another_way_than_as_text(
    yjs: Yjs, words: list[str], at: int, byte: int, ending: int
) -> None:
    content = bytearray(written(yjs, *words))
    content[at % len(content)] = byte
    broken = bytes(content[: len(content) - ending])
    try:
        update = read_update(broken)
    except NotAnUpdate:
        return
    if update.builds_on({}):
        document: Doc[SharedText] = Doc()
        document.apply_update(broken)
        assert set(document.keys()) <= {ROOT}
        assert "\x00" not in str(document.get(ROOT, type=SharedText))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"\x00\x00\x00",
        b"\x00" * 600_000,
        b"\xff" * 12,
        b"\x01\x01\x05\x00\x04\x01\x05other\x01x\x00",
    ],
    ids=["nothing", "ends early", "goes on", "too long", "a number too large", "another text"],
)
def test_what_is_no_update_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnUpdate):
        read_update(content)


def test_says_what_is_missing(yjs: Yjs) -> None:
    text = Text(yjs, 5)
    text.edit(0, words="abc")
    later = read_update(text.edit(3, words="d")[0])
    assert (later.builds_on({}), later.builds_on({5: 3})) == (False, True)
    assert not Update((), (Run(9, 0, 1),)).builds_on({5: 3})
    assert not Update((Run(5, 3, 1, ((9, 0),)),)).builds_on({5: 3})
