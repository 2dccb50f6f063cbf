"""Minutes before a partner, by the keyboard alone: circulated, agreed to by a link, locked; and an action in one line."""

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

WRITTEN = """
from django.utils import timezone
from datetime import timedelta
from demo import cast
from jembatan.accounts.models import Membership
from jembatan.accounts.queries.actors import actor_for
from jembatan.meetings.actions.circulation.into_text import take_into_text
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.directory.models import Person
actor = actor_for(Membership.objects.get(user__email=cast.SECOND_OFFICER.email).user)
person = Person.objects.get(full_name="Chidi Okafor")
begins = timezone.now() - timedelta(hours=3)
meeting = plan_meeting(actor, "Harbour survey", times=Times(begins, begins + timedelta(hours=1)), zone="Asia/Jakarta", parties=[person], allowed=True)
take_into_text(actor, begin_minutes(actor, meeting), "section-0", "The old map is void.")
print(meeting.pk)
"""
LINK = (
    "from jembatan.meetings.models import MinutesPartner;"
    "from jembatan.meetings.queries.circulation.link import link_of;"
    "from jembatan.meetings.queries.circulation.standing import latest_version;"
    "partner = MinutesPartner.objects.latest('pk');"
    "print(link_of(partner, latest_version(partner.minutes)))"
)


def said(office: Office, command: str) -> str:
    """The last word that a command of the shell prints."""
    return office.command("manage", "shell", "--command", command).stdout.split()[-1]


def test_partner_agrees_by_link_and_the_text_is_locked(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    hands = Hands(page)
    page.goto(f"/meetings/{said(office, WRITTEN)}/")
    hands.write(page.get_by_label("New action", exact=True), "@Chidi sends the new map by 5 March")
    hands.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The action is written down.")
    expect(page.locator("#outcomes")).to_contain_text("Chidi Okafor · theirs")
    hands.write(page.get_by_label("New decision", exact=True), "The harbour is surveyed again.")
    hands.press("Enter")
    expect(page.locator("#outcomes")).to_contain_text("The harbour is surveyed again.")
    assert violations(page) == []

    hands.enter(page.locator("a[href*='/circulation/']").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Agreement on the minutes")
    assert violations(page) == []
    hands.enter(page.get_by_role("button", name="Circulate for agreement"))
    expect(page.get_by_role("status").last).to_contain_text("Version 1 is on its way.")
    expect(page.locator("#circulation")).to_contain_text("silent")
    assert violations(page) == []

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(said(office, LINK))
    expect(outside.get_by_role("heading", level=1)).to_contain_text("Harbour survey")
    expect(outside.get_by_role("main")).to_contain_text("The old map is void.")
    assert violations(outside) == []
    theirs = Hands(outside)
    theirs.enter(outside.locator("form:has([value=pledge]) button"))
    expect(outside.locator("form:has([value=pledge])")).to_have_count(0)
    theirs.enter(outside.locator("form:has([value=agree]) button"))
    expect(outside.locator(".notice.daun")).to_be_visible()
    expect(outside.locator("main form")).to_have_count(0)
    assert violations(outside) == []
    outside.close()

    page.reload()
    expect(page.locator(".notice.daun")).to_contain_text("The text does not change any more.")
    expect(page.get_by_role("link", name="PDF")).to_be_visible()
    assert violations(page) == []
    hands.enter(page.get_by_role("link", name="The meeting"))
    expect(page.locator("#outcomes")).to_contain_text("The harbour is surveyed again.")
