"""A correction that the server takes into a text: pages of Yjs show it, and write on from it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.into_text import take_into_text
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.models import Minutes, MinutesSection
from jembatan.meetings.tests.minutes.pages import Page, Yjs
from jembatan.meetings.tests.test_pages import planned

WORDS = st.text(st.sampled_from("ab \né中🙂𝒳"), max_size=12)
SHARED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def the_whole(minutes: Minutes) -> MinutesSection:
    return MinutesSection.objects.get(minutes=minutes, item=None)


@SHARED
@given(before=WORDS, correction=WORDS, after=WORDS)
def test_pages_show_it_and_write_on(
    officer: Actor, drafter: Actor, yjs: Yjs, before: str, correction: str, after: str
) -> None:
    minutes = begin_minutes(officer, planned(officer))
    section = the_whole(minutes)
    pages = [Page(yjs, actor, minutes, client) for actor, client in ((officer, 11), (drafter, 12))]
    if before:
        pages[0].type(section, 0, before)
        pages[0].send()
    pages[1].hear()

    take_into_text(officer, minutes, "section-0", correction)

    for page in pages:
        page.hear()
        assert str(page.text(section)) == correction.strip()
    if after:
        pages[1].type(section, len(correction.strip()), after)
        assert pages[1].send() == [""]
    pages[0].hear()
    assert str(pages[0].text(section)) == the_whole(minutes).text == correction.strip() + after
