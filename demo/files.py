"""The demo office's papers as files, the way a real office brings them: a mailbox, an address book, a calendar, a log."""

import csv
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from demo import cast
from demo.conversations import CONVERSATIONS, NEWSLETTER, STRANGERS, Conversation, Letter
from demo.days import working_day
from demo.meetings import LOG, LOG_HEADER, PLANNED, Planned
from demo.partners import CONTACTS, Contact, address, contact, partner
from demo.statements import REGISTER, REGISTER_HEADER

ZONE = ZoneInfo("Asia/Jakarta")
OFFICE = f"kerjasama@{cast.DOMAIN}"
OURS = {member.key: member for member in cast.MEMBERS}
HEADINGS: dict[str, Callable[[Contact], str]] = {
    "Nama lengkap": lambda each: each.full_name,
    "Gelar depan": lambda each: each.titles_before,
    "Gelar belakang": lambda each: each.degrees_after,
    "Sapaan": lambda each: each.form_of_address,
    "Nama panggilan": lambda each: each.call_name,
    "Nama dalam aksara asli": lambda each: each.native_name,
    "Instansi": lambda each: partner(each.partner).name,
    "Jabatan": lambda each: each.title,
    "Surel": address,
    "Telepon seluler": lambda each: each.phone,
    "Bahasa": lambda each: ", ".join(each.languages),
    "Kode negara": lambda each: partner(each.partner).country,
}


def write_files(folder: Path, *, today: date) -> list[Path]:
    """Write all papers as they stand on that day; the same day gives the same bytes."""
    papers = {
        "buku-alamat.csv": address_book(),
        "kotak-surat.mbox": mailbox(today),
        "kalender.ics": calendar(today),
        "log-pertemuan.csv": meeting_log(),
        "register-surat.csv": register(today),
    }
    for name, content in papers.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in papers]


def address_book() -> bytes:
    """Everyone at the partners, as a spreadsheet in CSV."""
    rows = [[column(each) for column in HEADINGS.values()] for each in CONTACTS]
    return _csv(list(HEADINGS), rows)


def meeting_log() -> bytes:
    """Older meetings, as they were noted: months, carried-down blanks."""
    return _csv(list(LOG_HEADER), [list(row) for row in LOG])


def register(today: date) -> bytes:
    """Formal statements, theirs and ours, with their days."""
    rows = [
        [str(today + timedelta(days=cell)) if isinstance(cell, int) else cell for cell in row]
        for row in REGISTER
    ]
    return _csv(list(REGISTER_HEADER), rows)


def mailbox(today: date) -> bytes:
    """All mails in order of time, as an mbox (RFC 4155)."""
    mails = [
        (_moment(letter.days_ago, letter.hour, today=today), _mail(conversation, number, today=today))
        for conversation in CONVERSATIONS
        for number, letter in enumerate(conversation.letters)
    ]
    for number, (sender, subject, _language, days_ago, text) in enumerate(STRANGERS):
        sent_at = _moment(days_ago, 9, today=today)
        mails.append((sent_at, _stranger(number, sender, subject, text, sent_at)))
    mails.sort(key=lambda item: item[0])
    return b"".join(_in_mbox(sent_at, mail) for sent_at, mail in mails)


def calendar(today: date) -> bytes:
    """The desk's calendar (RFC 5545)."""
    events = [line for planned in PLANNED for line in _event(planned, today)]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{cast.DESK_NAME}//ID", *events, "END:VCALENDAR"]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _mail(conversation: Conversation, number: int, *, today: date) -> EmailMessage:
    letter = conversation.letters[number]
    earlier = [_message_id(conversation.key, each) for each in range(number)]
    mail = EmailMessage()
    mail["From"] = _mailbox_of(letter.writer)
    mail["To"] = _mailbox_of(conversation.other) if letter.writer in OURS else f"{cast.DESK_NAME} <{OFFICE}>"
    mail["Subject"] = f"Re: {conversation.subject}" if number else conversation.subject
    mail["Date"] = format_datetime(_moment(letter.days_ago, letter.hour, today=today))
    mail["Message-ID"] = _message_id(conversation.key, number)
    if earlier:
        mail["In-Reply-To"], mail["References"] = earlier[-1], " ".join(earlier)
    if letter.text.startswith("This is an automatic reply"):
        mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(_words(conversation, number, today))
    if letter.attachment:
        content = f"{conversation.subject}\n\n{letter.text}\n".encode()
        mail.add_attachment(content, maintype="text", subtype="plain", filename=letter.attachment)
        mail.set_boundary(f"=={conversation.key}-{number}==")
    return mail


