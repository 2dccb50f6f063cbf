"""A mail read as a formal statement: what its labelled lines and its subject say. Everything may be wrong; a person looks.

Labels are those of the IETF's liaison mails, of 3GPP's cover sheets and of Indonesian official letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from jembatan.correspondence.formats.statement_mentions import TOKEN, answers_in
from jembatan.correspondence.formats.statement_tables import PURPOSES
from jembatan.platform.dates.days import read_day

READ_AT_MOST = 20_000
LONGEST_TITLE = 500
LABELS = {
    "number": r"(?:ls|liaison statement|document|reference|our ref(?:erence)?)?\s*(?:number|no\.?|nomor|tdoc)|ls|our ref",
    "title": r"title|subject|hal|perihal|judul",
    "body": r"from|source|dari|asal",
    "cc": r"cc|copy to|copies to|tembusan",
    "purpose": r"purpose|for|document for|tujuan|untuk",
    "deadline": r"deadline|response deadline|due|due date|please reply by|tenggat|batas waktu|reply by",
    "dated": r"date|submission date|tanggal",
    "answers": r"response to|in response to|reply to|menjawab",
    "technical_contact": r"technical contacts?|narahubung teknis|kontak teknis",
    "response_contact": r"response contacts?|contact(?: person)?|narahubung|kontak",
}
LINES = {
    name: re.compile(rf"^[ \t>*]*(?:{label})[ \t]*[:=][ \t]*(?P<value>\S.*)$", re.IGNORECASE | re.MULTILINE)
    for name, label in LABELS.items()
}
UNLABELLED_DEADLINE = re.compile(
    r"(?:please (?:reply|respond) by|no later than|not later than|at the latest by|selambat-lambatnya|paling lambat)"
    r"\s+(?:pada\s+)?(?:tanggal\s+)?(?=[\w])",
    re.IGNORECASE,
)
PREFIX = re.compile(r"^(?:(?:re|fw|fwd|bls|trs)\s*:\s*)+|^new liaison statement,?\s*", re.IGNORECASE)
NUMBER = re.compile(rf"\b{TOKEN}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMail:
    """What the mail seems to say; "" or None where it says nothing."""

    number: str = ""
    title: str = ""
    body: str = ""
    cc: str = ""
    purpose: str = ""
    deadline: date | None = None
    dated: date | None = None
    answers: tuple[str, ...] = ()
    technical_contact: str = ""
    response_contact: str = ""


def read_statement(subject: str, text: str, *, today: date) -> StatementMail:
    """Labelled lines of the text first, then the subject. Days are read in both languages, from `today`."""
    text = text[:READ_AT_MOST]
    said = {name: _said(pattern, text) for name, pattern in LINES.items()}
    title = said["title"] or PREFIX.sub("", subject.strip().strip('"')).strip().strip('"“”')
    answers = answers_in(f"{subject}\n{text}") or tuple(NUMBER.findall(said["answers"]))
    number = next((found for found in NUMBER.findall(said["number"])), "")
    return StatementMail(
        number=number or _number_in(subject, answers),
        title=title[:LONGEST_TITLE],
        body=said["body"][:300],
        cc=said["cc"],
        purpose=next((name for name, pattern in PURPOSES if pattern.search(said["purpose"])), ""),
        deadline=_day(said["deadline"], today) or _deadline_in(text, today),
        dated=_day(said["dated"], today),
        answers=answers,
        technical_contact=said["technical_contact"][:300],
        response_contact=said["response_contact"][:300],
    )


def _said(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found["value"].strip() if found else ""


def _number_in(subject: str, answers: tuple[str, ...]) -> str:
    """The first number of the subject that is not that of the statement answered."""
    return next((number for number in NUMBER.findall(subject) if number not in answers), "")


def _deadline_in(text: str, today: date) -> date | None:
    for lead in islice(UNLABELLED_DEADLINE.finditer(text), 10):
        if day := _day(text[lead.end() : lead.end() + 60], today):
            return day
    return None


def _day(text: str, today: date) -> date | None:
    """The first day written in the text."""
    lower = text.lower()
    return next(_days(lower, today), None)


def _days(lower: str, today: date) -> Iterator[date]:
    for word in re.finditer(r"(?<!\w)\w", lower[:80]):
        for language in ("en", "id"):
            if found := read_day(lower, word.start(), today=today, language=language):
                yield found[0]
