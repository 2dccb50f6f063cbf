"""Mail import: messages a second, filed, threaded and searchable, beside `notmuch new` on the same files.

`python -m bench.mail_import [COUNT]` generates COUNT (50,000) messages into a temporary folder and prints one JSON line.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.mailbox import US, write_maildir
from bench.measured import jembatan, run


def main(count: int) -> None:
    """Print the line."""
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as place:
        folder = Path(place)
        size = write_maildir(folder / "mail", count)
        print(json.dumps({"bench": "mail_import", **measure(folder, size)}))


def measure(folder: Path, size: int) -> dict[str, Any]:
    """Import the Maildir below `folder`; `seconds` is the importer's own figure, `wall` includes starting the database."""
    # A new database gets its tables first: the process that makes them would count as the importer's memory.
    jembatan("list", "threads", home=folder / "home")
    account, cost = jembatan("import", str(folder / "mail"), "--me", US, home=folder / "home")
    assert account["filed"] == account["read"], account
    return {
        "messages": account["filed"],
        "megabytes": round(size / 1e6, 1),
        "seconds": account["seconds"],
        "per_second": round(account["filed"] / account["seconds"]),
        "wall": round(cost.seconds, 1),
        "peak_rss_mb": round(cost.peak_rss_mb),
        "notmuch_per_second": notmuch(folder, account["filed"]),
    }


def notmuch(folder: Path, count: int) -> int | None:
    """`notmuch new` on the same files, in messages a second; None where it is not installed."""
    program = shutil.which("notmuch")
    if program is None:
        return None
    settings = folder / "notmuch-config"
    settings.write_text(
        f"[database]\npath={folder / 'mail'}\n[user]\nname=x\nprimary_email={US}\n[new]\ntags=new\n"
    )
    environment = {**os.environ, "NOTMUCH_CONFIG": str(settings)}
    cost = run([program, "new", "--quiet"], environment=environment)
    found = subprocess.run([program, "count"], env=environment, capture_output=True, text=True, check=True)
    assert int(found.stdout) == count, found.stdout
    return round(count / cost.seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
