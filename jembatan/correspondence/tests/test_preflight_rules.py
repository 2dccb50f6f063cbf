"""The rules of the pre-flight check that need nothing but the letter."""

import pytest

from jembatan.correspondence.preflight.check import check
from jembatan.correspondence.preflight.knowledge import Knowledge, Receiver
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.tests.outgoing import AIKO, BUDI, NOTHING, US, findings, outgoing, words
from jembatan.platform.markings import Marking

PRESS = Correspondent("Redaksi", "redaksi@kabar.example")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We meet on 05/12/2026.", ["05/12/2026"]),
        ("We meet on 3/12 at the port.", ["3/12"]),
        ("We meet on 25/12/2026, not on 5 December 2026 or 2026-12-05.", []),
        ("Half of it, 1/2, is paid; see version 1.2.3 and number 05/12/2026.", []),
    ],
)
def test_date_in_figures_has_two_readings(text: str, found: list[str]) -> None:
    assert words("ambiguous-date", outgoing(f"Dear Ms Mori,\n\n{text}")) == found


def test_date_in_figures_is_offered_day_first_with_the_month_as_a_word() -> None:
    english = findings("ambiguous-date", outgoing("Dear Ms Mori,\n\nOn 05/12/2026."))
    indonesian = findings("ambiguous-date", outgoing("Yth. Bapak Budi,\n\nPada 05/12/2026.", language="id"))
    assert [each.suggestion for each in (*english, *indonesian)] == ["5 December 2026", "5 Desember 2026"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dinner is at 7.", ["at 7"]),
        ("The ballot ends at midnight WIB.", ["midnight"]),
        ("Kami jemput pukul 6 WITA.", ["pukul 6"]),
        ("Kami jemput pukul 6 pagi WITA, pulang jam 18 WITA.", []),
        ("Acara dimulai pukul 7-9 WIB.", ["pukul 7-9"]),
        ("We measured it at 7 metres, at 8 places.", []),
    ],
)
def test_bare_hour_has_two_readings(text: str, found: list[str]) -> None:
    assert words("ambiguous-time", outgoing(f"Dear Ms Mori,\n\n{text}")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call us at 15.00.", ["15.00"]),
        ("Call us at 15.00 WIB.", []),
        ("waktu : 09.00 - selesai", ["09.00"]),
        ("We connect at 1500 hrs.", ["1500 hrs"]),
        ("All times are UTC.\n\nWe begin at 09:00.", []),
        ("It weighs 15.00 kg and costs 9.50.", []),
    ],
)
def test_time_wants_its_zone(text: str, found: list[str]) -> None:
    assert words("time-without-zone", outgoing(f"Dear Ms Mori,\n\n{text}")) == found


def test_colleagues_need_no_zone() -> None:
    letter = outgoing(
        "Maria,\n\nrapat pukul 15.00.", to=(Correspondent("Maria", "maria@selatnusantara.example"),)
    )
    assert words("time-without-zone", letter) == []


def test_next_friday_is_offered_as_a_date() -> None:
    found = findings("relative-day", outgoing("Dear Ms Mori,\n\nPlease answer by next Friday."))
    assert [(each.words, each.suggestion) for each in found] == [("next Friday", "Friday, 11 December 2026")]


@pytest.mark.parametrize(
    "words_", ["Friday next week", "this Friday", "Jumat pekan depan", "hari Jumat mendatang"]
)
def test_weekday_that_depends_on_the_day_of_reading(words_: str) -> None:
    assert words("relative-day", outgoing(f"Dear Ms Mori,\n\nWe meet {words_}.")) == [words_]


def test_next_friday_with_its_date_is_clear() -> None:
    letter = outgoing("Yth. Bapak Budi,\n\nKami tunggu Jumat depan, 11 Desember 2026.", language="id")
    assert findings("relative-day", letter) == []


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("We meet on Monday, 1 December 2026.", ["Tuesday, 1 December 2026"]),
        ("We meet on Tuesday, December 1.", []),
        ("We meet on Monday, December 1.", ["Tuesday, 1 December"]),
        ("We meet from Monday to Thursday, 7-10 December 2026.", []),
    ],
)
def test_weekday_has_to_fit_its_date(text: str, suggestions: list[str]) -> None:
    found = findings("weekday-mismatch", outgoing(f"Dear Ms Mori,\n\n{text}"))
    assert [each.suggestion for each in found] == suggestions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please find attached the list.", ["attached"]),
        ("Daftar terlampir.", ["terlampir"]),
        ("We are attaching the list.", ["are attaching"]),
        ("Mohon periksa lampiran berikut.", ["lampiran"]),
        ("Lihat Lampiran II perjanjian.", []),
        ("Thank you for the list that you attached.", []),
        ("We attach great importance to it.", []),
        ("Berkas yang Bapak lampirkan sudah kami terima.", []),
    ],
)
def test_promised_attachment_has_to_be_there(text: str, found: list[str]) -> None:
    assert words("missing-attachment", outgoing(f"Dear Ms Mori,\n\n{text}")) == found
    assert words("missing-attachment", outgoing(f"Dear Ms Mori,\n\n{text}", attachments=("list.pdf",))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "All slides must be submitted by 15 January 2027.",
            ["All slides must be submitted by 15 January 2027"],
        ),
        ("Deadline: 15 January 2027.", ["Deadline: 15 January 2027"]),
        ("Dokumen dikirim paling lambat 8 Januari 2027.", ["Dokumen dikirim paling lambat 8 Januari 2027"]),
        ("Mr Lim sends all slides by 15 January 2027.", []),
        ("Could you send all slides by 15 January 2027?", []),
        (
            "Naskah harus dikumpulkan paling lambat 8 Januari 2027.",
            ["Naskah harus dikumpulkan paling lambat 8 Januari 2027"],
        ),
        ("Naskah harus dikumpulkan panitia paling lambat 8 Januari 2027.", []),
    ],
)
def test_deadline_wants_an_owner(text: str, found: list[str]) -> None:
    assert words("deadline-without-owner", outgoing(f"Dear Ms Mori,\n\n{text}")) == found


