"""The pages of a circulation: the desk's, and the partner's own by their link."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.meetings.actions.circulation.agree import close_as_agreed
from jembatan.meetings.actions.circulation.answer import agree, correct
from jembatan.meetings.actions.circulation.circulate import ask_no_more
from jembatan.meetings.actions.circulation.into_text import text_of
from jembatan.meetings.actions.circulation.settle import accept_correction, decline_correction
from jembatan.meetings.models import (
    Action,
    ActionPledge,
    Minutes,
    MinutesCorrection,
    MinutesPartner,
)
from jembatan.meetings.queries.circulation.link import PURPOSE
from jembatan.meetings.tests.circulation.scene import (
    RETNO,
    SRI,
    asked,
    circulated,
    key_of,
    link,
    path,
    version,
)
from jembatan.meetings.tests.outcomes.scene import given
from jembatan.platform.links import LinkTo, signed

type ClientOf = Callable[[Actor], Client]


def base_of(minutes: Minutes) -> str:
    return f"/meetings/minutes/{minutes.pk}/circulation/"


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_officer_sends_minutes_and_sees_who_is_silent(
    officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    client, base = client_of(officer), base_of(minutes)
    assert base in page_of(client, f"/meetings/{minutes.meeting_id}/")
    page = page_of(client, base)
    assert "Circulate for agreement" in page
    assert f'value="{RETNO}" checked' in page
    day = str(timezone.localdate() + timedelta(days=5))
    assert client.post(base, {"answer_by": day}).status_code == 422
    past = client.post(base, {"answer_by": "2020-01-01", "email": [RETNO]})
    assert past.status_code == 422
    assert f'value="{RETNO}" checked' in past.content.decode()
    assert f'value="{SRI}" checked' not in past.content.decode()

    sent = client.post(base, {"answer_by": day, "email": [RETNO, SRI], "silence_agrees": "on"})
    assert sent.status_code == 302
    page = page_of(client, base)
    assert page.count("silent") >= 2
    assert "silence counts as agreement" in page
    assert path(minutes) in page
    assert "Batas diukur ulang" in page


def test_officer_settles_closes_and_adds(officer: Actor, minutes: Minutes, client_of: ClientOf) -> None:
    client, base = client_of(officer), base_of(minutes)
    circulated(officer, minutes)
    part = key_of(minutes, "decision")
    first, second = (correct(link(minutes, who), 1, part, f"Kata {who}") for who in (RETNO, SRI))
    page = page_of(client, base)
    assert f"Kata {RETNO}" in page
    assert "Close as agreed" not in page

    form = f"{base}corrections/{first.pk}/"
    assert client.post(f"{form}refusal/", {"reason": ""}).status_code == 422
    client.post(f"{form}refusal/", {"reason": "Tidak dibahas"})
    assert "Tidak dibahas" in page_of(client, base)
    client.post(f"{form}return/")
    client.post(f"{form}refusal/", {"reason": "Tidak dibahas lagi"})
    form = f"{base}corrections/{second.pk}/acceptance/"
    assert "Batas diukur ulang" in page_of(client, form)
    client.post(form, {"text": "Batas diukur bersama"})
    assert text_of(minutes, part) == "Batas diukur bersama"
    assert "After version 1 something was corrected" in page_of(client, base)

    circulated(officer, minutes, ())
    client.post(f"{base}closing/", {})
    minutes.refresh_from_db()
    assert minutes.state == "circulated"
    client.post(f"{base}closing/", {"sure": "1"})
    page = page_of(client, base)
    assert version(minutes).fingerprint in page
    pdf = client.get(f"{base}pdf/")
    assert pdf["Content-Type"] == "application/pdf"
    assert b"".join(pdf)[:5] == b"%PDF-"
    assert client.post(f"{base}addendum/", {"words": " "}).status_code == 422
    client.post(f"{base}addendum/", {"words": "Salah ketik"})
    assert "Salah ketik" in page_of(client, base)


def test_officer_asks_again_and_no_more(officer: Actor, minutes: Minutes, client_of: ClientOf) -> None:
    client = client_of(officer)
    circulated(officer, minutes)
    form = f"{base_of(minutes)}partners/{asked(minutes, SRI).pk}/"
    client.post(f"{form}asking/")
    client.post(f"{form}withdrawal/")
    assert asked(minutes, SRI).withdrawn_at is not None
    assert SRI not in page_of(client, base_of(minutes))
    client.post(f"{form}return/")
    assert asked(minutes, SRI).withdrawn_at is None


def test_partner_reads_corrects_confirms_and_agrees(officer: Actor, minutes: Minutes, client: Client) -> None:
    circulated(officer, minutes)
    MinutesPartner.objects.update(language="en")
    address, action = path(minutes), Action.objects.get()
    page = page_of(client, address)
    for words in (
        "Peta lama tidak berlaku.",
        "Batas diukur ulang",
        "Kirim peta baru",
        "I agree to these minutes",
    ):
        assert words in page
    assert client.get(address)["Cache-Control"] == "no-store"
    assert not MinutesCorrection.objects.exists()

    client.post(address, {"do": "pledge", "version": "1", "action": str(action.pk)})
    assert ActionPledge.objects.get().partner.email == RETNO
    assert "You have confirmed that this is yours." in page_of(client, address)
    assert "Yes, this is ours to do" not in page_of(client, path(minutes, SRI))

    part = key_of(minutes, "section")
    client.post(address, {"do": "correct", "version": "1", "part": part, "words": "Sejak 2020"})
    page = page_of(client, address)
    assert "Your correction is being looked at:" in page
    assert "I agree to these minutes" not in page
    decline_correction(officer, MinutesCorrection.objects.get(), "Tidak dibahas")
    assert "Tidak dibahas" in page_of(client, address)
    client.post(address, {"do": "agree", "version": "1"})
    assert "you have agreed to these minutes" in page_of(client, address)
    agree(link(minutes, SRI), 1)
    page = page_of(client, address)
    assert "These minutes were agreed" in page
    assert "Correct this" not in page


def test_partner_who_reads_an_old_version_loses_nothing(
    officer: Actor, minutes: Minutes, client: Client
) -> None:
    circulated(officer, minutes)
    MinutesPartner.objects.update(language="en")
    part = key_of(minutes, "decision")
    accept_correction(officer, correct(link(minutes, SRI), 1, part, "Lain"), "Batas diukur bersama")
    assert "is writing the text anew" in page_of(client, path(minutes))
    circulated(officer, minutes, ())

    address = path(minutes)
    answer = client.post(
        address, {"do": "correct", "version": "1", "part": part, "words": "Kata yang panjang"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The text has changed since you opened this page." in page
    assert "Kata yang panjang</textarea>" in page
    assert "Batas diukur bersama" in page
    assert client.post(address, {"do": "agree", "version": "1"}).status_code == 422
    assert client.post(address, {"do": "entah"}).status_code == 422
    assert not MinutesPartner.objects.filter(agreed__isnull=False).exists()


def test_partner_reads_in_their_language_and_on_their_clock(
    officer: Actor, minutes: Minutes, client: Client
) -> None:
    Person.objects.filter(full_name="Retno Wulandari").update(languages=["en"], time_zone="Asia/Tokyo")
    Person.objects.filter(full_name="Sri Lestari").update(languages=["id"])
    circulated(officer, minutes)
    theirs = client.get(path(minutes))
    assert theirs["Content-Language"] == "en"
    assert "JST (UTC+9)" in theirs.content.decode()
    assert client.get(path(minutes, SRI))["Content-Language"] == "id"


def test_forged_expired_and_taken_back_links_say_so_and_change_nothing(
    officer: Actor, minutes: Minutes, client: Client
) -> None:
    circulated(officer, minutes)
    good, form = link(minutes), {"do": "agree", "version": "1"}
    over = LinkTo(good.number, good.issue, timezone.now() - timedelta(seconds=1))
    nobody = LinkTo(999_999, 1, good.until)
    for token, status in (
        ("kacau", 404),
        (signed("poll", good), 404),
        (signed(PURPOSE, nobody), 404),
        (signed(PURPOSE, over), 410),
    ):
        assert client.get(f"/agreement/{token}/").status_code == status
        assert client.post(f"/agreement/{token}/", form).status_code == status
    ask_no_more(officer, asked(minutes))
    answer = client.post(f"/agreement/{signed(PURPOSE, good)}/", form)
    assert answer.status_code == 410
    assert "Peta lama" not in answer.content.decode()
    assert not MinutesPartner.objects.filter(agreed__isnull=False).exists()


def test_colleague_does_not_answer_for_a_partner(
    officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    circulated(officer, minutes)
    answer = client_of(officer).post(path(minutes), {"do": "agree", "version": "1"})
    assert answer.status_code == 403
    assert not MinutesPartner.objects.filter(agreed__isnull=False).exists()


def test_what_partners_write_is_never_markup(officer: Actor, minutes: Minutes, client_of: ClientOf) -> None:
    circulated(officer, minutes)
    correct(link(minutes), 1, "section-0", "<script>alert(1)</script>")
    for page in (page_of(client_of(officer), base_of(minutes)), page_of(Client(), path(minutes))):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_corrected_minutes_stand_on_today_of_whoever_sent_them(
    officer: Actor, second_officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    circulated(officer, minutes)
    assert base_of(minutes) not in page_of(client_of(officer), "/")
    correct(link(minutes), 1, "section-0", "Kurang")
    assert base_of(minutes) in page_of(client_of(officer), "/")
    assert base_of(minutes) not in page_of(client_of(second_officer), "/")


def test_readers_see_how_it_stands_and_are_offered_nothing(
    officer: Actor, reader: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    assert (
        "<form"
        not in page_of(client_of(reader), base_of(minutes))
        .partition('id="content"')[2]
        .partition("</main>")[0]
    )
    circulated(officer, minutes)
    page = page_of(client_of(reader), base_of(minutes))
    assert "silent" in page
    assert path(minutes) not in page


@pytest.mark.parametrize("whose", ["desk", "partner"])
def test_pages_ask_as_much_for_three_corrections_as_for_one(
    officer: Actor,
    minutes: Minutes,
    client_of: ClientOf,
    whose: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    given(officer, minutes.meeting, "Lagi")
    circulated(officer, minutes)
    client, address = (client_of(officer), base_of(minutes)) if whose == "desk" else (Client(), path(minutes))
    correct(link(minutes), 1, "section-0", "Satu")
    client.get(address)
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    for words in ("Dua", "Tiga"):
        correct(link(minutes), 1, key_of(minutes, "decision"), words)
        correct(link(minutes, SRI), 1, "section-0", words)
    with django_assert_num_queries(len(first)):
        client.get(address)


def test_closed_minutes_show_their_state_on_the_meeting(
    officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    circulated(officer, minutes)
    close_as_agreed(officer, minutes)
    page = page_of(client_of(officer), f"/meetings/{minutes.meeting_id}/")
    assert "Agreement on the minutes" in page
    assert "Agreed" in page
