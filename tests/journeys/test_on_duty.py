"""An officer's phone with a network that is cut in the middle: nothing is lost, and nothing is done twice."""

import json

from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from demo.trial import Office
from tests.journeys.conftest import Violations
from tests.journeys.test_partner_plan import said

OPENED = """
import json
from django.utils import timezone
from demo import cast
from jembatan.accounts.models import Membership
from jembatan.accounts.queries.actors import actor_for
from jembatan.field.actions.phones import give_link
from jembatan.field.queries.place_code import address_of
from jembatan.field.tests.scene import games
from jembatan.field.tests.test_handing_over import later
actor = actor_for(Membership.objects.get(user__email=cast.SECOND_OFFICER.email).user)
scene = games(actor, name="Games with a bad network")
later(scene, scene.leader, "Dinner of Akitsu", hours=4)
print(json.dumps([give_link(actor, scene.sari), address_of(scene.place.pk, timezone.now()), scene.sari.pk]).replace(" ", ""))
"""
COUNTED = """
import json
from jembatan.deployment.models import Handover
from jembatan.field.models import Attendance, ClaimFile, Deed, Incident
from jembatan.programmes.models import Absence
found = [model.objects.filter(officer={officer}).count() for model in (Attendance, Incident, Absence, Deed)]
found.append(Handover.objects.filter(outgoing={officer}).count())
print(json.dumps([*found, ClaimFile.objects.filter(claim__officer={officer}).count()]).replace(" ", ""))
"""
WISHED = """
from jembatan.programmes.models import DeletionRequest
print(DeletionRequest.objects.get(officer={officer}).state)
"""


def test_network_is_cut_in_the_middle(office: Office, browser: Browser, violations: Violations) -> None:
    link, code, officer = json.loads(said(office, OPENED))
    context = browser.new_context(
        base_url=office.site,
        viewport={"width": 390, "height": 844},
        locale="en-GB",
        service_workers="allow",
        reduced_motion="reduce",
        permissions=["notifications"],
    )
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Use this phone").click()
    expect(page.get_by_role("main")).to_contain_text("Lunch")
    _until(page, "async () => Boolean(await (await caches.open('duty-1')).match('/duty/'))")
    for tab in ("delegation", "schedule", "contacts", "report", "today"):
        page.goto(f"/duty/#{tab}")
        expect(page.locator("#view")).to_have_attribute("data-tab", tab)
        assert violations(page) == [], tab
    expect(page.get_by_role("button", name="Turn on")).to_be_visible()
    assert _rung(page, "Change for your duty at 15:10") == ["Change for your duty at 15:10"]

    context.set_offline(True)
    page.goto(code)
    expect(page.get_by_role("main")).to_contain_text("waiting to be sent")
    page.get_by_role("link", name="Report").click()
    page.get_by_label("What happened").fill("A bag is missing")
    page.get_by_role("button", name="Report it").click()
    spent = page.locator("#expense")
    spent.get_by_label("Amount").fill("25000")
    spent.get_by_label("What for").fill("Taxi")
    receipt: FilePayload = {
        "name": "receipt.jpg",
        "mimeType": "image/jpeg",
        "buffer": page.screenshot(type="jpeg"),
    }
    spent.get_by_label("Photo of the receipt").set_input_files(files=receipt)
    spent.get_by_role("button", name="Claim it").click()
    page.get_by_role("link", name="Delegation").click()
    expect(page.get_by_role("main")).to_contain_text("Aiko Tanaka")
    page.get_by_role("link", name="Today").click()
    page.get_by_role("link", name="Hand over to Lead").click()
    page.get_by_label("What is open, and what to mind").fill("Two bags")
    page.get_by_role("button", name="Hand over").click()
    expect(page.locator("#state")).to_contain_text("Saved on this phone · 4 waiting")
    page.close()

    page = context.new_page()
    page.goto("/duty/")
    page.get_by_text("I cannot come").click()
    page.get_by_role("button", name="Another reason, this duty").click()
    expect(page.locator("#state")).to_contain_text("5 waiting")

    between = Between()
    page.route("**/duty/deeds/", between)
    context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#state")).not_to_contain_text("No network")
    between.does = "too much"
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#state")).to_contain_text("No network")
    between.does = "nothing"
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#state")).to_contain_text("Everything is sent")
    expect(page.get_by_role("main")).to_contain_text("Checked in at")
    assert json.loads(said(office, COUNTED.format(officer=officer))) == [1, 1, 1, 5, 1, 1]

    page.get_by_role("link", name="Contacts").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("main")).to_contain_text("This phone is not signed in.")
    assert page.evaluate("async () => (await caches.keys()).filter((name) => name.startsWith('duty'))") == []
    context.close()


