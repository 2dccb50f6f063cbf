"""Real mail: every item accounted for, threads as their lists saw them, and nothing changed by importing it again."""

from pathlib import Path

import pytest

from bench.reply_splitting import measure
from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.containers import raw_messages
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Message, Thread
from jembatan.platform.imports.actions.run import accounts, import_now

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "mail"
FOLDERS = ("lkml", "mu", "ruby-mail")

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"there is no real mail in {CORPORA}")


def files(folder: str) -> list[Path]:
    return sorted(path for path in (CORPORA / folder).iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_real_message_is_filed_once(officer: Actor, folder: str) -> None:
    result = import_now(officer, [CORPORA / folder])
    figures = accounts(result.batch)
    assert figures["read"] == len(files(folder))
    assert figures["quarantined"] == 0
    assert figures["filed"] == Message.objects.count()
    again = accounts(import_now(officer, [CORPORA / folder]).batch)
    assert again == {**dict.fromkeys(figures, 0), "read": figures["read"], "duplicates": figures["read"]}


def test_a_real_mailing_list_falls_into_its_threads(officer: Actor) -> None:
    import_now(officer, [CORPORA / "lkml"])
    largest = Thread.objects.order_by("-message_count").values_list("message_count", flat=True)
    assert list(largest[:4]) == [100, 48, 10, 10]
    for message in Message.objects.exclude(references=[]):
        parents = Message.objects.filter(message_id__in=message.references)
        assert {parent.thread_id for parent in parents} <= {message.thread_id}


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_word_of_a_real_message_is_lost_in_splitting(folder: str) -> None:
    for path in files(folder):
        for message in raw_messages(path, path.name):
            text = read(message.raw).text
            parts = split(text)
            assert sorted(f"{parts.reply} {parts.quoted} {parts.signature}".split()) == sorted(
                text.split()
            ), path.name


@pytest.mark.parametrize(
    ("name", "failed"),
    [
        (
            "multi_address_bounce1.eml",
            [
                "bbbbvhvbbvkjbhfbvbvjhb@gmail.com",
                "bscdbcjhasbcjhbdscbhbsdhcbj@gmail.com",
                "egyfefsdvsfvvhjsd@gmail.com",
                "kfhejkfbsjkjsbhds@gmail.com",
                "qfvhgsvhgsduiohncdhcvhsdfvsfygusd@gmail.com",
            ],
        ),
        ("report_422.eml", []),
        ("report_530.eml", ["edwin@zzzzzzz.com"]),
        ("multipart_report_multiple_status.eml", ["u@ci.com"]),
    ],
)
def test_real_delivery_reports_name_whom_they_are_about(name: str, failed: list[str]) -> None:
    found = read((CORPORA / "ruby-mail" / name).read_bytes()).report
    assert found is not None
    assert [failure.email for failure in found.failures] == failed


def test_real_replies_are_told_from_their_quotations() -> None:
    """As somebody marked them; the third that was held out is the measure."""
    figures = measure(CORPORA)
    assert figures["mails"] == 156
    assert min(figures["held_out"], figures["tuning"], figures["with_a_quotation"]) >= 0.95
