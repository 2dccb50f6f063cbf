"""Two records of one person: merged by one key, two again by another, kept apart by a third."""

from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

TWICE = """
from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.directory.actions.duplicate_search import look_for_duplicates
from jembatan.directory.actions.people import add_person
desk = Desk.objects.order_by("id").first()
add_person(operator(desk), "Yosefina Wanggai", email="y.wanggai@timur.example", fields={"call_name": "Yosi"})
add_person(operator(desk), "Wanggai, Yosefina", email="y.wanggai@timur.example", fields={"call_name": "Fina"})
look_for_duplicates(desk)
"""


def test_a_pair_is_merged_parted_and_kept_apart(
    office: Office, sign_in: SignIn, violations: Violations
) -> None:
    office.command("manage", "shell", "-c", TWICE)
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/directory/duplicates/")
    pair, toast = page.locator(".directory-pair", has_text="Yosefina Wanggai"), page.get_by_role("status")
    expect(pair).to_have_count(1)
    assert violations(page) == []

    pair.get_by_role("radio", name="Fina").check()
    pair.get_by_role("link", name="Yosefina Wanggai").focus()
    page.keyboard.press("1")
    expect(pair).to_have_count(0)
    expect(toast).to_contain_text("They are one now: Yosefina Wanggai.")

    page.keyboard.press("z")
    expect(pair).to_have_count(1)

    pair.get_by_role("link", name="Yosefina Wanggai").focus()
    page.keyboard.press("3")
    expect(pair).to_have_count(0)
    expect(toast.last).to_contain_text("nobody will be asked again")
