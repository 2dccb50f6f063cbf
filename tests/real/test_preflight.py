"""The pre-flight check on real mail: it answers for every message, quickly, and points inside the text."""

import time
from pathlib import Path

import pytest

from jembatan.correspondence.formats.containers import raw_messages
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.preflight.check import check
from jembatan.correspondence.preflight.from_mail import letter_of
from jembatan.correspondence.preflight.knowledge import Knowledge

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "mail"
SLOWEST = 2.0  # seconds; the longest message has some hundred thousand characters

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"there is no real mail in {CORPORA}")


@pytest.mark.parametrize("folder", ["lkml", "mu", "ruby-mail"])
def test_every_real_message_is_checked(folder: str) -> None:
    for path in sorted((CORPORA / folder).iterdir()):
        if path.name.startswith("."):
            continue
        for message in raw_messages(path, path.name):
            letter = letter_of(parse(message.raw))
            start = time.perf_counter()
            findings = check(letter, Knowledge())
            assert time.perf_counter() - start < SLOWEST, path.name
            for finding in findings:
                if finding.span:
                    assert 0 <= finding.span[0] < finding.span[1] <= len(letter.text), path.name
