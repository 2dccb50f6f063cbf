"""A plan with a partner, by the keyboard alone: begun from a framework, followed by the partner's link, accepted, drawn on the map."""

import re

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

OPENED = """
from demo import cast
from jembatan.accounts.models import Membership
from jembatan.accounts.queries.actors import actor_for
from jembatan.directory.actions.organisations import add_organisation
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
actor = actor_for(Membership.objects.get(user__email=cast.SECOND_OFFICER.email).user)
dossier = open_dossier(actor, "Lighthouse of Tanjung Sari")
add_party(actor, dossier, add_organisation(actor, "Lighthouse Service"))
print(dossier.pk)
"""
LINK = (
    "from jembatan.dossiers.models import FollowUp;"
    "from jembatan.dossiers.queries.follow_up import link_of;"
    "print(link_of(FollowUp.objects.latest('pk')))"
)


def said(office: Office, command: str) -> str:
    """The last word that a command of the shell prints."""
    return office.command("manage", "shell", "--command", command).stdout.split()[-1]


def test_plan_is_followed_by_a_partner(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    hands, address = Hands(page), f"/dossiers/{said(office, OPENED)}/"
    page.goto(f"{address}plan/")
    hands.enter(page.get_by_role("link", name="Fill from a framework"))
    sheet = page.get_by_role("dialog")
    hands.choose(sheet.get_by_label("Framework"), "Site permit")
    hands.choose(sheet.get_by_label("On their side"), "Lighthouse Service")
    hands.enter(sheet.get_by_role("button", name="Fill the plan"))
    expect(page.get_by_role("status").last).to_contain_text("7 steps added.")
    assert violations(page) == []

    hands.press("j")
    hands.press("e")
    expect(page.locator(".plan-row.done")).to_have_count(1)
    hands.press("z")
    expect(page.locator(".plan-row.done")).to_have_count(0)

    hands.enter(page.get_by_role("link", name="Give a link"))
    hands.enter(page.get_by_role("dialog").get_by_role("button", name="Save"))
    expect(page.locator("#links")).to_contain_text("Lighthouse Service")
    hands.enter(page.get_by_role("button", name="Write to them"))
    expect(page.locator("textarea[name=text]")).to_have_value(re.compile(re.escape(said(office, LINK))))
    page.goto(f"{address}plan/")

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(said(office, LINK))
    expect(outside.get_by_role("main").get_by_role("heading", level=2)).to_have_count(4)
    expect(outside.get_by_role("main")).not_to_contain_text("Tanjung Sari")
    assert violations(outside) == []
    theirs = Hands(outside)
    theirs.write(outside.locator("textarea").first, "Checked on Monday.")
    theirs.enter(outside.locator("button[value=done]").first)
    expect(outside.locator(".notice.daun")).to_contain_text("Checked on Monday.")
    outside.close()

    page.reload()
    waiting = page.get_by_role("region", name="Partners say")
    expect(waiting).to_contain_text("Checked on Monday.")
    hands.enter(waiting.get_by_role("button", name="Accept"))
    expect(page.locator(".plan-row.done")).to_have_count(1)

    page.goto(f"{address}map/")
    hands.enter(page.get_by_role("link", name="Put on the map"))
    hands.choose(page.get_by_role("dialog").get_by_label("Stance"), "supports it")
    hands.enter(page.get_by_role("dialog").get_by_role("button", name="Put on the map"))
    expect(page.locator(".map-picture .party.supports")).to_be_visible()
    assert violations(page) == []
