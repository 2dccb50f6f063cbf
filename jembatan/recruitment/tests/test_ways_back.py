"""What goes with a decision comes back with it: the time of an interview, a withdrawal, the post that applications are for."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localtime

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.journal.models import Entry
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.ui.moments import moment_text
from jembatan.programmes.actions.posts import remove_post
from jembatan.programmes.actions.refusals import Refused as PostStays
from jembatan.programmes.models import Post
from jembatan.recruitment.actions import interviews, own
from jembatan.recruitment.actions.correct import correct
from jembatan.recruitment.actions.decide import decide, undo
from jembatan.recruitment.actions.forget import delete_as_asked
from jembatan.recruitment.actions.interviews import offer_times, put_back, withdraw_time
from jembatan.recruitment.actions.posts import give_posts
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call, InterviewSlot
from jembatan.recruitment.queries.link import link_of, link_to
from jembatan.recruitment.queries.visible import visible_slots
from jembatan.recruitment.tests.scene import applied, call_of, said, sends, several

ClientOf = Callable[[Actor], Client]


def _booked(officer: Actor, call: Call, *applications: Application) -> list[InterviewSlot]:
    """Shortlisted, each with a time of their own."""
    decide(officer, call, [each.pk for each in applications], "shortlisted", letters=False)
    assert officer.user is not None
    start = timezone.now() + timedelta(days=1)
    slots = offer_times(officer, call, officer.user, start, minutes=30, count=len(applications))
    return [own.take_slot(link_to(each), slot.pk) for each, slot in zip(applications, slots, strict=True)]


def test_undone_decline_has_its_time_again_where_nobody_has_taken_it(officer: Actor) -> None:
    call = call_of(officer)
    first, second, third, fourth = several(call, 4)
    slots = _booked(officer, call, first, second, third)
    decide(officer, call, [fourth.pk], "shortlisted", letters=False)
    before = decide(officer, call, [first.pk, second.pk, third.pk], "declined", letters=False)
    assert not InterviewSlot.objects.filter(application__isnull=False).exists()
    own.take_slot(link_to(fourth), slots[1].pk)
    withdraw_time(officer, slots[2])
    undone = undo(officer, call, before, decided="declined")
    assert (undone.count, list(undone.without_time)) == (3, [second, third])
    assert dict(InterviewSlot.objects.values_list("pk", "application")) == {
        slots[0].pk: first.pk,
        slots[1].pk: fourth.pk,
    }


def test_interview_that_has_been_stays_with_a_declined_application(officer: Actor) -> None:
    call = call_of(officer)
    application = applied(call)
    slot = _booked(officer, call, application)[0]
    past = timezone.now() - timedelta(days=1)
    InterviewSlot.objects.update(during=(past, past + timedelta(minutes=30)))
    decide(officer, call, [application.pk], "declined", letters=False)
    slot.refresh_from_db()
    assert slot.application == application


def test_shortlisted_after_all_has_the_time_again_and_loses_it_when_that_is_undone(officer: Actor) -> None:
    call = call_of(officer)
    application = applied(call)
    slot = _booked(officer, call, application)[0]
    decide(officer, call, [application.pk], "declined", letters=False)
    before = decide(officer, call, [application.pk], "shortlisted", letters=False)
    slot.refresh_from_db()
    assert slot.application == application
    undo(officer, call, before, decided="shortlisted")
    slot.refresh_from_db()
    assert slot.application is None


def test_page_says_whose_time_is_gone(officer: Actor, client: Client, client_of: ClientOf) -> None:
    call = call_of(officer)
    first, second = several(call, 2)
    slot = _booked(officer, call, first)[0]
    desk, page = client_of(officer), f"/applications/{first.pk}/"
    sent = {"application": first.pk, "page": first.pk, "status": "declined", "letters": "no"}
    told = desk.post(f"/recruitment/{call.pk}/decisions/", sent)
    assert told.headers["Location"] == page
    decide(officer, call, [second.pk], "shortlisted", letters=False)
    own.take_slot(link_to(second), slot.pk)
    back = {"before": f'{{"{first.pk}": "shortlisted"}}', "decided": "declined", "letters": ""}
    said = desk.post(f"/recruitment/{call.pk}/decisions/undoing/", back, follow=True).content.decode()
    assert "is to be chosen anew by the link: Pelamar 0." in said
    client.cookies["django_language"] = "en"
    shown = client.get("/application/" + link_of(first).split("/application/")[1]).content.decode()
    assert "The time that you had for the interview is not free any more." in shown


def test_applicant_takes_a_withdrawal_back(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    application = applied(call)
    slot = _booked(officer, call, application)[0]
    address = "/application/" + link_of(application).split("/application/")[1]
    client.cookies["language"] = "id"
    client.post(f"{address}withdrawal/")
    slot.refresh_from_db()
    assert slot.application is None
    assert "Saya ingin ikut serta kembali" in client.get(address).content.decode()
    client.post(f"{address}withdrawal/", {"back": "yes"})
    application.refresh_from_db()
    assert InterviewSlot.objects.get().application == application
    assert (application.status, application.withdrawn_from) == ("shortlisted", "")
    lines = Entry.objects.filter(kind="recruitment.withdrawn").order_by("pk")
    assert [line.summary for line in lines] == [
        "Application 1 withdrawn by the applicant",
        "Application 1 stands again: the applicant takes the withdrawal back",
    ]


def test_receipt_leaves_whatever_is_undone(head: Actor, officer: Actor) -> None:
    sends(head)
    application = applied(call_of(officer))
    before = decide(officer, application.call, [application.pk], "declined")
    undo(officer, application.call, before, decided="declined")
    assert link_of(application) in OutgoingMail.objects.get().draft.text
    before = decide(officer, application.call, [application.pk], "declined")
    OutgoingMail.objects.latest("pk").delete()
    with pytest.raises(Refused, match="has left already"):
        undo(officer, application.call, before, decided="declined")


def test_declined_application_is_not_withdrawn(officer: Actor) -> None:
    application = applied(call_of(officer))
    decide(officer, application.call, [application.pk], "declined", letters=False)
    with pytest.raises(Refused, match="settled"):
        own.withdraw(link_to(application))


def test_post_stays_while_calls_and_applications_need_it(officer: Actor, client_of: ClientOf) -> None:
    call = call_of(officer)
    post = call.posts.get()
    with pytest.raises(PostStays, match="The call “Companions wanted” looks for Pendamping"):
        remove_post(officer, post)
    application = applied(call)
    with pytest.raises(PostStays, match=r"1 application is for Pendamping\. Give it another post"):
        remove_post(officer, post)
    other = Post.objects.create(desk=officer.desk, programme=call.programme, name="Tempat")
    client, address = client_of(officer), f"/recruitment/{call.pk}/posts/"
    told = client.post(address, {"application": application.pk, "post": other.pk}, follow=True)
    assert "1 application is for another post now." in told.content.decode()
    application.refresh_from_db()
    assert application.post == other
    call.posts.set([other])
    remove_post(officer, post)
    assert list(Post.objects.all()) == [other]


def test_other_post_is_undone_and_asks_for_its_age(officer: Actor, client_of: ClientOf) -> None:
    call = call_of(officer)
    rows = several(call, 2)
    post = rows[0].post
    place = Post.objects.create(desk=officer.desk, programme=call.programme, name="Tempat", least_age=40)
    with pytest.raises(Refused, match="Pelamar 0: For Tempat one has to be 40 years old"):
        give_posts(officer, call, {row.pk: place.pk for row in rows})
    Post.objects.filter(pk=place.pk).update(least_age=18)
    before = give_posts(officer, call, {row.pk: place.pk for row in rows})
    assert set(Application.objects.values_list("post", flat=True)) == {place.pk}
    client, address = client_of(officer), f"/recruitment/{call.pk}/posts/"
    client.post(address, {"before": "[1]"})
    client.post(address, {"application": rows[0].pk, "post": "nonsense"})
    assert set(Application.objects.values_list("post", flat=True)) == {place.pk}
    assert post is not None
    assert give_posts(officer, call, before) == {row.pk: place.pk for row in rows}
    assert set(Application.objects.values_list("post", flat=True)) == {post.pk}


def test_interview_is_confirmed_called_off_and_put_back(
    head: Actor, officer: Actor, client_of: ClientOf
) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call)
    slot = _booked(officer, call, application)[0]
    booked = Draft.objects.get(matter_id=application.pk, subject__startswith="Your interview on")
    assert moment_text(localtime(slot.during.lower, ZoneInfo(call.programme.zone))) in booked.text
    called_off = Draft.objects.filter(matter_id=application.pk, subject__startswith="Another time")
    client, address = client_of(officer), f"/recruitment/{call.pk}/interviews/"
    said = client.post(f"{address}{slot.pk}/removal/", follow=True).content.decode()
    assert "A letter tells Sari Wulandari." in said
    assert "cannot take place" in called_off.get().text
    kept = said.split('name="slot" value="')[1].split('"')[0]
    client.post(f"{address}return/", {"slot": kept + "x"})
    client.post(f"{address}return/", {"slot": kept})
    again = InterviewSlot.objects.get()
    assert (again.application, again.during, again.interviewer) == (application, slot.during, officer.user)
    assert not called_off.exists()
    assert OutgoingMail.objects.filter(draft=booked).exists()
    gone = withdraw_time(officer, again)
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT)
    with pytest.raises(Refused, match="has left already"):
        put_back(officer, gone)
    assert officer.user is not None
    later = offer_times(officer, call, officer.user, timezone.now() + timedelta(days=2), minutes=30, count=1)[
        0
    ]
    own.take_slot(link_to(application), later.pk)
    decide(officer, call, [application.pk], "waiting", letters=False)
    withdraw_time(officer, later)
    last = Draft.objects.filter(matter_id=application.pk).latest("pk")
    assert "does not take place" in last.text
    assert not InterviewSlot.objects.exists()


def test_time_is_not_called_off_in_the_moment_in_which_somebody_takes_it(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = call_of(officer)
    first, second = several(call, 2)
    slot = _booked(officer, call, first)[0]
    decide(officer, call, [second.pk], "shortlisted", letters=False)
    InterviewSlot.objects.update(application=None)

    def taken_once_it_is_read(actor: Actor) -> QuerySet[InterviewSlot]:
        monkeypatch.setattr(interviews, "visible_slots", taken_meanwhile)
        return visible_slots(actor)

    def taken_meanwhile(actor: Actor) -> QuerySet[InterviewSlot]:
        own.take_slot(link_to(second), slot.pk)
        return visible_slots(actor)

    monkeypatch.setattr(interviews, "visible_slots", taken_once_it_is_read)
    with pytest.raises(Refused, match="has just taken"):
        withdraw_time(officer, slot)
    assert InterviewSlot.objects.exists()


def test_desk_gives_and_deletes_what_an_applicant_asks_for(officer: Actor, client_of: ClientOf) -> None:
    application = applied(call_of(officer))
    client, address = client_of(officer), f"/applications/{application.pk}/"
    assert client.get(f"{address}data/").json()["full_name"] == "Sari Wulandari"
    client.post(f"{address}erasure/")
    assert Application.objects.exists()
    client.post(f"{address}erasure/", {"sure": "yes"})
    assert not Application.objects.exists()
    line = Entry.objects.get(kind="recruitment.deleted")
    assert line.summary == "Application 1 deleted, as the applicant has asked"
    working = applied(application.call)
    decide(officer, working.call, [working.pk], "accepted", letters=False)
    with pytest.raises(Refused, match="is an officer of the programme"):
        delete_as_asked(officer, working)


def test_desk_corrects_what_a_table_has_told(officer: Actor, client_of: ClientOf, tmp_path: Path) -> None:
    call = call_of(officer)
    applied(call)
    path = tmp_path / "relawan.csv"
    path.write_text(
        "Nama,Surel,Tanggal lahir,Posisi,Bahasa\nDewi,d@p.example,17 Mei 2015,Pendamping,Inggris B1\n"
    )
    import_now(officer, [path], kind="applications")
    dewi = Application.objects.get(number=2)
    with pytest.raises(Refused, match="Dewi: For Pendamping one has to be 18 years old"):
        decide(officer, call, [dewi.pk], "accepted", letters=False)
    client, address = client_of(officer), f"/applications/{dewi.pk}/correction/"
    shown = client.get(address).content.decode()
    assert ('value="17 May 2015"' in shown, 'name="first-0" id=' in shown) == (True, True)
    sent = {"full_name": "Dewi", "email": "d@p.example", "born": "17 May 2005", "employment": "full"}
    sent |= {"education": "3", "experience": "1", "language-0": "Inggris", "level-0": "B2", "post": ""}
    taken = client.post(address, sent | {"email": "SARI@pelamar.example"}).content.decode()
    assert "Another application of this call has this mail address." in taken
    assert client.post(address, sent).status_code == 302
    dewi.refresh_from_db()
    assert (dewi.born, dewi.post, [str(each) for each in dewi.languages.all()]) == (
        date(2005, 5, 17),
        None,
        ["en B2"],
    )
    decide(officer, call, [dewi.pk], "accepted", letters=False)
    assert client.post(address, sent).status_code == 422


def test_desk_does_not_overwrite_what_an_applicant_says_meanwhile(
    officer: Actor, client_of: ClientOf
) -> None:
    call = call_of(officer)
    application = applied(call)
    client, address = client_of(officer), f"/applications/{application.pk}/correction/"

    def seen(page: str) -> str:
        return page.split('name="seen" value="')[1].split('"')[0]

    first = seen(client.get(address).content.decode())
    assert seen(client.get(address).content.decode()) == first
    own.complete(link_to(application), said(call, phone="+6281111112222"))
    sent = {"full_name": "Sari", "email": "sari@pelamar.example", "phone": "0812 3456 7890", "seen": first}
    sent |= {
        "employment": "full",
        "education": "3",
        "experience": "1",
        "language-0": "Inggris",
        "level-0": "B2",
    }
    refused = client.post(address, sent)
    assert (refused.status_code, "was changed while you were writing" in refused.content.decode()) == (
        422,
        True,
    )
    application.refresh_from_db()
    assert application.phone == "+6281111112222"
    client.post(address, sent | {"seen": seen(refused.content.decode())})
    application.refresh_from_db()
    assert application.phone == "+6281234567890"


def test_address_that_was_wrong_has_the_link_no_more(head: Actor, officer: Actor) -> None:
    sends(head)
    call = call_of(officer)
    application = applied(call, email="sarri@pelamar.example")
    strangers = link_to(application)
    OutgoingMail.objects.all().delete()
    correct(officer, application, said(call, email="SARRI@pelamar.example"))
    assert own.complete(strangers, said(call)).email == "SARRI@pelamar.example"
    assert not OutgoingMail.objects.exists()
    correct(officer, application, said(call))
    with pytest.raises(own.LinkOver):
        own.delete(strangers)
    letter = OutgoingMail.objects.get().draft
    application.refresh_from_db()
    assert (letter.to, link_of(application) in letter.text) == ("Sari Wulandari <sari@pelamar.example>", True)
