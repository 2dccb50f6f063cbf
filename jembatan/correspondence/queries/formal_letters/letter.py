"""A statement of ours as the formal letter that leaves, in the language of its template."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from babel.dates import format_date
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext, pgettext

from jembatan.correspondence.models import DraftAttachment, LetterTemplate, Statement, StatementLetter
from jembatan.correspondence.queries.formal_letters.sample import sample_letter
from jembatan.correspondence.queries.formal_letters.templates import layout_of, shape_of, word_template
from jembatan.platform.documents.letter import FormalLetter
from jembatan.platform.documents.letter_pdf import letter_pictures, write_letter_pdf
from jembatan.platform.documents.office import write_letter_docx
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking

NO_NUMBER = "—"
NOON = time(12)


def formal_letter(statement: Statement) -> FormalLetter:
    """With a dash for the number that it has not got yet, and today's date until then."""
    letter, template = statement.letter, statement.letter.template
    with translation.override(template.language):
        return FormalLetter(
            layout=layout_of(template),
            language=template.language,
            title=str(statement),
            marking=Marking(statement.marking),
            letterhead=_lines(template.letterhead),
            logo=_logo(template),
            facts=tuple(_facts(statement, letter)),
            place_and_date=_place_and_date(statement, template),
            addressee=_lines(letter.addressee or statement.body),
            opening=_lines(template.opening),
            paragraphs=_lines(letter.text),
            closing=_lines(template.closing),
            signer_office=template.signer_office,
            signer_name=template.signer_name,
            signer_number=template.signer_number,
            copies_label=pgettext("letter", "Copies:"),
            copies=_lines(statement.cc),
            footer=_lines(template.footer),
            page=pgettext("letter", "Page"),
            shape=shape_of(template),
        )


def example_letter(template: LetterTemplate, *, logo: bytes | None = None) -> FormalLetter:
    """An invented letter in the looks of a template, stored or not; `logo` replaces the stored one."""
    example = sample_letter(logo=_logo(template) if logo is None else logo)
    with translation.override(template.language):
        dated = format_date(timezone.localdate(), "d MMMM y", locale=template.language)
        labels = (pgettext("letter", "Our reference"), pgettext("letter", "Subject"))
        if template.layout == LetterTemplate.Layout.OFFICIAL:
            labels = (pgettext("letter", "Number"), pgettext("letter", "Subject"))
        return replace(
            example,
            layout=layout_of(template),
            language=template.language,
            title=template.name or NO_NUMBER,
            letterhead=_lines(template.letterhead),
            facts=tuple((label, NO_NUMBER) for label in labels),
            place_and_date=f"{template.place}, {dated}" if template.place else dated,
            addressee=(gettext("Head of the invented office"), gettext("Example Street 1")),
            opening=_lines(template.opening),
            paragraphs=(gettext("This letter is an example. It shows how letters of this template look."),)
            * 2,
            closing=_lines(template.closing),
            signer_office=template.signer_office,
            signer_name=template.signer_name,
            signer_number=template.signer_number,
            copies_label=pgettext("letter", "Copies:"),
            copies=(gettext("Head of the invented office"),),
            footer=_lines(template.footer),
            page=pgettext("letter", "Page"),
            shape=shape_of(template),
        )


def letter_pdf(statement: Statement) -> bytes:
    """The letter as it is attached. Made again unchanged, it is the same file: what was cleared stays cleared."""
    if (sent := letter_as_sent(statement)) is not None:
        return sent
    day = statement.dated or timezone.localdate()
    return write_letter_pdf(formal_letter(statement), made_at=datetime.combine(day, NOON, UTC))


def letter_as_sent(statement: Statement) -> bytes | None:
    """The very file that left; None while it has not."""
    if statement.state != Statement.State.SENT:
        return None
    enclosed = DraftAttachment.objects.filter(draft__statement=statement, letter=True)
    left = enclosed.select_related("file").first()
    if left is None:
        return None
    with open_stored(left.file) as content:
        return content.read()


def letter_docx(statement: Statement) -> bytes:
    """The letter in the desk's own Word template, or the shipped one."""
    return write_letter_docx(formal_letter(statement), word_template(statement.letter.template))


def letter_pages(statement: Statement) -> list[bytes]:
    """Pictures of its pages."""
    return letter_pictures(formal_letter(statement))


def _facts(statement: Statement, letter: StatementLetter) -> Iterable[tuple[str, str]]:
    number = statement.number or NO_NUMBER
    if letter.template.layout == LetterTemplate.Layout.OFFICIAL:
        enclosed = statement.files.count()
        told = ngettext("%(count)s enclosure", "%(count)s enclosures", enclosed) % {"count": enclosed}
        yield pgettext("letter", "Number"), number
        yield pgettext("letter", "Nature"), letter.get_nature_display().capitalize()
        yield pgettext("letter", "Enclosures"), told if enclosed else "-"
        yield pgettext("letter", "Subject"), statement.title
        return
    yield pgettext("letter", "Our reference"), number
    if answered := ", ".join(_answered(statement)):
        yield pgettext("letter", "Your reference"), answered
    yield pgettext("letter", "Subject"), statement.title
    if statement.purpose:
        yield pgettext("letter", "Purpose"), statement.get_purpose_display()
    if statement.deadline:
        yield pgettext("letter", "Deadline"), _date(statement.deadline, letter.template)
    if statement.response_contact:
        yield pgettext("letter", "Contact"), statement.response_contact


def _answered(statement: Statement) -> Iterable[str]:
    """Numbers that the other body gave to what this answers, where it did."""
    responds = statement.references.filter(kind="responds_to").select_related("target").order_by("pk")
    for reference in responds:
        yield (reference.target.their_number if reference.target else "") or reference.number


def _place_and_date(statement: Statement, template: LetterTemplate) -> str:
    written = _date(statement.dated or timezone.localdate(), template)
    return f"{template.place}, {written}" if template.place else written


def _date(day: date, template: LetterTemplate) -> str:
    return format_date(day, "d MMMM y", locale=template.language)


def _logo(template: LetterTemplate) -> bytes:
    if template.logo is None:
        return b""
    with open_stored(template.logo) as content:
        return content.read()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
