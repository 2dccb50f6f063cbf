"""What applicants say of their days, certificates and ties: what it scores, and what goes along when they are accepted."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.programmes.actions.certificates import MOST, note_certificate
from jembatan.programmes.actions.officers import add_officer
from jembatan.programmes.formats.spans import days_in, spans_of
from jembatan.programmes.models import ConflictOfInterest, Delegation, Officer
from jembatan.programmes.tests.scene import games
from jembatan.recruitment.actions.apply import apply
from jembatan.recruitment.actions.correct import correct
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.evidence import drop_certificate, keep_certificate, note_conflict
from jembatan.recruitment.actions.interviews import rate, set_tested
from jembatan.recruitment.actions.saying import say_anew
from jembatan.recruitment.actions.told import ASSESSED
from jembatan.recruitment.models import Application
from jembatan.recruitment.models.interview import SKILLS
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.score import parts_of, total
from jembatan.recruitment.tests.scene import call_of, said

FIRST, LAST = date(2027, 8, 18), date(2027, 9, 2)
DAYS = st.dates(FIRST - timedelta(days=9), LAST + timedelta(days=9))


def _points(application: Application) -> dict[str, float]:
    parts = parts_of(application, asked=Asked.by(application.call))
    return {str(part.name): round(part.points, 2) for part in parts}


def test_tie_bars_a_delegation_whose_language_counts_no_more(officer: Actor) -> None:
    call = call_of(officer)
    free = apply(call, said(call), consented=True)
    tied = apply(
        call,
        said(call, email="b@pelamar.example", ties={"Jepang": "Husband", "Atlantis": ""}),
        consented=True,
    )
    assert (_points(free)["Languages"], _points(tied)["Languages"]) == (22.5, 12.5)
    decide(officer, call, [free.pk], "accepted", letters=False)
    assert not ConflictOfInterest.objects.exists()
    Application.objects.filter(pk=tied.pk).update(phone="")
    decide(officer, call, [tied.pk], "accepted", letters=False)
    conflict = ConflictOfInterest.objects.get()
    assert (str(conflict.delegation), conflict.reason) == ("Akitsu", "as the applicant says: Husband")


def test_own_country_is_kept_away_unless_a_delegation_welcomes_it(
    officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    call = call_of(officer)
    akitsu = Delegation.objects.get(name="Akitsu")
    application = apply(call, said(call, nationality="JP"), consented=True)
    assert (Asked.by(call).barred(application), _points(application)["Languages"]) == (
        {akitsu: "of the own country"},
        12.5,
    )
    before = application.score
    words = {name: str(getattr(call, name)) for name in ("title_en", "title_id", "consent_en", "consent_id")}
    days = {name: f"{getattr(call, name):%d/%m/%Y}" for name in ("opens", "closes")}
    sent = {"daily_most": "9", "keep_days": "9", "own_country_conflicts": "on", "posts": call.posts.get().pk}
    client = client_of(officer)
    client.post(f"/recruitment/{call.pk}/wording/", words | days | sent | {"welcome": akitsu.pk})
    application.refresh_from_db()
    call.refresh_from_db()
    assert (Asked.by(call).barred(application), application.score > before) == ({}, True)


def test_tie_names_a_delegation_by_its_code(officer: Actor) -> None:
    call = call_of(officer)
    guests = Delegation.objects.create(
        desk=officer.desk, programme=call.programme, name="Olympic team", code="ROT"
    )
    tied = apply(call, said(call, ties={"rot": "coach"}), consented=True)
    assert Asked.by(call).barred(tied) == {guests: "as the applicant says: coach"}


def test_certificates_count_while_they_hold(officer: Actor) -> None:
    call = call_of(officer)
    certificates = {"First aid": None, "Driving": LAST, "Old": LAST - timedelta(days=1)}
    one = apply(call, said(call, certificates={"Old": FIRST, "Driving": LAST}), consented=True)
    two = apply(call, said(call, email="b@pelamar.example", certificates=certificates), consented=True)
    assert (_points(one)["Certificates"], _points(two)["Certificates"]) == (2.5, 5.0)


def test_certificates_go_along_with_who_has_seen_them(
    officer: Actor, reader: Actor, client_of: Callable[[Actor], Client]
) -> None:
    call = call_of(officer)
    row = apply(call, said(call, certificates={"First aid": FIRST, "Driving": LAST}), consented=True)
    client, page = client_of(officer), f"/applications/{row.pk}/"
    first_aid, driving = row.certificates.order_by("pk")
    for paper in (first_aid, driving):
        client.post(f"{page}certificates/{paper.pk}/check/")
    say_anew(row, said(call, certificates={"First aid": FIRST, "Driving": LAST - timedelta(days=2)}))
    client.post(f"{page}certificates/", {"name": "Diving", "expires": "", "seen": "on"})
    counted = (Application.objects.get(pk=row.pk).score, total(parts_of(row, asked=Asked.by(call))))
    assert counted[0] == counted[1]
    decide(officer, call, [row.pk], "accepted", letters=False)
    bearer = Officer.objects.get()
    assert {paper.name: (paper.expires, paper.checked_by) for paper in bearer.certificates.all()} == {
        "First aid": (FIRST, officer.user),
        "Driving": (LAST - timedelta(days=2), None),
        "Diving": (None, officer.user),
    }
    refused = client.post(f"{page}certificates/", {"name": "Late"}, follow=True).content.decode()
    assert "Note it on the officer&#x27;s page." in refused
    theirs = f"/programmes/officers/{bearer.pk}/"
    shown = client_of(reader).get(theirs).content.decode()
    assert ("“First aid” ends on" in shown, "“Driving” ends on" in shown) == (True, True)
    assert (shown.count("checked by Bagus Prasetyo"), shown.count("not checked")) == (2, 1)
    assert (
        "certificate ends early" in client.get(f"/programmes/{call.programme_id}/officers/").content.decode()
    )


def test_certificate_is_kept_on_the_officers_page(
    officer: Actor, second_officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    bearer = add_officer(officer, games(officer), full_name="Sari", languages={})
    client, theirs = client_of(officer), f"/programmes/officers/{bearer.pk}/"
    assert client.post(f"{theirs}certificates/", {"expires": "never"}).status_code == 422
    client.post(f"{theirs}certificates/", {"name": "First aid", "expires": "2 September 2027"})
    paper = bearer.certificates.get()
    address = f"/programmes/certificates/{paper.pk}/"
    client_of(second_officer).post(f"{address}check/")
    paper.refresh_from_db()
    assert (paper.expires, paper.checked_by) == (LAST, second_officer.user)
    client.post(f"{address}check/", {"back": "yes"})
    paper.refresh_from_db()
    assert (paper.checked_by, paper.checked_at) == (None, None)
    client.post(f"{address}removal/")
    assert not bearer.certificates.exists()
    for number in range(MOST):
        note_certificate(officer, bearer, f"Paper {number}", None)
    assert client.post(f"{theirs}certificates/", {"name": "One more"}).status_code == 422


def test_work_on_an_application_leaves_a_line_without_what_was_found(
    officer: Actor, second_officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    call = call_of(officer)
    row = apply(call, said(call), consented=True)
    rate(officer, row, dict.fromkeys(SKILLS, 4), "Shy at first.")
    set_tested(officer, row, "ja", "B1")
    set_tested(officer, row, "ja", "")
    correct(officer, row, said(call, full_name="Sari Wulan"))
    drop_certificate(officer, keep_certificate(officer, row, "Diabetes training", None))
    note_conflict(officer, row, Delegation.objects.get(), there=True)
    lines = Entry.objects.filter(kind=ASSESSED).order_by("pk")
    assert [line.summary for line in lines] == [
        f"Application 1{told}"
        for told in (
            " rated",
            ": language test noted",
            ": language test taken back",
            " corrected",
            ": certificate noted",
            ": certificate removed",
            ": conflict of interest noted",
        )
    ]
    assert {line.actor_name for line in lines} == {"Bagus Prasetyo"}
    page = client_of(second_officer).get(f"/applications/{row.pk}/").content.decode()
    assert ("Application 1 rated" in page, page.count("Bagus Prasetyo · ")) == (True, 7)


def test_days_in_several_spans_go_along(officer: Actor) -> None:
    call = call_of(officer)
    spans = [(FIRST, FIRST), (FIRST + timedelta(days=3), FIRST + timedelta(days=5))]
    application = apply(call, said(call, days=days_in(spans, FIRST, LAST)), consented=True)
    assert _points(application)["Availability"] == 1.25
    decide(officer, call, [application.pk], "accepted", letters=False)
    assert spans_of(Officer.objects.get().days) == spans


@given(st.lists(st.tuples(DAYS, DAYS), max_size=6))
def test_any_spans_are_days_and_days_are_the_fewest_spans(spans: list[tuple[date, date]]) -> None:
    days = days_in(spans, FIRST, LAST)
    assert days == sorted(set(days))
    assert all(FIRST <= day <= LAST for day in days)
    fewest = spans_of(days)
    assert days_in(fewest, FIRST, LAST) == days
    assert all(ends + timedelta(days=1) < begins for (_begin, ends), (begins, _end) in pairwise(fewest))
