"""Lines in letters: inserted in the letter's language, checked, refused when they hold no more, recorded when they are said."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.lines.clear import withdraw_line
from jembatan.correspondence.actions.lines.insert import append_line, insert_line
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.outbox.send import Unconfirmed, send_draft
from jembatan.correspondence.actions.outbox.take_back import take_back, write_again
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.preflight.tuning import tune_rules
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Draft, InsertedLine, LineUse
from jembatan.correspondence.preflight.check import Tuning
from jembatan.correspondence.preflight.finding import Finding
from jembatan.correspondence.preflight.wordings import places_of, reworded_place
from jembatan.correspondence.queries.lines.told import told_the_old_one, uses_of
from jembatan.correspondence.queries.lines.visible import standing_of
from jembatan.correspondence.queries.preflight import findings_for
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft
from jembatan.correspondence.tests.lines.scene import ENGLISH, INDONESIAN, cleared, reworded
from jembatan.correspondence.tests.outbox_scene import make_due, written
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.positions import today_at
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

BUDI = "budi@laut.example"
HELLO = "Yth. Bapak Budi,\n\n"
NEW = "Kami mengkaji pembebasan visa bagi delegasi resmi bersama kementerian terkait."


@pytest.fixture
def ready(head: Actor, officer: Actor) -> Actor:
    """Bagus, whose desk can send; nobody listens on port 1, and nothing leaves."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example")
    return officer


@pytest.fixture
def known(officer: Actor, budi: Person) -> Person:
    """Budi, by his address."""
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value=BUDI)
    return budi


def found(actor: Actor, draft: Draft, rule: str) -> list[Finding]:
    return [each for each in findings_for(actor, letter=letter_of_draft(draft)) if each.rule == rule]


def saved(actor: Actor, draft: Draft, text: str) -> Draft:
    current = Draft.objects.get(pk=draft.pk)
    content = Content(from_address=current.from_address, to=current.to, subject=current.subject, text=text)
    return save_draft(actor, current, content, version=current.version)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear Mr Budi, thank you for the letter that you have sent to our office.", ENGLISH),
        ("Yth. Bapak Budi, terima kasih atas surat yang telah dikirim kepada kami.", INDONESIAN),
        ("", INDONESIAN),
    ],
)
def test_line_is_inserted_in_the_language_of_the_letter(
    drafter: Actor, desk: Desk, known: Person, text: str, said: str
) -> None:
    known.languages = ["id"]
    known.save()
    cleared(desk)
    draft = start_mail(drafter, to=BUDI)
    assert insert_line(drafter, draft, word="visa", text=text) == said
    assert insert_line(drafter, draft, word="visa", text=text) == said
    assert InsertedLine.objects.filter(draft=draft).count() == 1


def test_line_that_says_nothing_in_that_language_is_not_inserted(drafter: Actor, desk: Desk) -> None:
    cleared(desk, texts={"en": ENGLISH})
    draft = start_mail(drafter, to=BUDI)
    with pytest.raises(Refused):
        insert_line(
            drafter, draft, word="visa", text="Terima kasih atas surat yang telah dikirim kepada kami."
        )
    assert insert_line(drafter, draft, word="visa", text="", language="en") == ENGLISH


def test_only_what_holds_is_inserted(officer: Actor, desk: Desk) -> None:
    line = withdraw_line(officer, cleared(desk))
    draft = start_mail(officer, to=BUDI)
    for word in (line.word, "tidak-ada"):
        with pytest.raises(Refused):
            insert_line(officer, draft, word=word, text="")


def test_line_is_appended_below_the_words(drafter: Actor, desk: Desk) -> None:
    draft = append_line(drafter, written(drafter, text="Kata saya."), cleared(desk), language="id")
    assert (draft.text, draft.version) == (f"Kata saya.\n\n{INDONESIAN}\n", 3)


def test_reader_inserts_nothing(reader: Actor, drafter: Actor, desk: Desk) -> None:
    cleared(desk)
    with pytest.raises(PermissionDenied):
        insert_line(reader, start_mail(drafter), word="visa", text="")


