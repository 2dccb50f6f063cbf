"""The README names the systems that the product runs on; what is installed asks for no C library newer than theirs."""

import re
import sysconfig
from mmap import ACCESS_READ, mmap
from pathlib import Path

from tests.architecture.house import PROJECT

ELF = b"\x7fELF"
ASKED = re.compile(rb"GLIBC_2\.(\d+)\0")
UBUNTU_22_04 = 35  # its glibc is 2.35; Debian 12 has 2.36


def test_every_binary_runs_with_the_c_library_of_the_oldest_system_named() -> None:
    assert "Ubuntu 22.04" in (PROJECT / "README.md").read_text("utf-8")
    installed = [path for path in Path(sysconfig.get_path("platlib")).rglob("*") if _is_binary(path)]
    asked = {path.name: max(_versions(path), default=0) for path in installed}
    assert {name: version for name, version in asked.items() if version > UBUNTU_22_04} == {}
    assert max(asked.values(), default=0) > 0 or _is_no_linux(), "nothing was looked at"


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file() or path.suffix in {".py", ".pyc", ".pyi"}:
        return False
    with path.open("rb") as opened:
        return opened.read(len(ELF)) == ELF


def _versions(path: Path) -> list[int]:
    with path.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as mapped:
        return [int(found) for found in ASKED.findall(mapped)]


def _is_no_linux() -> bool:
    """Elsewhere there is no glibc, and nothing that asks for one."""
    return not sysconfig.get_platform().startswith("linux")
