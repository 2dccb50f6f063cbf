"""The guide as a book: a folder a language in `docs/guide/`; its README.md is the contents and gives the order of pages."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from jembatan.platform.guide.markdown import Rendered, links_in, render
from jembatan.platform.paths import PROJECT

FOLDER = PROJECT / "docs" / "guide"
CONTENTS = "README"
KEYBOARD = "keyboard"
# Places of the rail go by the name of their chapter, except for these.
ABOUT = {"audit": "roles"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page as the contents name it."""

    slug: str
    title: str

    @property
    def url(self) -> str:
        """Where it is read."""
        return reverse("guide:page", args=[self.slug])


@dataclass(frozen=True, slots=True)
class Opened:
    """A page, and those that lie beside it."""

    chapter: Chapter
    page: Rendered
    before: Chapter | None
    after: Chapter | None


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """The pages of this language's guide, in the order in which its contents name them."""
    named = links_in(_text(language, CONTENTS))
    return tuple(Chapter(target.removesuffix(".md"), title) for target, title in named)


def chapters_about(language: str, place: str) -> list[Chapter]:
    """What to read at a place of the rail (by its key): its chapter if it has one, and that of the keys."""
    wanted = (ABOUT.get(place, place), KEYBOARD)
    return [chapter for slug in wanted for chapter in chapters(language) if chapter.slug == slug]


@cache
def contents(language: str) -> Rendered:
    """The first page: what the guide is about, and its chapters."""
    return render(_text(language, CONTENTS), address_of=_address)


@cache
def opened(language: str, slug: str) -> Opened | None:
    """The chapter of that name with its neighbours; None where there is none."""
    book = chapters(language)
    places = {chapter.slug: place for place, chapter in enumerate(book)}
    if (place := places.get(slug)) is None:
        return None
    page = render(_text(language, slug), address_of=_address)
    before = book[place - 1] if place else None
    after = book[place + 1] if place + 1 < len(book) else None
    return Opened(book[place], page, before, after)


def _text(language: str, name: str) -> str:
    return (FOLDER / language / f"{name}.md").read_text(encoding="utf-8")


def _address(target: str) -> str:
    """Links lead from file to file; in the product, from page to page."""
    file, hash_sign, anchor = target.partition("#")
    return f"{_page_of(file)}{hash_sign}{anchor}"


def _page_of(file: str) -> str:
    slug = file.removesuffix(".md")
    if slug == CONTENTS:
        return reverse("guide:contents")
    return reverse("guide:page", args=[slug]) if slug else ""