def test_use_is_recorded_when_the_mail_is_sent(ready: Actor, desk: Desk, known: Person) -> None:
    line = cleared(desk)
    mail = send_draft(ready, written(ready, text=f"{HELLO}{INDONESIAN.replace(' ', '  ')}"), confirmed=True)

    [use] = uses_of(ready, standing_of(ready, line))
    assert (use.mail, use.version.number, use.language, use.said_by) == (mail, 1, "id", ready.user)
    [hearer] = use.hearers.all()
    assert (hearer.email, hearer.person) == (BUDI, known)

    take_back(ready, mail)
    assert uses_of(ready, standing_of(ready, line)) == []


@pytest.mark.parametrize("rule_is_on", [True, False])
def test_changed_line_is_refused_with_what_holds_now(
    ready: Actor, head: Actor, desk: Desk, rule_is_on: bool
) -> None:
    line = cleared(desk)
    draft = written(ready, text=f"{HELLO}{INDONESIAN}")
    reworded(desk, line, texts={"id": NEW}, owner=line.owner)
    tune_rules(head, {"line-outdated": Tuning(is_on=rule_is_on)})

    sentence = "The line “Bebas visa” has been changed since. Insert what it says now."
    with pytest.raises(Refused) as refusal:
        send_draft(ready, draft, confirmed=True)
    assert str(refusal.value) == sentence
    suggested = [(each.message, each.words, each.suggestion) for each in found(ready, draft, "line-outdated")]
    assert suggested == ([(sentence, INDONESIAN, NEW)] if rule_is_on else [])

    send_draft(ready, saved(ready, draft, f"{HELLO}{NEW}"), confirmed=True)
    assert LineUse.objects.get().version.number == 2


def test_mail_that_waits_longer_than_its_line_holds_is_refused(ready: Actor, desk: Desk) -> None:
    cleared(desk, valid_until=today_at(desk) + timedelta(days=2))
    draft = written(ready, text=f"{HELLO}{INDONESIAN}")
    with pytest.raises(Refused):
        send_draft(ready, draft, send_at=timezone.now() + timedelta(days=4), confirmed=True)
    send_draft(ready, draft, confirmed=True)
    assert LineUse.objects.count() == 1


def test_mail_whose_line_is_changed_while_it_waits_does_not_leave(ready: Actor, desk: Desk) -> None:
    line = cleared(desk)
    mail = send_draft(ready, written(ready, text=f"{HELLO}{INDONESIAN}"), confirmed=True)
    reworded(desk, line, texts={"id": NEW}, owner=line.owner)
    make_due(mail)

    work_on(mail.pk)

    mail.refresh_from_db()
    assert (mail.state, mail.attempts.count()) == ("failed", 0)
    assert mail.words == "The line “Bebas visa” holds no more as it stands in this mail. Write it again."
    assert write_again(ready, mail).text == f"{HELLO}{INDONESIAN}"


def test_mail_waits_on_where_the_line_was_changed_in_another_language_alone(ready: Actor, desk: Desk) -> None:
    line = cleared(desk)
    mail = send_draft(ready, written(ready, text=f"{HELLO}{INDONESIAN}"), confirmed=True)
    reworded(desk, line, texts={"id": INDONESIAN, "en": "We study it."}, owner=line.owner)
    make_due(mail)
    work_on(mail.pk)
    assert mail.attempts.count() == 1


def test_withdrawn_line_names_whom_to_ask(ready: Actor, head: Actor, desk: Desk) -> None:
    withdraw_line(head, cleared(desk, owner=head.user))
    with pytest.raises(Refused) as refusal:
        send_draft(ready, written(ready, text=f"{HELLO}{INDONESIAN}"), confirmed=True)
    told = "The line “Bebas visa” was withdrawn. Take it out, or ask Ratna Wulandari."
    assert str(refusal.value) == told


def test_wording_that_grew_contains_the_old_one_and_is_right(ready: Actor, desk: Desk) -> None:
    line = cleared(desk)
    grown = f"{INDONESIAN} Rinciannya menyusul."
    reworded(desk, line, texts={"id": grown}, owner=line.owner)
    draft = written(ready, text=f"{HELLO}{grown}")
    assert found(ready, draft, "line-outdated") == []


