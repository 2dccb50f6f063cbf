"""What the desk knows about the receivers, as the pre-flight check uses it."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import GlossaryTerm, MarkingLimit, RuleTuning, Sender
from jembatan.correspondence.preflight.finding import Finding, Severity
from jembatan.correspondence.preflight.knowledge import Told
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.queries.preflight import contributions, findings_for
from jembatan.correspondence.queries.preflight.contributions import Contribution, register_contributor
from jembatan.correspondence.tests.outgoing import AIKO, BUDI, outgoing
from jembatan.correspondence.tests.scene import (
    OURS,
    answer,
    message,
    organisation,
    person,
    restrict,
    sender,
    thread,
)
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import write_note
from jembatan.platform.markings import Marking

pytestmark = pytest.mark.django_db
HELLO = "Yth. Bapak Budi,\n\n"


@pytest.fixture
def ministry(officer: Actor) -> Organisation:
    return organisation(officer.desk, domains=["laut.example"])


@pytest.fixture
def budi(officer: Actor, ministry: Organisation) -> Person:
    made = person(
        officer.desk, form_of_address="Bapak", call_name="Budi", languages=["id"], time_zone="Asia/Jakarta"
    )
    ContactPoint.objects.create(
        desk=officer.desk, person=made, kind="email", value=BUDI.email, normal=BUDI.email
    )
    sender(officer.desk, BUDI.email, person=made, organisation=ministry, state=Sender.State.KNOWN)
    return made


def found(actor: Actor, text: str, rule: str, **fields: object) -> list[Finding]:
    """What the rule says about a letter in Indonesian to Budi."""
    letter = outgoing(text, **{"language": "id", **fields})  # type: ignore[arg-type]  # fields of a letter
    return [finding for finding in findings_for(actor, letter=letter) if finding.rule == rule]


def test_form_of_address_is_that_of_the_directory(officer: Actor, budi: Person) -> None:
    right = found(officer, f"{HELLO}Ruang siap.", "form-of-address")
    wrong = found(officer, "Yth. Ibu Budi,\n\nRuang siap.", "form-of-address")
    assert (right, [each.suggestion for each in wrong]) == ([], ["Bapak Budi"])


def test_language_is_one_of_the_receiver(officer: Actor, budi: Person) -> None:
    text = "Dear Bapak Budi,\n\nThe room for the meeting is ready and the guests have been told about it."
    assert [each.words for each in found(officer, text, "language", language="en", to=(BUDI,))] == [
        BUDI.email
    ]


def test_time_needs_no_zone_where_both_live_by_one_clock(officer: Actor, budi: Person) -> None:
    text = f"{HELLO}Rapat pukul 13.30 di kantor kami."
    assert found(officer, text, "time-without-zone") == []
    Person.objects.filter(pk=budi.pk).update(time_zone="Asia/Makassar")
    assert [each.suggestion for each in found(officer, text, "time-without-zone")] == ["13.30 WIB"]


def test_receiver_who_left_the_post(officer: Actor, budi: Person, ministry: Organisation) -> None:
    post = Position.objects.create(
        desk=officer.desk, person=budi, organisation=ministry, title="Kepala Biro", until=date(2020, 1, 31)
    )
    assert [each.words for each in found(officer, HELLO, "receiver-left")] == [BUDI.email]
    post.until = None
    post.save()
    assert found(officer, HELLO, "receiver-left") == []


def test_domain_counts_as_seen_once_we_wrote_there(officer: Actor, budi: Person) -> None:
    stranger = Correspondent("", "sri@baru.example")
    assert [each.words for each in found(officer, HELLO, "unseen-domain", to=(stranger,))] == [stranger.email]
    message(thread(officer.desk), email=stranger.email)
    assert len(found(officer, HELLO, "unseen-domain", to=(stranger,))) == 1
    answer(thread(officer.desk), to=(stranger.email,))
    assert found(officer, HELLO, "unseen-domain", to=(stranger,)) == []


def test_acronym_that_each_receiver_has_seen_is_given(officer: Actor, budi: Person) -> None:
    text = f"{HELLO}Konsep PKSL sudah siap."
    answer(thread(officer.desk), to=(BUDI.email,), text="Konsep pksl.")
    assert [each.words for each in found(officer, text, "unexplained-acronym")] == ["PKSL"]
    answer(thread(officer.desk), to=(BUDI.email,), text="Perjanjian kerja sama laut (PKSL) terlampir.")
    assert found(officer, text, "unexplained-acronym") == []
    assert [each.words for each in found(officer, text, "unexplained-acronym", cc=(AIKO,))] == ["PKSL"]


def test_acronym_in_a_restricted_conversation_is_not_known_to_others(
    officer: Actor, second_officer: Actor, budi: Person
) -> None:
    hidden = thread(officer.desk)
    answer(hidden, to=(BUDI.email,), text="Perjanjian kerja sama laut (PKSL) terlampir.")
    assert officer.user is not None
    restrict(hidden, officer.user)
    text = f"{HELLO}Konsep PKSL sudah siap."
    assert found(officer, text, "unexplained-acronym") == []
    assert len(found(second_officer, text, "unexplained-acronym")) == 1


def test_figure_contradicts_what_the_partner_was_told(officer: Actor, budi: Person) -> None:
    answer(thread(officer.desk), to=(BUDI.email,), text="Latihan bersama diikuti 6 kapal.")
    wrong = found(officer, f"{HELLO}Latihan bersama diikuti 8 kapal.", "contradiction")
    assert [(each.words, each.suggestion) for each in wrong] == [("8 kapal", "6 kapal")]
    assert found(officer, f"{HELLO}Latihan bersama diikuti 6 kapal.", "contradiction") == []


def test_time_contradicts_what_the_partner_was_told(officer: Actor, budi: Person) -> None:
    answer(thread(officer.desk), to=(BUDI.email,), text="Rapat teknis latihan mulai pukul 09.00 WIB.")
    wrong = found(officer, f"{HELLO}Rapat teknis latihan mulai pukul 10.00 WIB.", "contradiction")
    assert [(each.words, each.suggestion) for each in wrong] == [("10.00", "09.00")]
    assert found(officer, f"{HELLO}Rapat teknis latihan mulai pukul 10.00 WITA.", "contradiction") == []


def test_any_word_may_be_searched_for(officer: Actor, budi: Person) -> None:
    text = f"{HELLO}Ukuran a×b×c & !dan | ('kapal') <-> tsquery: 会議室の 12 kapal, für straße 5 m."
    assert found(officer, text, "contradiction") == []


def test_what_others_were_told_does_not_count(officer: Actor, budi: Person) -> None:
    answer(thread(officer.desk), to=("sri@baru.example",), text="Latihan bersama diikuti 6 kapal.")
    assert found(officer, f"{HELLO}Latihan bersama diikuti 8 kapal.", "contradiction") == []


def test_what_they_wrote_or_we_quoted_was_not_told_by_us(officer: Actor, budi: Person) -> None:
    made = thread(officer.desk)
    message(made, email=BUDI.email, text="Latihan bersama diikuti 6 kapal.")
    answer(made, to=(BUDI.email,), text="Baik.\n> Latihan bersama diikuti 6 kapal.")
    assert found(officer, f"{HELLO}Latihan bersama diikuti 8 kapal.", "contradiction") == []


def test_words_of_a_restricted_note(officer: Actor, second_officer: Actor, budi: Person) -> None:
    dossier = Dossier.objects.create(desk=officer.desk, title="Tarif", restricted=True)
    assert officer.user is not None
    dossier.members.create(desk=officer.desk, user=officer.user)
    write_note(officer, "Kita bersedia menurunkan tarif hingga dua persen", dossier=dossier)
    text = f"{HELLO}Kami bersedia menurunkan tarif hingga dua persen."
    told = found(officer, text, "restricted-words")
    assert [each.words for each in told] == ["bersedia menurunkan tarif hingga dua persen"]
    assert found(second_officer, text, "restricted-words") == []


def test_glossary_of_the_partner(officer: Actor, budi: Person, ministry: Organisation) -> None:
    other = organisation(officer.desk, "Badan Lain")
    GlossaryTerm.objects.create(
        desk=officer.desk, organisation=ministry, avoid="perjanjian", use="nota kesepahaman"
    )
    GlossaryTerm.objects.create(desk=officer.desk, organisation=other, avoid="ruang", use="aula")
    GlossaryTerm.objects.create(desk=officer.desk, language="en", avoid="siap", use="ready")
    told = found(officer, f"{HELLO}Perjanjian di ruang itu siap.", "glossary")
    assert [(each.words, each.suggestion) for each in told] == [("Perjanjian", "Nota kesepahaman")]


def test_marking_above_what_the_partner_may_receive(
    officer: Actor, budi: Person, ministry: Organisation
) -> None:
    limit = MarkingLimit.objects.create(desk=officer.desk, organisation=ministry, highest=Marking.GREEN)
    told = found(officer, HELLO, "marking", marking=Marking.AMBER)
    assert [(each.words, each.severity) for each in told] == [(BUDI.email, Severity.STOP)]
    limit.highest = Marking.AMBER
    limit.save()
    assert found(officer, HELLO, "marking", marking=Marking.AMBER) == []


def test_desk_tunes_a_rule(officer: Actor, budi: Person) -> None:
    text = f"{HELLO}Kami tunggu Jumat depan."
    tuning = RuleTuning.objects.create(desk=officer.desk, rule="relative-day", severity="stop")
    assert [each.severity for each in found(officer, text, "relative-day")] == [Severity.STOP]
    tuning.is_on = False
    tuning.save()
    assert found(officer, text, "relative-day") == []


def test_room_above_contributes_what_a_line_says(
    officer: Actor, budi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "_contributors", [])
    line = Told("Feri baru mengangkut 4.100 penumpang.", "Lini feri")
    register_contributor(lambda actor, letter: Contribution(told=(line,)))
    told = found(officer, f"{HELLO}Feri baru mengangkut 5.200 penumpang.", "contradiction")
    assert [each.suggestion for each in told] == ["4.100 penumpang"]


def test_number_of_queries_does_not_grow(
    officer: Actor, budi: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    text = f"{HELLO}Konsep PKSL dan BKPM: latihan bersama diikuti 8 kapal."
    receivers = tuple(Correspondent("", f"orang{number}@laut.example") for number in range(5))
    for number in range(3):
        answer(
            thread(officer.desk),
            to=(BUDI.email, *(who.email for who in receivers)),
            text=f"Latihan bersama {number} kapal. PKSL",
        )
    with django_assert_num_queries(15):
        findings_for(officer, letter=outgoing(text, language="id"))
    with django_assert_num_queries(15):
        findings_for(officer, letter=outgoing(text, language="id", to=(BUDI, *receivers)))


def test_letter_to_colleagues_asks_for_little(officer: Actor) -> None:
    letter = outgoing("Maria, baik.", language="id", to=(Correspondent("Maria", OURS),))
    assert findings_for(officer, letter=letter) == []
