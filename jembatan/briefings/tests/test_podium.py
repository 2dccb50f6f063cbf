"""The podium: cleared words in large type, the speaker's own pace, kept for when there is no network."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.briefings.actions.make_brief import make_large_print
from jembatan.briefings.actions.rehearse import keep_rehearsal
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Brief, Part, Rehearsal
from jembatan.briefings.queries.podium.pace import ASSUMED, Pace, pace_of
from jembatan.briefings.queries.podium.script import script_of
from jembatan.briefings.tests.scene import call, cleared, written
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.tests.lines.scene import ENGLISH
from jembatan.correspondence.tests.lines.scene import cleared as cleared_line

type ClientOf = Callable[[Actor], Client]
SPEECH = "Excellencies, friends.\n\nA bridge has two banks."


@pytest.fixture
def brief(officer: Actor) -> Brief:
    """With a speech."""
    brief = written(officer, call(officer))
    save_part(officer, brief, Part.SPEECH, SPEECH, version=0)
    brief.refresh_from_db()
    return brief


def test_script_has_what_was_cleared_and_nothing_that_may_not_be_said(
    head: Actor, brief: Brief, desk: Desk
) -> None:
    cleared_line(desk)
    script = script_of(cleared(head, brief))
    assert script.speech == ("Excellencies, friends.", "A bridge has two banks.")
    assert script.certain == ("The date of the visit", "The list of delegates")
    assert script.questions == (("Who pays for the hotel?", "The host does."),)
    assert script.lines == (ENGLISH,)
    assert "health" not in str(script)


def test_pace_is_assumed_until_it_is_measured_and_known_by_speaker_and_language(
    officer: Actor, head: Actor, brief: Brief
) -> None:
    assert pace_of(officer.user, "en") == Pace(ASSUMED, rehearsed=False)
    keep_rehearsal(officer, brief, words=50, seconds=30)
    keep_rehearsal(officer, brief, words=350, seconds=150)
    assert pace_of(officer.user, "en") == Pace(133, rehearsed=True)
    assert pace_of(officer.user, "id").rehearsed is False
    assert pace_of(head.user, "en").rehearsed is False


def test_old_rehearsals_do_not_count_any_more(officer: Actor, brief: Brief) -> None:
    for seconds in (300, 60, 60, 60, 60, 60):
        keep_rehearsal(officer, brief, words=100, seconds=seconds)
    assert pace_of(officer.user, "en").words_a_minute == 100


@pytest.mark.parametrize(("words", "seconds"), [(10, 5), (0, 60), (1000, 60), (100, 999_999)])
def test_leafing_through_is_no_rehearsal(officer: Actor, brief: Brief, words: int, seconds: int) -> None:
    with pytest.raises(Refused):
        keep_rehearsal(officer, brief, words=words, seconds=seconds)


def test_database_keeps_no_rehearsal_of_nothing(officer: Actor) -> None:
    assert officer.user
    with pytest.raises(IntegrityError), transaction.atomic():
        Rehearsal.objects.create(user=officer.user, language="en", words=0, seconds=60)


def test_print_for_the_hand_is_in_sixteen_points_and_has_no_sources(
    officer: Actor, head: Actor, brief: Brief
) -> None:
    cleared(head, brief)
    made = make_large_print(officer, brief)
    sizes: dict[str, float] = {}

    def visit(text: str, _cm: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes[text.strip()] = abs(size * matrix[0])

    pages = PdfReader(BytesIO(made.content)).pages
    text = " ".join(page.extract_text(visitor_text=visit) for page in pages)
    assert "A bridge has two banks." in text
    assert ("Sources" in text, "islands" in text, "health" in text) == (False, False, False)
    spoken = [size for words, size in sizes.items() if "bridge" in words]
    assert [round(size) for size in spoken] == [16]


def test_brief_without_words_to_speak_prints_nothing(officer: Actor, head: Actor) -> None:
    brief = written(officer, call(officer), purpose="Only this")
    cleared(head, brief)
    with pytest.raises(Refused, match="Neither"):
        make_large_print(officer, brief)


def test_podium_shows_only_what_is_cleared(
    officer: Actor, head: Actor, reader: Actor, client_of: ClientOf, brief: Brief
) -> None:
    address = reverse("briefings:podium", args=[brief.pk])
    assert client_of(officer).get(address).status_code == 302
    cleared(head, brief)
    save_part(officer, brief, Part.SPEECH, "Not cleared", version=1)
    answer = client_of(reader).get(address)
    assert ("A bridge" in answer.content.decode(), "Not cleared" in answer.content.decode()) == (True, False)
    assert answer["X-Holds-Until"] == brief.expires_at.isoformat()


def test_page_learns_the_pace_that_was_measured(
    officer: Actor, head: Actor, client_of: ClientOf, brief: Brief
) -> None:
    cleared(head, brief)
    address = reverse("briefings:rehearsal", args=[brief.pk])
    client = client_of(officer)
    assert client.post(address, {"words": "200", "seconds": "100"}).json() == {"pace": 120}
    refused = client.post(address, {"words": "5", "seconds": "3"})
    assert (refused.status_code, "refusal" in refused.json()) == (422, True)


def test_worker_may_keep_pages_of_briefs_alone(client: Client) -> None:
    answer = client.get(reverse("briefings:podium_worker"))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/javascript", "no-cache")
    assert reverse("briefings:podium_worker").rpartition("/")[0] == "/briefs"


def test_signing_out_leaves_nothing_on_the_device(officer: Actor, client_of: ClientOf) -> None:
    answer = client_of(officer).post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
