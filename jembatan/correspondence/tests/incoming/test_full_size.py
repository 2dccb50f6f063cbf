"""Mailboxes and messages as large, and as hostile, as they come: all is filed or set aside, in bounded memory."""

import base64
import io
import re
import zipfile
from pathlib import Path

import pytest

from jembatan.correspondence.importer.run import KEPT_OF_HUGE
from jembatan.correspondence.models import IncomingFolder, IncomingServer, Message, MessageAttachment
from jembatan.correspondence.tests.incoming.dovecot import Dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch
from jembatan.platform.imports.models import Batch, QuarantinedItem

STATUS = Path("/proc/self/status")
RESET = Path("/proc/self/clear_refs")
MEGABYTE = 1 << 20
BOUND = 40 * MEGABYTE  # half of the smallest thing that is measured here


def peak() -> int:
    """The most memory that this process has held since `forget_peak`, in bytes."""
    found = re.search(r"^VmHWM:\s+(\d+) kB", STATUS.read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024


def forget_peak() -> int:
    """Measure from here; the bytes that are held now."""
    RESET.write_text("5")
    return peak()


@pytest.fixture
def used(login: IncomingServer, server: Dovecot) -> IncomingServer:
    """One letter has been read: what is loaded once is loaded."""
    server.deliver(letter(0))
    fetch(login)
    return login


def test_mailbox_of_eighty_megabytes_is_filed_in_bounded_memory(
    used: IncomingServer, server: Dovecot
) -> None:
    text = ("x" * 79 + "\n") * 200
    server.pour(letter(number, text=text) for number in range(1, 5_001))
    before = forget_peak()

    assert fetch(used) == 5_000
    assert peak() - before < BOUND
    assert Message.objects.count() == 5_001
    assert (IncomingFolder.objects.get().last_uid, QuarantinedItem.objects.count()) == (5_001, 0)


def test_message_of_a_hundred_megabytes_is_set_aside_and_the_rest_goes_on(
    used: IncomingServer, server: Dovecot
) -> None:
    line = "x" * 76 + "\r\n"
    huge = letter(2, text=line * (100 * MEGABYTE // len(line)))
    server.pour([letter(1), huge, letter(3)])
    before = forget_peak()

    assert fetch(used) == 3
    assert peak() - before < BOUND
    assert sorted(Message.objects.values_list("subject", flat=True)) == [
        f"Permohonan {number}" for number in (0, 1, 3)
    ]
    item = QuarantinedItem.objects.get()
    assert (bytes(item.raw), item.reason) == (
        huge[:KEPT_OF_HUGE],
        "The message is larger than 64 MB; only its beginning is kept.",
    )


def test_archive_that_would_fill_the_disk_is_kept_as_it_came(used: IncomingServer, server: Dovecot) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("nol", "w") as inside:
        for _ in range(500):
            inside.write(bytes(MEGABYTE))
    encoded = base64.encodebytes(archive.getvalue()).decode()
    kind = b'Content-Type: application/zip; name="nol.zip"\r\nContent-Transfer-Encoding: base64\r\nDate:'
    server.pour([letter(1), letter(2, text=encoded).replace(b"Date:", kind, 1), letter(3)])
    before = forget_peak()

    assert fetch(used) == 3
    assert peak() - before < BOUND
    assert Message.objects.count() == 4
    assert MessageAttachment.objects.get().file.size == len(archive.getvalue())


def test_message_nested_two_thousand_deep_is_set_aside(login: IncomingServer, server: Dovecot) -> None:
    nested = letter(2).replace(b"\r\n\r\n", b"\r\nContent-Type: message/rfc822\r\n\r\n" * 2000, 1)
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
        for depth in range(2000)
    )
    deep = letter(3).replace(b"\r\n\r\n", b"\r\n" + parts, 1)
    server.pour([letter(1), nested, deep, letter(4)])

    assert fetch(login) == 4
    assert sorted(Message.objects.values_list("subject", flat=True)) == ["Permohonan 1", "Permohonan 4"]
    assert sorted(bytes(item.raw) for item in QuarantinedItem.objects.all()) == sorted([nested, deep])
    batch = Batch.objects.get()
    assert (batch.read, batch.filed, batch.quarantined) == (4, 2, 2)
