"""An officer falls ill at six: in three taps on a telephone a rested colleague who speaks the language comes, and everybody is told."""

import json
import time

from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import Say, SignIn, Violations, in_both_languages
from tests.journeys.counted import Counted
from tests.journeys.test_partner_plan import said

OPENED = """
import json
from datetime import timedelta
from django.utils import timezone
from jembatan.accounts.models import Membership
from jembatan.accounts.queries.actors import actor_for
from jembatan.deployment.tests.scene import officer, put
from jembatan.field.tests.scene import games
from jembatan.programmes.models import DelegationMember, Duty
actor = actor_for(Membership.objects.get(user__email="{email}").user)
scene = games(actor, name="Games at six {language}")
DelegationMember.objects.update_or_create(delegation=scene.akitsu, head=True, defaults={{"email": "aiko@akitsu.example"}})
Duty.objects.filter(pk=scene.duty.pk).update(language="ja")
officer(scene.programme, "Agus", "en")
tired, now = officer(scene.programme, "Wati", "ja"), timezone.now()
night = Duty.objects.create(
    desk=actor.desk, programme=scene.programme, delegation=scene.akitsu, title="Night", place=scene.place,
    day=scene.duty.day - timedelta(days=1), starts_at=now - timedelta(hours=6), ends_at=now - timedelta(hours=2),
)
put(scene.roster, night, tired)
day = scene.duty.day  # Near midnight the dinner would be of another one.
Duty.objects.filter(programme=scene.programme, title="Dinner").update(starts_at=scene.duty.starts_at, day=day)
print(json.dumps([scene.programme.pk, scene.sari.pk, str(day)]).replace(" ", ""))
"""


@in_both_languages
def test_officer_who_falls_ill_is_replaced_in_three_taps(
    sign_in: SignIn, violations: Violations, office: Office, member: cast.Member, say: Say
) -> None:
    programme, ill, day = json.loads(
        said(office, OPENED.format(email=member.email, language=member.language))
    )
    page = sign_in(member, width=390, height=844)
    page.context.route("https://wa.me/**", lambda route: route.fulfill(body="told"))
    page.goto(f"/programmes/{programme}/on-duty/")
    taps, began = Counted(page), time.monotonic()

    taps.click(page.locator(f'a[href$="/officers/{ill}/replacement/?reason=ill"]'))
    choice = page.locator(".choice-row strong")
    expect(choice).to_have_text(["Lead"])  # Tono is at work, Wati has not rested, and Agus speaks no Japanese
    taps.click(page.get_by_role("button", name=say("Replace, and tell everybody")))
    driver = page.get_by_role("link", name=say("Tell by WhatsApp") + ": Pak Dedi")
    with page.expect_popup() as told:
        taps.click(driver)
    assert "628110000009" in told.value.url

    assert len(taps.actions) == 3
    assert time.monotonic() - began < 60
    expect(page.get_by_role("main")).to_contain_text(say("Handed on to %(name)s") % {"name": "Lead"})
    for name in ("Aiko Tanaka", "Lead"):
        row = page.get_by_role("listitem").filter(has_text=name)
        expect(row).to_contain_text(say("The letter is in the outbox."))
    assert violations(page) == []
    page.get_by_role("button", name=say("Take it back")).click()
    expect(page.locator("body")).to_contain_text(say("Taken back: everybody sits where they sat."))

    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/programmes/{programme}/board/?day={day}")
    seats, spoken = page.locator("[data-seat]"), page.locator("#board-told")
    page.locator(".board").focus()
    page.keyboard.press("Tab")
    expect(seats.first).to_be_focused()
    page.keyboard.press("Space")
    expect(spoken).to_contain_text(str(seats.first.get_attribute("data-name")))
    page.keyboard.press("ArrowDown")
    expect(seats.first).not_to_be_focused()
    page.keyboard.press("Escape")
    expect(seats.first).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.board')")  # every other seat is an arrow key away
