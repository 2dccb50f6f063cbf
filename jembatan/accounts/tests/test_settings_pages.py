"""The head of the settings: groups, the pages of the open one, and nothing that one may not use."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.settings_pages import settings_groups

type ClientOf = Callable[[Actor], Client]


def offered(actor: Actor, path: str = "/settings/") -> dict[str, list[str]]:
    return {
        str(group.label): [str(page.label) for page in group.pages]
        for group in settings_groups(actor, path=path)
    }


def test_each_is_offered_what_they_may_use(head: Actor, drafter: Actor, reader: Actor) -> None:
    assert offered(head) == {
        "You": ["Your settings", "Your signature", "Phones and programs"],
        "Desk": [
            *("Desk", "Members", "Working hours", "Rooms"),
            *("Online meetings", "Precedence", "Kinds of meetings", "Reminders", "Radar", "Clearance"),
        ],
        "Mail": ["Receiving mail", "Sending mail"],
        "Writing": ["Pre-flight check", "Glossary", "Formal letters", "Translation"],
    }
    assert list(offered(drafter)) == ["You", "Desk", "Writing"]
    assert offered(drafter)["Writing"] == ["Pre-flight check", "Glossary"]
    assert offered(reader)["You"] == ["Your settings", "Phones and programs"]


def test_address_says_which_page_is_open(head: Actor) -> None:
    groups = settings_groups(head, path="/settings/reminders/")
    assert [str(group.here.label) for group in groups if group.here] == ["Reminders"]
    assert not any(group.here for group in settings_groups(head, path="/inbox/"))


@pytest.mark.parametrize(
    "path",
    ["/settings/", "/settings/members/", "/settings/hours/", "/settings/letters/", "/settings/receiving/"],
)
def test_one_page_and_its_group_are_marked(head: Actor, client_of: ClientOf, path: str) -> None:
    page = client_of(head).get(path).text

    head_of_page = page[page.index("settings-places") : page.index("</nav>", page.index("settings-places"))]
    assert re.findall(r'href="([^"]+)" aria-current="page"', head_of_page) == [path]
    assert head_of_page.count('aria-current="true"') == 1