def _words(conversation: Conversation, number: int, today: date) -> str:
    """The letter, a signature, and from the second on the letter before it as a quotation."""
    letter = conversation.letters[number]
    text = f"{letter.text}\n\n{_signature(letter, conversation.language)}"
    if number == 0:
        return text
    earlier = conversation.letters[number - 1]
    day = _moment(earlier.days_ago, earlier.hour, today=today)
    words = "menulis" if conversation.language == "id" else "wrote"
    intro = "Pada" if conversation.language == "id" else "On"
    quoted = "\n".join(f"> {line}".rstrip() for line in earlier.text.splitlines())
    return f"{text}\n\n{intro} {day:%d/%m/%Y %H:%M}, {_mailbox_of(earlier.writer)} {words}:\n{quoted}\n"


def _signature(letter: Letter, language: str) -> str:
    greeting = "Hormat kami," if language == "id" else "Kind regards,"
    if member := OURS.get(letter.writer):
        return f"{greeting}\n{member.full_name}\n-- \n{cast.DESK_NAME}\n{cast.ORGANISATION_NAME}"
    writer = contact(letter.writer)
    return (
        f"{greeting}\n{writer.full_name}\n-- \n{writer.title}\n{partner(writer.partner).name}\n{writer.phone}"
    )


def _stranger(number: int, sender: str, subject: str, text: str, sent_at: datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, OFFICE, subject
    if NEWSLETTER in sender:
        mail["List-Unsubscribe"] = "<https://optb.example/buletin/keluar>"
    mail["Date"] = format_datetime(sent_at)
    mail["Message-ID"] = _message_id("stranger", number)
    mail.set_content(text)
    return mail


def _event(planned: Planned, today: date) -> list[str]:
    start = datetime.combine(working_day(today, planned.days), time(planned.hour, planned.minute))
    end = start + timedelta(minutes=planned.length)
    ours, theirs = [OURS[key] for key in planned.ours], [contact(key) for key in planned.theirs]
    return [
        "BEGIN:VEVENT",
        f"UID:{planned.key}@{cast.DOMAIN}",
        f"DTSTAMP:{datetime.combine(today - timedelta(days=60), time(2)):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={ZONE.key}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={ZONE.key}:{end:%Y%m%dT%H%M%S}",
        *([f"RRULE:{planned.rule}"] if planned.rule else []),
        f"SUMMARY:{_escaped(planned.title)}",
        f"LOCATION:{_escaped(planned.place)}",
        *([f"DESCRIPTION:{_escaped(planned.description)}"] if planned.description else []),
        f'ORGANIZER;CN="{ours[0].full_name}":mailto:{ours[0].email}',
        *(f'ATTENDEE;CN="{each.full_name}";PARTSTAT=ACCEPTED:mailto:{each.email}' for each in ours),
        *(f'ATTENDEE;CN="{each.full_name}";PARTSTAT=NEEDS-ACTION:mailto:{address(each)}' for each in theirs),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _mailbox_of(key: str) -> str:
    if member := OURS.get(key):
        return f"{member.full_name} <{member.email}>"
    return f"{contact(key).full_name} <{address(contact(key))}>"


def _message_id(key: str, number: int) -> str:
    return f"<{key}.{number}@{cast.DOMAIN}>"


def _moment(days_ago: int, hour: int, *, today: date) -> datetime:
    return datetime.combine(today - timedelta(days=days_ago), time(hour, 12), ZONE)


def _in_mbox(sent_at: datetime, mail: EmailMessage) -> bytes:
    """A "From " line before each mail; lines of the mail that begin so are quoted (mboxrd)."""
    lines = mail.as_bytes().splitlines(keepends=True)
    quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
    return f"From - {sent_at:%a %b %d %H:%M:%S %Y}\n".encode() + b"".join(quoted) + b"\n"


def _csv(header: list[str], rows: list[list[str]]) -> bytes:
    output = StringIO()
    csv.writer(output, lineterminator="\r\n").writerows([header, *rows])
    return output.getvalue().encode("utf-8-sig")
