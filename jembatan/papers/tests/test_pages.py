"""Long documents page by page: nothing is left out, and nothing is shown twice."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jembatan.papers.queries.pages import Stretch, lines_within, stretch, within
from jembatan.platform.documents.model import Document, Line, Section, Words


def _pages(count: int, most: int) -> list[Stretch]:
    """Going on from the first as long as there is more."""
    found = [stretch(count, 0, most)]
    while (later := found[-1].later) is not None:
        found.append(stretch(count, later, most))
    return found


@given(sizes=st.lists(st.integers(0, 7), max_size=8), most=st.integers(1, 9))
def test_pages_of_a_document_are_all_of_it(sizes: list[int], most: int) -> None:
    sections = tuple(
        Section(str(number), tuple(Line(f"{number}.{line}") for line in range(size)), "Nothing.")
        for number, size in enumerate(sizes)
    )
    made = datetime(2026, 11, 30, tzinfo=UTC)
    document = Document("Week", "en", made, "", Words("", "", ""), sections=sections)
    pages = [lines_within(document, each) for each in _pages(sum(sizes), most)]
    assert [line for page in pages for line in page.lines()] == list(document.lines())
    assert all(len(list(page.lines())) <= most for page in pages)
    empty = [section.title for page in pages for section in page.sections if not section.lines]
    assert empty == [str(number) for number, size in enumerate(sizes) if not size]


@given(count=st.integers(0, 50), most=st.integers(1, 9))
def test_ways_back_lead_where_the_ways_on_came_from(count: int, most: int) -> None:
    pages = _pages(count, most)
    assert [row for each in pages for row in within(range(count), each)] == list(range(count))
    for one, other in pairwise(pages):
        assert other.earlier is not None
        assert stretch(count, other.earlier, most) == one


@given(count=st.integers(0, 50), start=st.integers(-5, 90))
def test_place_that_is_not_there_is_the_first(count: int, start: int) -> None:
    found = stretch(count, start, 10)
    assert found.first <= start + 1 <= found.last if start in range(count) else found.first == min(count, 1)
