"""A drafter's mail on its way out: asked for, looked at by somebody without an account, cleared with one key."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

CONVERSATION = "Bridge simulator: dates for the first course"
LINK = (
    "from jembatan.correspondence.models import Consultation;"
    "from jembatan.correspondence.queries.consultation.link import link_of;"
    "print(link_of(Consultation.objects.latest('pk')))"
)


def test_asked_answered_outside_and_cleared(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    dimas, maria = sign_in(cast.DRAFTER), sign_in(cast.SECOND_OFFICER)
    dimas.goto("/inbox/")
    dimas.get_by_role("main").get_by_role("link", name=CONVERSATION).first.click()
    dimas.locator(".mail-answering [data-key=r]").click()
    dimas.locator("[name=text]").fill("Dear Mr Okafor,\n\nThe Director General will open the course.\n")
    dimas.locator(".composer-foot .primary").click()
    expect(dimas.locator(".clearing .chip")).to_contain_text("menunggu persetujuan")

    maria.goto("/")
    maria.get_by_role("link", name=f"Re: {CONVERSATION}").first.click()
    assert violations(maria) == []
    question = maria.url
    maria.get_by_role("link", name="Change the text").click()
    expect(maria.get_by_role("link", name="Ask someone")).to_be_visible()
    maria.keyboard.press("q")
    maria.wait_for_url("**/questions/new/")
    maria.locator("[name=to]").fill("hukum@selatnusantara.example")
    maria.locator("[name=text]").fill("Who opens it for us?")
    maria.locator("[name=due]").fill(f"{datetime.now(UTC) + timedelta(days=9):%d %B %Y} 10:00")
    assert violations(maria) == []
    maria.locator(".form-actions .primary").click()
    expect(maria.locator(".consultation")).to_contain_text("Who opens it for us?")

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(office.command("manage", "shell", "--command", LINK).stdout.split()[-1])
    assert violations(outside) == []
    outside.locator("[name=clears][value=yes]").check()
    outside.locator("[name=name]").fill("Rina")
    outside.locator("button.primary").click()
    expect(outside.locator(".notice.daun")).to_be_visible()
    assert violations(outside) == []
    outside.close()

    maria.reload()
    expect(maria.locator(".consultation .chip")).to_contain_text("cleared")
    maria.goto(question)
    expect(maria.get_by_role("button", name="Clear it")).to_be_visible()
    maria.keyboard.press("1")
    expect(maria.get_by_text("The mail is cleared.")).to_be_visible()
