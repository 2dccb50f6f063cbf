"""Open pages as the server meets them: Yjs itself writes (`pages.mjs`, run by Node), with what is not yet sent and up to where a page has heard.

The library that merges for us would write wrong updates for letters beyond ASCII (decision 17), so it writes none, here neither.
"""

import json
import shutil
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.write import Written, write_minutes
from jembatan.meetings.models import Minutes, MinutesSection
from jembatan.meetings.queries.minutes.reading import since

SCRIPT = Path(__file__).with_suffix(".mjs")


class Yjs:
    """The process; documents have names."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.named = 0

    def ask(self, what: str, **arguments: object) -> Any:
        """One line there, one back."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": what, **arguments}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def name(self) -> str:
        """For one more document."""
        self.named += 1
        return str(self.named)


@contextmanager
def yjs_running() -> Iterator[Yjs]:
    """Until the tests end; the Node of the machine, or the one beside this Python."""
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    with subprocess.Popen(
        [node, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield Yjs(process)
        process.terminate()


class Text:
    """One document of one client."""

    def __init__(self, yjs: Yjs, client: int) -> None:
        self.yjs = yjs
        self.names = {"name": yjs.name(), "client": client}

    def __str__(self) -> str:
        return str(self.yjs.ask("text", **self.names))

    def edit(self, at: int, *, gone: int = 0, words: str = "") -> list[bytes]:
        """In a text box: characters taken out, words put in. Returns what Yjs makes of it."""
        now = str(self)
        before = now[:at] + words
        caret = len(before.encode("utf-16-le")) // 2
        made = self.yjs.ask("type", **self.names, after=before + now[at + gone :], caret=caret)
        return [b64decode(each) for each in made]

    def hear(self, update: bytes) -> None:
        """Somebody else's update."""
        self.yjs.ask("hear", **self.names, update=b64encode(update).decode())

    def all(self) -> bytes:
        """The whole document as one update."""
        return b64decode(self.yjs.ask("all", **self.names))


class Page:
    """Of one writer; `unsent` is what its browser keeps while there is no connection."""

    def __init__(self, yjs: Yjs, actor: Actor, minutes: Minutes, client: int) -> None:
        self.yjs, self.actor, self.minutes, self.client = yjs, actor, minutes, client
        self.heard = 0
        self.unsent: list[Written] = []
        self.texts: dict[int, Text] = {}

    def text(self, section: MinutesSection) -> Text:
        """The text box of the section."""
        return self._text(section.pk)

    def type(self, section: MinutesSection, at: int, words: str) -> None:
        """Put words in; what that comes to waits to be sent."""
        made = self.text(section).edit(at, words=words)
        self.unsent += [Written(section.pk, self.client, each) for each in made]

    def cut(self, section: MinutesSection, start: int, end: int) -> str:
        """Take characters out; returns them."""
        gone = str(self.text(section))[start:end]
        made = self.text(section).edit(start, gone=len(gone)) if gone else []
        self.unsent += [Written(section.pk, self.client, each) for each in made]
        return gone

    def send(self, pieces: int | None = None) -> list[str]:
        """The first of what waits, or all of it."""
        sent = self.unsent[:pieces]
        told = write_minutes(self.actor, self.minutes, sent)
        self.unsent = self.unsent[len(sent) :]
        return told

    def lose(self) -> None:
        """Send everything, and never hear that it arrived."""
        write_minutes(self.actor, self.minutes, self.unsent)

    def hear(self) -> None:
        """Take over what the others wrote."""
        self.minutes.refresh_from_db()
        for section_id, contents in since(self.minutes, self.heard).items():
            for content in contents:
                self._text(section_id).hear(content)
        self.heard = self.minutes.number

    def _text(self, section_id: int) -> Text:
        if section_id not in self.texts:
            self.texts[section_id] = Text(self.yjs, self.client)
        return self.texts[section_id]
