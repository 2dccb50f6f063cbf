"""Real tables and address books of Western offices in Windows-1252: none is read as Chinese or Japanese."""

import re
from pathlib import Path

import pytest

from jembatan.directory.formats.charset import decode_document, document_codec

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _in_another_charset() -> list[Path]:
    found = [path for folder in ("meetings", "vcards") for path in (CORPORA / folder).rglob("*")]
    files = sorted(path for path in found if path.suffix.lower() in {".csv", ".vcf"})
    contents = {path: path.read_bytes() for path in files}
    return [
        path for path, content in contents.items() if not document_codec(content) and not _is_utf8(content)
    ]


FILES = _in_another_charset()

pytestmark = pytest.mark.skipif(not FILES, reason=f"No corpora at {CORPORA}.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_file_is_read_as_windows_text(path: Path) -> None:
    decoded = decode_document(path.read_bytes())
    assert decoded.problem == "not readable as utf-8, read as cp1252"
    assert not IDEOGRAPHS.search(decoded.text)
