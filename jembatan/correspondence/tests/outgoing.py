"""Letters for the tests of the pre-flight check, from a few words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from jembatan.correspondence.preflight.check import check
from jembatan.correspondence.preflight.finding import Finding
from jembatan.correspondence.preflight.knowledge import Knowledge
from jembatan.correspondence.preflight.letter import Correspondent, Letter

US = Correspondent("Bagus Prasetyo", "bagus@selatnusantara.example")
AIKO = Correspondent("Aiko Mori", "aiko@akitsu-embassy.example")
BUDI = Correspondent("Budi Santoso", "budi@laut.example")
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
NOTHING = Knowledge()


def outgoing(text: str, *, language: str = "en", **fields: object) -> Letter:
    """A letter to Aiko (in Indonesian: to Budi) that is sent on Monday, 30 November 2026."""
    values: dict[str, object] = {
        "subject": "Harbour",
        "author": US,
        "to": (BUDI if language == "id" else AIKO,),
        "language": language,
        "sent_at": MONDAY,
        **fields,
    }
    return Letter(text=text, **values)  # type: ignore[arg-type]  # tests name the fields of Letter


def findings(rule: str, letter: Letter, knowledge: Knowledge = NOTHING) -> list[Finding]:
    """What this rule says about the letter."""
    return [finding for finding in check(letter, knowledge) if finding.rule == rule]


def words(rule: str, letter: Letter, knowledge: Knowledge = NOTHING) -> list[str]:
    """The words that this rule points at."""
    return [finding.words for finding in findings(rule, letter, knowledge)]