def test_acronym_is_told_once_and_not_where_it_is_spelled_out() -> None:
    text = (
        "Dear Ms Mori,\n\nThe joint working group (JWG) met. The JWG and the PSCO agreed, and the PSCO left."
    )
    assert words("unexplained-acronym", outgoing(text)) == ["PSCO"]


def test_acronym_that_the_receiver_wrote_is_known() -> None:
    text = "Dear Ms Mori,\n\nThe PSCO agrees.\n\nOn 1 Nov 2026, Aiko Mori wrote:\n> What does the PSCO say?"
    assert words("unexplained-acronym", outgoing(text, is_reply=True)) == []


@pytest.mark.parametrize(
    ("text", "to", "found"),
    [
        (
            "The desks have arrived and stand in two rows now.",
            AIKO,
            ["The desks have arrived and stand in two r"[:40]],
        ),
        ("Dear Ms Mori,\n\nThe desks are here.", AIKO, []),
        ("Dear Mr Tan,\n\nThe desks are here.", AIKO, ["Mr Tan"]),
        ("Dear Mr Mori,\n\nThe desks are here.", Correspondent("Ms Aiko Mori", AIKO.email), ["Mr Mori"]),
        ("Dear all,\n\nThe desks are here.", AIKO, []),
        ("Dear Mori-san,\n\nThe desks are here.", AIKO, []),
        ("Dear Ms van der Berg,\n\nThe desks are here.", Correspondent("", "vanderberg@halvern.example"), []),
    ],
)
def test_salutation_names_the_receiver(text: str, to: Correspondent, found: list[str]) -> None:
    assert words("form-of-address", outgoing(text, to=(to,))) == found


@pytest.mark.parametrize(
    ("greeting", "found"),
    [
        ("Yth. Bapak Budi Santoso,", []),
        ("Yth. Budi Santoso,", ["Budi Santoso"]),
        ("Yth. Ibu Budi,", ["Ibu Budi"]),
        ("Yth. Bapak Santoso,", ["Bapak Santoso"]),
    ],
)
def test_indonesian_is_addressed_by_form_and_first_name(greeting: str, found: list[str]) -> None:
    assert words("form-of-address", outgoing(f"{greeting}\n\nRuang siap.", language="id")) == found


@pytest.mark.parametrize(
    ("greeting", "name", "found"),
    [
        ("Dear Aiko,", "Dr. Aiko Mori", ["Aiko"]),
        ("Dear Ms Mori,", "Dr. Aiko Mori", ["Ms Mori"]),
        ("Dear Dr Mori,", "Dr. Aiko Mori", []),
        ("Hi Aiko,", "H.E. Aiko Mori", ["Aiko"]),
        ("Your Excellency,", "H.E. Aiko Mori", []),
        ("Kepada Yth.\nRetno Marsudi\ndi Jakarta", "Retno Marsudi", ["Retno Marsudi"]),
        ("Yth. Ibu Mori,", "Aiko Mori", []),
        ("Yth. Ibu Marsudi,", "Retno Marsudi", ["Ibu Marsudi"]),
    ],
)
def test_title_and_name_are_those_of_the_receiver(greeting: str, name: str, found: list[str]) -> None:
    language = "id" if "Yth" in greeting else "en"
    letter = outgoing(f"{greeting}\n\nIt is done.", language=language, to=(Correspondent(name, AIKO.email),))
    assert words("form-of-address", letter) == found


@pytest.mark.parametrize(
    ("greeting", "form", "found"),
    [
        ("Dear Ms van der Berg,", "Ms", []),
        ("Dear Ms Annelies,", "Ms", []),
        ("Yth. Ibu van der Berg,", "Ibu", ["Ibu van der Berg"]),
    ],
)
def test_english_forms_go_with_the_whole_family_name(greeting: str, form: str, found: list[str]) -> None:
    who = Correspondent("Annelies van der Berg", "a@halvern.example")
    known = Receiver(email=who.email, name=who.name, form_of_address=form, call_name="Annelies")
    letter = outgoing(f"{greeting}\n\nIt is done.", to=(who,), is_reply=True)
    assert words("form-of-address", letter, Knowledge(receivers={who.email: known})) == found


