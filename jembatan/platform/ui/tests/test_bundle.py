"""What the build promises: small files, every icon that is asked for, no registry address in the lock file."""

import gzip
import re
from pathlib import Path

import pytest

from jembatan.platform.paths import PROJECT

UI = PROJECT / "jembatan" / "platform" / "ui"
BUILT = UI / "static" / "built"
NAMED = re.compile(
    r"""(?:\{% icon |\bicon(?:_name)?=|\bicon: ClassVar\[str\] = |\bicon = )"([a-z][a-z0-9-]*)\""""
)
IN_REGISTRIES = re.compile(
    r'\b(?:Place|Command|EntryKind)\(\s*"[^"]+",\s*_\("[^"]+"\),\s*(?:"[a-z_]+:[a-z_]+",\s*)?"([a-z0-9-]+)"'
)


def compressed(path: Path) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(path.read_bytes(), 9))


def named_icons(text: str) -> list[str]:
    """Names that a template or a registration gives."""
    return NAMED.findall(text) + IN_REGISTRIES.findall(text)


@pytest.mark.skipif(not BUILT.exists(), reason="npm run build has not run")
@pytest.mark.parametrize(("name", "most"), [("styles.css", 45), ("app.js", 50), ("icons.svg", 20)])
def test_bundle_stays_within_its_budget(name: str, most: int) -> None:
    assert compressed(BUILT / name) <= most * 1024


def test_every_icon_that_is_named_is_in_the_sprite() -> None:
    listed = set((UI / "build" / "icons.txt").read_text().split())
    missing = {
        f"{path.relative_to(PROJECT)}: {name}"
        for kind in ("*.html", "*.py")
        for path in (PROJECT / "jembatan").rglob(kind)
        if "tests" not in path.parts
        for name in named_icons(path.read_text(encoding="utf-8"))
        if name not in listed
    }
    assert missing == set()


def test_lock_file_names_no_registry() -> None:
    lock = (PROJECT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert "registry" not in lock


def test_scripts_of_the_house_evaluate_nothing() -> None:
    for path in (UI / "build" / "scripts").glob("*.js"):
        assert not re.search(r"\beval\(|new Function|\.style\b|insertAdjacentHTML", path.read_text()), (
            path.name
        )
