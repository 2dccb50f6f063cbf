"""PostgreSQL's data directory: made whole or not at all, and opened only by programs of its own major version."""

import locale
import shutil
import subprocess
from pathlib import Path

from jembatan.platform.postgres.binaries import VARIABLE, Binaries
from jembatan.platform.postgres.layout import USER, Layout
from jembatan.platform.postgres.refusal import DatabaseRefused

FIRST_WITH_BUILTIN_LOCALES = 17


def make_data_directory(data: Path, binaries: Binaries, *, fast: bool) -> None:
    """Initialise beside the target and rename; what an interrupted attempt left is removed. Existing data are kept."""
    if data.exists():
        refuse_other_major(data, binaries)
        return
    draft = data.with_name("data.draft")
    shutil.rmtree(draft, ignore_errors=True)
    command = [binaries.program("initdb"), "--pgdata", str(draft), "--username", USER, "--encoding=UTF8"]
    command += ["--auth-local=trust", "--auth-host=reject", *_locale_arguments(binaries.major)]
    done = subprocess.run(
        command + (["--no-sync"] if fast else []), capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines() or ["no reason given"]
        raise DatabaseRefused(f"PostgreSQL could not make its data directory in {data.parent}: {reason[-1]}")
    draft.rename(data)


def holds_database(home: Path) -> bool:
    """Whether this home has a data directory already."""
    return Layout(home).data.exists()


def refuse_other_major(data: Path, binaries: Binaries) -> None:
    """One major version cannot open another's files."""
    try:
        made_by = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise DatabaseRefused(
            f"{data} is not a PostgreSQL data directory; move it away to start afresh."
        ) from None
    if made_by != str(binaries.major):
        raise DatabaseRefused(
            f"The data in {data} were made by PostgreSQL {made_by} and cannot be opened by PostgreSQL "
            f"{binaries.major}; set {VARIABLE} to the programs of PostgreSQL {made_by}."
        )


def _locale_arguments(major: int) -> list[str]:
    """Code point order and Unicode letters, from the server's own tables where it has them (17 and up)."""
    if major < FIRST_WITH_BUILTIN_LOCALES:
        return ["--lc-collate=C", f"--lc-ctype={_unicode_locale()}", "--lc-messages=C"]
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={_unicode_locale()}"]


def _unicode_locale() -> str:
    """A locale of this system that knows Unicode's letters; older macOS has no C.UTF-8."""
    before = locale.setlocale(locale.LC_CTYPE)
    for name in ("C.UTF-8", "en_US.UTF-8"):
        try:
            locale.setlocale(locale.LC_CTYPE, name)
        except locale.Error:
            continue
        locale.setlocale(locale.LC_CTYPE, before)
        return name
    return "C"
