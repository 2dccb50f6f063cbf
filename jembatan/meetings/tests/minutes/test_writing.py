"""Several people write at once: whatever the order, whatever is lost on the way, all pages agree and no character is missing."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Array, Doc
from pycrdt import Text as SharedText

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes import write
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.minutes.write import Written, write_minutes
from jembatan.meetings.formats.yjs import ROOT
from jembatan.meetings.models import Minutes, MinutesSection
from jembatan.meetings.queries.minutes.reading import authors_of
from jembatan.meetings.tests.minutes.pages import Page, Text, Yjs
from jembatan.meetings.tests.test_pages import planned

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=6)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 2), st.integers(0, 40), WORDS),
        st.tuples(st.just("cut"), st.integers(0, 2), st.integers(0, 40), st.integers(1, 5)),
        st.tuples(st.sampled_from(["send", "send some", "lose", "hear"]), st.integers(0, 2)),
    ),
    max_size=40,
)


@pytest.fixture
def minutes(officer: Actor) -> Minutes:
    return begin_minutes(officer, planned(officer))


@pytest.fixture
def section(minutes: Minutes) -> MinutesSection:
    return minutes.sections.get()


@pytest.fixture
def pages(yjs: Yjs, officer: Actor, second_officer: Actor, drafter: Actor, minutes: Minutes) -> list[Page]:
    writers = (officer, second_officer, drafter)
    return [Page(yjs, actor, minutes, 1000 + number) for number, actor in enumerate(writers)]


def saved(section: MinutesSection) -> str:
    section.refresh_from_db()
    return section.text


def do(page: Page, what: str) -> None:
    match what:
        case "send":
            page.send()
        case "send some":
            page.send(1)
        case "lose":
            page.lose()
        case "hear":
            page.hear()


def come_together(pages: list[Page]) -> None:
    for page in pages:
        page.send()
    for page in pages:
        page.hear()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_all_agree_and_no_character_is_lost(
    steps: list[tuple[object, ...]], yjs: Yjs, officer: Actor, second_officer: Actor, drafter: Actor
) -> None:
    minutes = begin_minutes(officer, planned(officer))
    section = minutes.sections.get()
    pages = [Page(yjs, a, minutes, 7 + n) for n, a in enumerate((officer, second_officer, drafter))]
    typed: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for step in steps:
        match step:
            case ("type", int(who), int(at), str(words)):
                pages[who].type(section, at, words)
                typed.update(words)
            case ("cut", int(who), int(at), int(length)):
                gone.update(pages[who].cut(section, at, at + length))
            case (str(what), int(who)):
                do(pages[who], what)

    come_together(pages)

    texts = {str(page.text(section)) for page in pages} | {saved(section)}
    assert len(texts) == 1
    left = Counter(texts.pop())
    assert left <= typed
    assert typed - gone <= left


def test_two_in_the_same_word_keep_every_letter(pages: list[Page], section: MinutesSection) -> None:
    bagus, maria, _dimas = pages
    bagus.type(section, 0, "Rapat dibuka.")
    come_together(pages)
    bagus.type(section, 5, " pleno")
    maria.type(section, 5, " 🙂 besar")
    come_together(pages)
    assert saved(section) in ("Rapat pleno 🙂 besar dibuka.", "Rapat 🙂 besar pleno dibuka.")
    assert {str(page.text(section)) for page in pages} == {saved(section)}


def test_what_was_written_without_a_connection_comes_later_whole(
    pages: list[Page], section: MinutesSection
) -> None:
    bagus, maria, _dimas = pages
    for letter in "Tanpa jaringan":
        bagus.type(section, 99, letter)
    maria.type(section, 0, "Sementara itu. ")
    maria.send()
    bagus.lose()
    assert set(bagus.send()) == {""}
    come_together(pages)
    assert sorted(saved(section)) == sorted("Tanpa jaringanSementara itu. ")
    assert section.updates.count() == len("Tanpa jaringan") + 1


def test_long_tail_is_folded_and_those_who_come_late_get_all_of_it(
    pages: list[Page], section: MinutesSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "FOLD_AFTER", 5)
    bagus, maria, dimas = pages
    for letter in "abcdefgh":
        bagus.type(section, 99, letter)
        bagus.send()
        if letter == "b":
            maria.hear()
    section.refresh_from_db()
    assert (section.folded, section.updates.count(), section.text) == (6, 2, "abcdefgh")
    for page in (maria, dimas):
        page.hear()
        assert str(page.text(section)) == "abcdefgh"
    maria.type(section, 0, "0")
    come_together(pages)
    assert {str(page.text(section)) for page in pages} == {"0abcdefgh"}


def test_threads_at_the_same_time_get_numbers_of_their_own(
    transactional_db: None, yjs: Yjs, request: pytest.FixtureRequest
) -> None:
    officer: Actor = request.getfixturevalue("officer")
    minutes = begin_minutes(officer, planned(officer))
    section = minutes.sections.get()
    pages = [Page(yjs, officer, Minutes.objects.get(), number) for number in range(4)]
    for page in pages:
        for _ in range(8):
            page.type(section, 0, str(page.client))
    faults: list[BaseException] = []

    def work(page: Page) -> None:
        try:
            while page.unsent:
                assert page.send(1) == [""]
        except BaseException as fault:  # noqa: BLE001 - told to the test, whose thread this is not
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(page,)) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Counter(saved(section)) == Counter("0123" * 8)
    assert list(section.updates.values_list("number", flat=True).order_by("number")) == list(range(1, 33))


def _someone_elses(page: Page, section: MinutesSection) -> Written:
    page.type(section, 0, "x")
    return Written(section.pk, page.client + 500, page.unsent[0].content)


def _with_a_gap(page: Page, section: MinutesSection) -> Written:
    page.type(section, 0, "x")
    page.type(section, 1, "y")
    return page.unsent[1]


def _beside_what_nobody_wrote(page: Page, section: MinutesSection) -> Written:
    page.text(section).hear(_of_another(page).all())
    page.type(section, 2, "x")
    return page.unsent[0]


def _removing_what_nobody_wrote(page: Page, section: MinutesSection) -> Written:
    page.text(section).hear(_of_another(page).all())
    page.cut(section, 0, 1)
    return page.unsent[0]


def _more_than_text(page: Page, section: MinutesSection) -> Written:
    document: Doc[Array[int]] = Doc(client_id=page.client)
    document.get(ROOT, type=Array).append(1)
    return Written(section.pk, page.client, document.get_update())


def _elsewhere(page: Page, section: MinutesSection) -> Written:
    document: Doc[SharedText] = Doc(client_id=page.client)
    document.get("other", type=SharedText).insert(0, "x")
    return Written(section.pk, page.client, document.get_update())


def _too_long(page: Page, section: MinutesSection) -> Written:
    page.type(section, 0, "x" * 50)
    return page.unsent[0]


def _nul(page: Page, section: MinutesSection) -> Written:
    page.type(section, 0, "a\x00b")
    return page.unsent[0]


def _of_another(page: Page) -> Text:
    other = Text(page.yjs, 4242)
    other.edit(0, words="abc")
    return other


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_someone_elses, "somebody else"),
        (_with_a_gap, "is missing"),
        (_beside_what_nobody_wrote, "is missing"),
        (_removing_what_nobody_wrote, "is missing"),
        (_more_than_text, "not what a text box writes"),
        (_elsewhere, "not what a text box writes"),
        (_too_long, "at most 40 characters"),
        (_nul, "not what a text box writes"),
        (
            lambda page, section: Written(section.pk, page.client, b"\x01\x02\x03"),
            "not what a text box writes",
        ),
        (lambda page, section: Written(section.pk, page.client, b""), "not what a text box writes"),
        (
            lambda page, section: Written(section.pk, page.client, b"\x00" * 600_000),
            "not what a text box writes",
        ),
        (lambda page, section: Written(0, page.client, b"\x00\x00"), "no such section"),
    ],
)
def test_what_cannot_be_merged_is_refused_in_a_sentence_and_the_rest_stands(
    make: Callable[[Page, MinutesSection], Written],
    sentence: str,
    pages: list[Page],
    section: MinutesSection,
    minutes: Minutes,
    officer: Actor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write, "MOST_TEXT", 40)
    bagus, maria, _dimas = pages
    maria.type(section, 0, "Tetap.")
    bad = make(bagus, section)
    told = write_minutes(officer, minutes, [bad])
    assert sentence in told[0]
    assert maria.send() == [""]
    assert (saved(section), section.updates.count()) == ("Tetap.", 1)


def test_number_of_a_page_belongs_to_its_user(
    pages: list[Page], yjs: Yjs, second_officer: Actor, section: MinutesSection, minutes: Minutes
) -> None:
    pages[0].type(section, 0, "Bagus")
    pages[0].send()
    other = Page(yjs, second_officer, minutes, pages[0].client)
    other.type(section, 0, "palsu")
    assert other.send() == ["This was written by somebody else."]
    assert saved(section) == "Bagus"


def test_the_same_again_changes_nothing(pages: list[Page], section: MinutesSection, minutes: Minutes) -> None:
    bagus = pages[0]
    bagus.type(section, 0, "Sekali")
    bagus.cut(section, 0, 1)
    bagus.lose()
    minutes.refresh_from_db()
    before = minutes.number
    assert bagus.send() == ["", ""]
    minutes.refresh_from_db()
    assert (minutes.number, saved(section)) == (before, "ekali")


def test_readers_strangers_and_closed_minutes_write_nothing(
    reader: Actor, stranger: Actor, officer: Actor, minutes: Minutes
) -> None:
    with pytest.raises(PermissionDenied):
        write_minutes(reader, minutes, [])
    with pytest.raises(Minutes.DoesNotExist):
        write_minutes(stranger, minutes, [])
    Minutes.objects.update(state=Minutes.State.CIRCULATED)
    with pytest.raises(ValidationError, match="no longer"):
        write_minutes(officer, minutes, [])


def test_history_names_everyone_who_wrote_even_after_folding(
    pages: list[Page], section: MinutesSection, minutes: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "FOLD_AFTER", 0)
    for page in pages[:2]:
        page.type(section, 0, "a")
        page.send()
        for other in pages:
            other.hear()
    assert [author.name for author in authors_of(minutes)] == [pages[1].actor.name, pages[0].actor.name]