def test_answer_in_another_language_than_the_question() -> None:
    text = (
        "Yth. Ibu Mori,\n\nTerima kasih atas surat Ibu, ruang rapat sudah kami siapkan untuk dua puluh orang.\n\n"
        "On 1 Nov 2026, Aiko Mori wrote:\n> Would you please tell us whether the room for the meeting is ready for our guests?"
    )
    assert len(findings("language", outgoing(text, language="id", to=(AIKO,), is_reply=True))) == 1


def test_domain_that_nearly_repeats_another() -> None:
    letter = outgoing("Dear Ms Mori,", to=(AIKO, Correspondent("", "ken@akitsu-embasy.example")))
    assert "ken@akitsu-embassy.example" in [each.suggestion for each in findings("unseen-domain", letter)]


def test_reply_speaks_to_those_whom_it_greets() -> None:
    letter = outgoing("Dear Ms Mori,\n\nI am sorry.", cc=(PRESS, BUDI), is_reply=True)
    assert words("reply-all", letter) == [PRESS.email, BUDI.email]
    assert words("reply-all", outgoing("Dear all,\n\nI am sorry.", cc=(PRESS, BUDI), is_reply=True)) == []


@pytest.mark.parametrize(
    ("marking", "to", "found"),
    [
        (Marking.GREEN, AIKO, []),
        (Marking.GREEN, PRESS, [PRESS.email]),
        (Marking.AMBER_STRICT, AIKO, [AIKO.email]),
        (Marking.RED, AIKO, []),
        (Marking.RED, Correspondent("", "info@akitsu-embassy.example"), ["info@akitsu-embassy.example"]),
    ],
)
def test_marking_decides_who_may_receive(marking: Marking, to: Correspondent, found: list[str]) -> None:
    assert words("marking", outgoing("Dear Ms Mori,\n\nHello.", marking=marking, to=(to,))) == found


def test_letter_may_not_quote_more_than_it_bears() -> None:
    text = "Dear Ms Mori,\n\nTLP:GREEN\n\nYes.\n\nOn 1 Nov 2026, Aiko Mori wrote:\n> TLP:RED\n> Is it so?"
    assert words("marking", outgoing(text, is_reply=True)) == ["TLP:RED"]


def test_words_for_the_house_only() -> None:
    letter = outgoing("RAHASIA\n\nYth. Bapak Budi,\n\nHanya untuk kalangan internal: baik.", language="id")
    assert words("marking", letter) == ["RAHASIA", "Hanya untuk kalangan internal"]


def test_mandate_gives_itself_away() -> None:
    assert words("restricted-words", outgoing("Dear Ms Mori,\n\nThat is our bottom line.")) == [
        "our bottom line"
    ]


@pytest.mark.parametrize(
    "left_in",
    [
        "[Ratna: is this right?]",
        "[NAMA DESA]",
        "{{name}}",
        "<<insert figure>>",
        "<!-- remove -->",
        "(check with finance)",
        "*** DRAFT ***",
        "XXX",
        "???",
        "___",
    ],
)
def test_note_among_ourselves_is_found(left_in: str) -> None:
    assert words("internal-comment", outgoing(f"Dear Ms Mori,\n\nIt costs {left_in} dollars.")) == [left_in]


def test_order_to_a_colleague_is_found_to_the_end_of_its_line() -> None:
    text = "Dear Ms Mori,\n\n@Dimas tolong cek ini\nIt costs 4 dollars."
    assert words("internal-comment", outgoing(text)) == ["@Dimas tolong cek ini"]


def test_brackets_that_say_nothing_are_left_alone() -> None:
    text = "Dear Ms Mori,\n\nSee article [1], https://kapal.example/[a] and [sic] the TLP:GREEN note."
    assert words("internal-comment", outgoing(text)) == []


def test_what_is_quoted_or_signed_is_not_checked() -> None:
    text = (
        "Dear Ms Mori,\n\nYes.\n\nKind regards,\nBagus Prasetyo\nBKSDA 05/06/2026\n\n"
        "On 1 Nov 2026, Aiko Mori wrote:\n> Please come next Friday at 9, list attached. TODO"
    )
    letter = outgoing(text, is_reply=True, to=(AIKO,), author=US)
    found = {each.rule for each in check(letter, NOTHING)}
    assert found == set()


def test_moment_at_which_the_quoted_message_was_written_is_no_fact() -> None:
    berg = Correspondent("Annelies van der Berg", "a@halvern.example")
    text = (
        "Dear Ms van der Berg,\n\nAnnelies van der Berg arrives on Friday, 5 March 2027 at 14:00 WIB.\n\n"
        "On 5 Nov 2026, 16:12 WIB (UTC+7), Annelies van der Berg wrote:\n> {told}\n"
    )
    silent, contrary = (
        outgoing(text.format(told=told), to=(berg,), is_reply=True)
        for told in ("Please tell us more.", "Annelies van der Berg arrives at 15:00 WIB.")
    )
    assert words("contradiction", silent) == []
    assert words("contradiction", contrary) == ["14:00"]
