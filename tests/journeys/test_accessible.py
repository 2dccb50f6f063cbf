"""Every page for everyone: axe-core in both themes and both languages, and the width of a phone."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page

from demo import cast
from demo.event import guests
from tests.journeys.conftest import SignIn, Violations

PLACES = (
    "/",
    "/inbox/",
    "/screener/",
    "/directory/duplicates/",
    "/mailboxes/",
    "/mail/new/",
    "/outbox/",
    "/statements/",
    "/statements/new/",
    "/statements/numbers/",
    "/statements/letters/new/",
    "/announcements/",
    "/contact-lists/",
    "/lines/",
    "/lines/new/",
    "/directory/stale/",
    "/calendar/",
    "/calendar/?view=month",
    "/calendar/?view=agenda",
    "/meetings/new/",
    "/directory/",
    "/directory/people/new/",
    "/dossiers/",
    "/journal/",
    "/reports/",
    "/reports/standing/",
    "/reports/forms/",
    "/reports/schedules/",
    "/briefs/",
    "/handover/",
    "/negotiations/",
    "/radar/",
    "/radar/network/",
    "/settings/radar/",
    "/imports/",
    "/settings/",
    "/settings/clearance/",
    "/settings/hours/",
    "/settings/reminders/",
    "/settings/preflight/",
    "/search/?q=port",
)
LEADING = {
    "person": ("/directory/", "Annelies van der Berg"),
    "organisation": ("/directory/organisations/", "Port of Halvern Authority"),
    "thread": ("/inbox/", "Draft MoU on pilot training"),
    "meeting": ("/calendar/?view=agenda", "Pilot training MoU: last open article"),
    "dossier": ("/dossiers/", "MoU pelatihan pandu"),
    "import": ("/imports/", "buku-alamat.csv"),
    "line": ("/lines/", "Pelatihan pandu bersama"),
    "statement": ("/statements/?view=received", "Kalender pelatihan simulator 2027"),
    "contact list": ("/contact-lists/", "Operator dan pelabuhan"),
}
EVENT = (
    "board/",
    "standby/",
    "rosters/",
    "on-duty/",
    "broadcasts/",
    "papers/",
    "field/",
    "field/alarms/",
    "delegations/",
    "itinerary/",
    "duties/",
    "duties/new/",
    "templates/",
    "officers/",
    "officers/new/",
    "posts/",
    "teams/",
    "places/",
    "rules/",
    "import/",
    "calls/new/",
    "trainings/",
)
"""Pages of an event, after its own address."""
WIDTHS = (390, 320)


@pytest.fixture(params=[cast.HEAD, cast.SECOND_OFFICER], ids=["Indonesian", "English"])
def member(request: pytest.FixtureRequest) -> cast.Member:
    """One who reads Indonesian, one who reads English."""
    found: cast.Member = request.param
    return found


@pytest.fixture
def faults(violations: Violations, member: cast.Member) -> Violations:
    """What axe-core finds; contrast in one language, since colours know none."""
    return partial(violations, contrast=member == cast.HEAD)


def test_pages_are_accessible_and_fit_a_phone(
    sign_in: SignIn, faults: Violations, member: cast.Member
) -> None:
    page = sign_in(member)
    assert _on_every_page(page, lambda page: [*faults(page), *_too_wide(page)]) == {}


@pytest.mark.parametrize(
    "place",
    [
        "/audit/",
        "/settings/sending/",
        "/settings/receiving/",
        "/settings/sending/servers/new/",
        "/settings/letters/",
        "/settings/translation/",
        "/settings/letters/series/new/",
        "/settings/letters/templates/new/",
    ],
)
def test_pages_of_the_head_are_accessible(sign_in: SignIn, violations: Violations, place: str) -> None:
    page = sign_in(cast.HEAD)
    page.goto(place)
    assert violations(page) == []


def test_dialogs_are_accessible(sign_in: SignIn, faults: Violations, member: cast.Member) -> None:
    page = sign_in(member)
    found = {}
    for key, dialog in (("Control+k", "palette"), ("?", "help"), ("c", "sheet")):
        page.goto("/inbox/")
        page.keyboard.press(key)
        page.locator(f"#{dialog}").wait_for()
        found[dialog] = faults(page)
    assert found == {"palette": [], "help": [], "sheet": []}


def _on_every_page(page: Page, look: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """What `look` finds, by page; pages where it finds nothing are left out."""
    found = {}
    for place in PLACES:
        page.goto(place)
        found[place] = look(page)
    for name, (place, link) in LEADING.items():
        _follow(page, place, link)
        found[name] = look(page)
    _follow(page, "/programmes/", guests.NAME)
    event = page.url
    found["event"] = look(page)
    for place in EVENT:
        page.goto(f"{event}{place}")
        found[place] = look(page)
    return {name: faults for name, faults in found.items() if faults}


def _follow(page: Page, place: str, link: str) -> None:
    page.goto(place)
    page.get_by_role("main").get_by_role("link", name=link).first.click()
    page.get_by_role("heading", level=1).get_by_text(link).wait_for()


def _too_wide(page: Page) -> list[str]:
    """On a phone, and on the narrowest one; the page that is shown is turned into that of the phone."""
    desk, found = page.viewport_size, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > page.evaluate("innerWidth"):
            found.append(f"{page.url} is {wide} wide at {width}")
    if desk is not None:
        page.set_viewport_size(desk)
    return found
