"""A coordinator tells whom nothing could reach, lets two shifts overlap, and issues certificates that officers keep from their phone."""

import json

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.test_partner_plan import said

OPENED = """
import json
from datetime import timedelta
from django.utils import timezone
from demo import cast
from jembatan.accounts.models import Membership
from jembatan.accounts.queries.actors import actor_for
from jembatan.field.actions.phones import give_link
from jembatan.field.models import Unreached
from jembatan.field.tests.scene import games
from jembatan.programmes.models import Duty, Programme
actor = actor_for(Membership.objects.get(user__email=cast.SECOND_OFFICER.email).user)
scene = games(actor, name="Games that end well")
Programme.objects.filter(pk=scene.programme.pk).update(handover=15)
now = timezone.now()
Unreached.objects.create(officer=scene.tono, first=True, since=now)
first = Duty.objects.get(title="Dinner", programme=scene.programme)
more = {"desk": first.desk, "programme": scene.programme, "delegation": first.delegation, "place": first.place, "day": first.day}
Duty.objects.create(title="Night", starts_at=first.ends_at, ends_at=first.ends_at + timedelta(hours=4), **more)
Duty.objects.filter(pk=scene.duty.pk).update(starts_at=now - timedelta(hours=4), ends_at=now - timedelta(hours=1))
print(json.dumps([give_link(actor, scene.sari), scene.programme.pk, first.pk, scene.duty.pk]).replace(" ", ""))
"""
OVER = """
from datetime import timedelta
from django.utils import timezone
from jembatan.programmes.models import Duty
ends = timezone.now() - timedelta(days=2)
Duty.objects.filter(pk={duty}).update(starts_at=ends - timedelta(hours=3), ends_at=ends)
print("done")
"""


def test_told_overlapping_and_thanked(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    link, programme, first, duty = json.loads(said(office, OPENED))
    page = sign_in(cast.SECOND_OFFICER, width=390, height=844)
    page.goto(f"/programmes/{programme}/")
    page.get_by_role("link", name="Tell them").click()
    reached = page.locator("#unreached")
    expect(reached).to_contain_text("Tono")
    chat = reached.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert "Dinner" in chat
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    told = reached.get_by_role("button", name="Told")
    told.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tono is told.")).to_be_visible()
    expect(reached).to_have_count(0)

    page.goto(f"/programmes/duties/{first}/")
    expect(page.get_by_role("main")).to_contain_text("relieves “Dinner” at the same place")
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="Let the earlier one last until").click()
    expect(page.get_by_text("Dinner lasts until")).to_be_visible()

    page.goto(f"/programmes/{programme}/papers/")
    page.get_by_role("button", name="Issue them to the phones").click()
    expect(page.get_by_role("button", name="Take them off the phones")).to_be_visible()
    assert violations(page) == []

    phone = browser.new_context(
        base_url=office.site, viewport={"width": 390, "height": 844}, locale="en-GB", reduced_motion="reduce"
    )
    own = phone.new_page()
    own.goto(link)
    own.get_by_role("button", name="Use this phone").click()
    button = own.get_by_role("link", name="Certificate of service")
    expect(button).to_be_visible()
    assert violations(own) == []
    with own.expect_download() as kept:
        button.click()
    assert kept.value.suggested_filename.endswith(".pdf")
    said(office, OVER.format(duty=duty))
    own.reload()
    expect(own.get_by_role("main")).to_contain_text("Your duties are over")
    with own.expect_download() as again:
        button.click()
    assert again.value.suggested_filename == kept.value.suggested_filename
    phone.close()