class Between:
    """What stands between a phone and the desk: refuses all; finds it too much once, and from then on lets it through and loses the answer; does nothing."""

    does = "refuse"

    def __call__(self, route: Route) -> None:
        if self.does == "refuse":
            route.fulfill(status=400)
        elif self.does == "too much":
            self.does = "lose"
            route.fulfill(status=413)
        elif self.does == "lose":
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()


def test_officer_takes_their_data_along_and_asks_for_its_deletion_where_there_is_a_network(
    office: Office, browser: Browser, violations: Violations
) -> None:
    link, _code, officer = json.loads(said(office, OPENED.replace("with a bad network", "with data")))
    context = browser.new_context(
        base_url=office.site,
        viewport={"width": 390, "height": 844},
        locale="en-GB",
        service_workers="allow",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Use this phone").click()
    expect(page.get_by_role("main")).to_contain_text("Lunch")
    _until(page, "async () => Boolean(await (await caches.open('duty-1')).match('/duty/'))")
    page.get_by_role("link", name="Contacts").click()
    page.get_by_role("link", name="My data").press("Enter")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Take it along as a file").click()
    assert json.loads(kept.value.path().read_text())["full_name"] == "Sari"
    assert violations(page) == []
    page.get_by_role("button", name="Ask for my data to be deleted").press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Your coordinators were asked on")
    assert violations(page) == []
    expect(page.get_by_role("button", name="I do not ask for it any more")).to_be_focused()
    assert said(office, WISHED.format(officer=officer)) == "waiting"

    context.set_offline(True)
    expect(page.get_by_role("main")).to_contain_text("Not possible without a network")
    expect(page.get_by_role("link", name="Take it along as a file")).to_have_count(0)
    assert violations(page) == []
    context.set_offline(False)
    page.get_by_role("button", name="I do not ask for it any more").press("Enter")
    expect(page.get_by_role("button", name="Ask for my data to be deleted")).to_be_visible()
    assert said(office, WISHED.format(officer=officer)) == "taken_back"
    context.close()


def _rung(page: Page, text: str) -> list[str]:
    """What stands on the locked screen after the push service has delivered these words; the one of a real browser is not here.

    Looked at once the worker has said that it is shown: whoever asks the browser before, makes it forget what is not on display yet.
    """
    session, found = page.context.new_cdp_session(page), list[str]()
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    for _turn in range(400):
        if found:
            break
        page.wait_for_timeout(50)
    data = json.dumps({"text": text, "tag": "duty-1", "address": ""}).ljust(512)
    origin = page.evaluate("location.origin")
    pushed = {"origin": origin, "registrationId": found[-1], "data": data}
    page.evaluate("navigator.serviceWorker.addEventListener('message', () => (window.hasRung = true))")
    session.send("ServiceWorker.deliverPushMessage", pushed)
    _until(page, "() => window.hasRung === true")
    ringing = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title }) => title)"
    return list(page.evaluate(ringing))


def _until(page: Page, asked: str) -> None:
    """Asks until the answer is yes: `wait_for_function` takes the promise of an answer for a yes."""
    for _turn in range(400):
        if page.evaluate(asked):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"Not within 20 seconds: {asked}")
