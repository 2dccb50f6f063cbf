"""Whether what we have of a contact is right, by the keyboard alone: asked, corrected by a link, accepted."""

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

PERSON = "Chidi Okafor"
PHONE = "+31 6 55 00 11 22"
LINK = (
    "from jembatan.correspondence.models import Confirmation;"
    "from jembatan.correspondence.queries.confirmation.link import link_of;"
    "print(link_of(Confirmation.objects.latest('pk')))"
)


def test_contact_corrects_the_entry_and_it_is_accepted(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    hands = Hands(page)
    page.goto("/directory/")
    hands.enter(page.get_by_role("main").get_by_role("link", name=PERSON).first)
    expect(page.get_by_role("heading", level=1)).to_contain_text(PERSON)
    hands.enter(page.get_by_role("button", name="Ask to confirm"))
    expect(page.get_by_role("status")).to_contain_text(f"Asked: {PERSON}")
    assert violations(page) == []

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(office.command("manage", "shell", "--command", LINK).stdout.split()[-1])
    assert violations(outside) == []
    theirs = Hands(outside)
    theirs.write(outside.get_by_label("Mobile", exact=False), PHONE)
    theirs.enter(outside.get_by_role("button", name="Send the corrections"))
    expect(outside.locator(".notice.daun")).to_contain_text("Your corrections have been received")
    assert violations(outside) == []
    outside.close()

    page.reload()
    expect(page.locator("ins", has_text=PHONE)).to_be_visible()
    assert violations(page) == []
    hands.enter(page.get_by_role("button", name="Accept"))
    expect(page.get_by_role("status")).to_contain_text("The corrections stand in the directory.")
    expect(page.get_by_role("main").get_by_role("link", name=PHONE)).to_be_visible()
