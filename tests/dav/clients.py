"""Programs as people have them, installed beside the tests: vdirsyncer between a folder and us, khal and khard on the folder."""

import os
import subprocess
import sys
from pathlib import Path

from tests.dav.program import Program

BESIDE = Path(sys.executable).parent
BOOKS = {"people": ("carddav", ".vcf"), "meetings": ("caldav", ".ics")}
CONFIG = """
[general]
status_path = "{home}/status/"

[pair {kind}]
a = "here"
b = "there"
collections = ["from b"]
conflict_resolution = {conflict}

[storage here]
type = "filesystem"
path = "{home}/{kind}/"
fileext = "{suffix}"

[storage there]
type = "{protocol}"
url = "{site}/"
username = "{user}"
password = "{password}"
"""


class Folder:
    """A folder that vdirsyncer keeps the same as one of our books."""

    def __init__(self, home: Path, site: str, program: Program, kind: str) -> None:
        self.home, self.site, self.program, self.kind = home, site, program, kind
        self.path = home / kind / f"{kind}-{program.actor.desk.slug}"
        self.suffix = BOOKS[kind][1]
        self.configure()
        self.run("discover", asked="y\n" * 9)

    def configure(self, *, conflict: str = "null") -> None:
        """`conflict` as vdirsyncer's configuration writes it."""
        protocol, suffix = BOOKS[self.kind]
        text = CONFIG.format(
            home=self.home,
            kind=self.kind,
            conflict=conflict,
            suffix=suffix,
            protocol=protocol,
            site=self.site,
            user=self.program.user.email,
            password=self.program.password,
        )
        (self.home / "config").write_text(text)

    def run(self, *words: str, asked: str = "", fails: bool = False) -> str:
        """Run vdirsyncer; what it said. It must fail if `fails`, and must not else."""
        return run(
            "vdirsyncer", "-c", str(self.home / "config"), *words, home=self.home, asked=asked, fails=fails
        )

    def sync(self, *, fails: bool = False) -> str:
        """Both ways."""
        return self.run("sync", fails=fails)

    def files(self) -> dict[str, Path]:
        """By name."""
        return {path.name: path for path in self.path.glob(f"*{self.suffix}")}

    def only(self) -> Path:
        """The only file."""
        (path,) = self.files().values()
        return path

    def of(self, text: str) -> Path:
        """The only file with this text in it."""
        (path,) = (path for path in self.files().values() if text in path.read_text())
        return path

    def change(self, path: Path, before: str, after: str) -> None:
        """As a program on this machine does; the change is never within the moment of the last synchronisation."""
        text = path.read_bytes().decode()
        assert before in text, text
        path.write_bytes(text.replace(before, after).encode())
        later = path.stat().st_mtime + 5
        os.utime(path, (later, later))


def run(program: str, *words: str, home: Path, asked: str = "", fails: bool = False) -> str:
    """A program of the environment with a home of its own; standard output and error."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    environment |= {"XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8", "TZ": "Asia/Jakarta"}
    answer = subprocess.run(
        [str(BESIDE / program), *words],
        input=asked,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = answer.stdout + answer.stderr
    assert bool(answer.returncode) == fails, said
    return said
