"""A promise: suggested beside a mail, taken by one key, chased politely, answered by a link, and the answer accepted."""

import re

from playwright.sync_api import Browser, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

WRITTEN = """
from datetime import timedelta
from django.utils import timezone
from demo import cast
from jembatan.accounts.models import Membership
from jembatan.correspondence.tests import scene
desk = Membership.objects.get(user__email=cast.OFFICER.email).desk
house = scene.organisation(desk, "Vos Lights")
lena = scene.person(desk, "Lena Vos", form_of_address="Ms", languages=["en"])
scene.sender(desk, "lena@halvern.example", name="Lena Vos", person=lena, organisation=house)
text = "Dear Bagus,\\n\\nThank you for your call. We will send you the list of lights tomorrow.\\n\\nKind regards,\\nLena"
thread = scene.thread(desk, "Lights of the harbour")
scene.message(thread, email="lena@halvern.example", name="Lena Vos", text=text, language="en", sent_at=timezone.now() - timedelta(days=3))
print(thread.pk)
"""
SENTENCE = "We will send you the list of lights tomorrow."


def test_suggested_promise_is_chased_and_answered_by_link(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser
) -> None:
    thread = office.command("manage", "shell", "--command", WRITTEN).stdout.split()[-1]
    page = sign_in(cast.OFFICER)
    page.goto(f"/threads/{thread}/")
    suggested = page.locator(".suggested-promises")
    expect(suggested).to_contain_text(SENTENCE)
    assert violations(page) == []
    page.keyboard.press("1")
    expect(page.get_by_role("status")).to_contain_text("Janji sudah dicatat.")
    expect(suggested).not_to_contain_text(SENTENCE)

    page.goto("/promises/?side=theirs")
    page.get_by_role("link", name=SENTENCE).click()
    expect(page.get_by_role("button", name="Ingatkan dengan santun")).to_be_visible()
    promise = page.url
    page.keyboard.press("r")
    letter = page.locator("textarea[name=text]")
    expect(letter).to_have_value(re.compile(rf"^Dear Ms .*“{re.escape(SENTENCE)}”", re.DOTALL))
    expect(page.get_by_role("heading", name="Pemeriksaan sebelum kirim")).to_be_visible()
    link = re.search(r"http\S+/promise/\S+", letter.input_value())
    assert link is not None
    page.get_by_role("button", name=re.compile(r"^Kirim ke 1")).click()
    expect(page).to_have_url(re.compile(rf"/threads/{thread}/"))

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(link[0])
    expect(outside.locator("blockquote")).to_have_text(SENTENCE)
    assert violations(outside) == []
    outside.get_by_label("Another day").fill("2027-03-05")
    outside.get_by_label("In your own words").fill("The printer is ill.")
    outside.get_by_role("button", name="Propose the other day").click()
    expect(outside.locator(".notice.daun")).to_contain_text("you propose 5 Mar 2027")
    outside.close()

    page.goto(promise)
    expect(page.get_by_role("main")).to_contain_text("The printer is ill.")
    assert violations(page) == []
    page.keyboard.press("1")
    expect(page.get_by_role("status")).to_contain_text("Jawaban mereka diterima.")
    moved = page.locator("section", has=page.get_by_role("heading", name="Hari yang berubah"))
    expect(moved.locator("ins")).to_have_text("5 Mar 2027")
    expect(moved.locator("del")).to_be_visible()