def test_line_changed_by_hand_is_found_and_can_be_restored(ready: Actor, desk: Desk) -> None:
    cleared(desk)
    draft = written(ready, text=HELLO)
    insert_line(ready, draft, word="visa", text=HELLO)
    by_hand = INDONESIAN.replace("mendukung", "menolak")
    draft = saved(ready, draft, f"{HELLO}{by_hand} Terima kasih.")

    [finding] = found(ready, draft, "line-changed")

    assert (finding.words, finding.suggestion, finding.severity) == (by_hand, INDONESIAN, "warning")
    assert finding.span is not None
    assert draft.text[slice(*finding.span)] == by_hand
    with pytest.raises(Unconfirmed):
        send_draft(ready, draft)


def test_line_that_was_taken_out_again_is_no_finding(ready: Actor, desk: Desk) -> None:
    cleared(desk)
    draft = written(ready, text=HELLO)
    insert_line(ready, draft, word="visa", text=HELLO)
    draft = saved(ready, draft, f"{HELLO}Ruang rapat sudah kami siapkan untuk Bapak.")
    assert found(ready, draft, "line-changed") == []


def test_what_not_to_say_is_found_in_letters_to_whom_the_line_concerns(
    ready: Actor, desk: Desk, known: Person
) -> None:
    dossier = open_dossier(ready, "Visa")
    cleared(desk, dossier=dossier)
    draft = written(ready, text=f"{HELLO}Kami menawarkan Visa  gratis bagi Bapak dan delegasi.")
    assert found(ready, draft, "line-unwanted") == []

    add_party(ready, dossier, known)

    [finding] = found(ready, draft, "line-unwanted")
    assert finding.message == "The line “Bebas visa” says not to say “Visa  gratis”."


def test_marking_of_an_inserted_line_travels(
    ready: Actor, head: Actor, desk: Desk, ministry: Organisation, known: Person
) -> None:
    ministry.domains = ["laut.example"]
    ministry.save()
    set_limit(head, ministry, highest=Marking.GREEN)
    cleared(desk, marking=Marking.AMBER)
    draft = written(ready, text=HELLO)
    insert_line(ready, draft, word="visa", text=HELLO)
    draft = saved(ready, draft, f"{HELLO}{INDONESIAN}")
    assert [each.message for each in found(ready, draft, "marking")] == [
        "TLP:AMBER may not go to budi@laut.example."
    ]


def test_who_knows_the_old_wording_is_listed_until_they_hear_the_new_one(
    ready: Actor, desk: Desk, known: Person
) -> None:
    line = cleared(desk)
    send_draft(ready, written(ready, text=f"{HELLO}{INDONESIAN}"), confirmed=True)
    assert told_the_old_one(standing_of(ready, line), uses_of(ready, standing_of(ready, line))) == []

    reworded(desk, line, texts={"id": NEW}, owner=line.owner)
    row = standing_of(ready, line)
    [told] = told_the_old_one(row, uses_of(ready, row))
    assert (told.hearer.person, told.use.version.number) == (known, 1)

    send_draft(ready, written(ready, text=f"{HELLO}{NEW}"), confirmed=True)
    assert told_the_old_one(row, uses_of(ready, row)) == []


def test_line_said_in_a_meeting_is_told_on_the_timeline(officer: Actor, desk: Desk, budi: Person) -> None:
    line = cleared(desk)
    use = record_use(officer, line, occasion=" Rapat  bilateral ", language="id", parties=[budi])
    assert (use.occasion, [hearer.person for hearer in use.hearers.all()]) == ("Rapat bilateral", [budi])
    entry = Entry.objects.get(kind="line.said")
    assert entry.summary == "Line said: Bebas visa – Rapat bilateral"
    assert list(entry.parties.values_list("person_id", flat=True)) == [budi.pk]
    with pytest.raises(Refused):
        record_use(officer, line, occasion="Rapat", language="fr", parties=[])


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_wording_is_looked_for_in_any_text(wording: str, text: str) -> None:
    for start, end in places_of(wording, text):
        assert text[start:end].split() == wording.split()
    place = reworded_place(wording, text)
    assert place is None or 0 <= place[0] < place[1] <= len(text)


@given(st.text(min_size=1, max_size=80).filter(str.strip), st.text(max_size=80))
def test_wording_is_found_wherever_it_stands(wording: str, before: str) -> None:
    assert any(True for _place in places_of(wording, f"{before}\n{wording}\n"))
