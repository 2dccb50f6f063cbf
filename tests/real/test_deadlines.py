"""Real mail of developers, in which nobody sets a deadline or promises an answer: version numbers, dates of logs, signatures."""

from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from jembatan.correspondence.formats.containers import raw_messages
from jembatan.correspondence.formats.reading import Reading, own_words, read
from jembatan.platform.dates.deadlines import find_deadlines

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "mail"
FOLDERS = ("lkml", "mu", "ruby-mail")

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"there is no real mail in {CORPORA}")


def readings(folder: str) -> Iterator[Reading]:
    for path in sorted((CORPORA / folder).iterdir()):
        if not path.name.startswith("."):
            yield from (read(message.raw) for message in raw_messages(path, path.name))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_deadline_is_read_into_real_mail(folder: str) -> None:
    found = {}
    for reading in readings(folder):
        if reading.sent_at is not None:
            now = reading.sent_at.astimezone(timezone(timedelta(minutes=reading.sent_offset or 0)))
            said = own_words(reading.text)
            for deadline in find_deadlines(said, now=now, language=reading.language):
                found[reading.message_id] = said[slice(*deadline.span)]
    assert found == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_real_mail_is_taken_for_a_holding_reply(folder: str) -> None:
    assert [reading.message_id for reading in readings(folder) if reading.holding] == []
