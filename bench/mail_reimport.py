"""Re-import of a mailbox that is filed already: messages a second, and zero changes.

`python -m bench.mail_reimport [COUNT]` generates COUNT (50,000) messages, imports them twice and prints one JSON line.
"""

import json
import sys
import tempfile
from pathlib import Path

from bench.mailbox import US, write_maildir
from bench.measured import jembatan


def main(count: int) -> None:
    """Print the line; fails if the second import changes anything."""
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as place:
        mail, home = Path(place) / "mail", Path(place) / "home"
        write_maildir(mail, count)
        jembatan("import", str(mail), "--me", US, home=home)
        account, cost = jembatan("import", str(mail), "--me", US, home=home)
    assert account["duplicates"] == account["read"] == count, account
    print(
        json.dumps(
            {
                "bench": "mail_reimport",
                "messages": count,
                "seconds": account["seconds"],
                "per_second": round(count / account["seconds"]),
                "peak_rss_mb": round(cost.peak_rss_mb),
                "changes": account["filed"] + account["updated"] + account["quarantined"],
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
