"""`jembatan mail …`: what a message says (without a database), the threads of a desk, and mail from servers."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.correspondence.cli.turn_option import turn_option
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_facts, print_json, print_table, refuse

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("mail")
def mail() -> None:
    """Read messages, list threads, fetch from servers."""


@mail.command("parse")
@click.argument("file", type=FILE)
@json_option
def parse_file(file: Path, as_json: bool) -> None:
    """Read one message (of an mbox: the first) and say what is in it."""
    document = described(file)
    if as_json:
        print_json(document)
        return
    print_facts([(key, _shown(value)) for key, value in document.items()])


@mail.command("split")
@click.argument("file", type=FILE)
@json_option
def split_file(file: Path, as_json: bool) -> None:
    """Tell apart what the author wrote, what is quoted, and the signature; of a message or of plain text."""
    from jembatan.correspondence.formats.containers import is_mail
    from jembatan.correspondence.formats.quotation import split

    text = described(file)["text"] if is_mail(file) else file.read_bytes().decode("utf-8", "replace")
    parts = asdict(split(text))
    print_json(parts) if as_json else print_facts(list(parts.items()))


@mail.command("threads")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@turn_option
@desk_option
@json_option
@uses_database
def threads(form: str, turn: str | None, desk_slug: str | None, as_json: bool) -> None:
    """All threads of a desk with the Message-IDs in them, oldest first, and whose turn it is."""
    from jembatan.correspondence.queries.membership import threads_by_message_id

    found = threads_by_message_id(operator_at(desk_slug), turn=turn or "")
    if as_json or form == "json":
        print_json(found)
        return
    rows = [(each["thread"], each["turn"], len(each["messages"]), each["messages"][0]) for each in found]
    print_table(["thread", "turn", "messages", "first"], rows, empty="No threads yet.")


def described(file: Path) -> dict[str, Any]:
    """The document of `mail parse`; refuses a file that holds no message."""
    from jembatan.correspondence.formats.containers import BrokenContainer, raw_messages
    from jembatan.correspondence.formats.mime import NotMail, parse

    try:
        found = parse(next(raw_messages(file, file.name)).raw)
    except (NotMail, BrokenContainer, StopIteration) as error:
        refuse(f"{file} holds no mail message. {error}".strip())
    return {
        "message_id": found.message_id,
        "in_reply_to": found.in_reply_to,
        "references": found.references,
        "from": [address._asdict() for address in found.from_],
        "to": [address._asdict() for address in found.to],
        "cc": [address._asdict() for address in found.cc],
        "bcc": [address._asdict() for address in found.bcc],
        "reply_to": [address._asdict() for address in found.reply_to],
        "date": found.date,
        "subject": found.subject,
        "text": found.text,
        "html": found.html,
        "attachments": [
            {
                "name": each.name,
                "type": each.type,
                "size": len(each.content),
                "content_id": each.content_id,
                "inline": each.inline,
            }
            for each in found.attachments
        ],
        "signed": found.signed,
        "encrypted": found.encrypted,
        "defects": found.defects,
    }


def _shown(value: Any) -> Any:
    """Lists of addresses and attachments in one line."""
    if not isinstance(value, list | tuple):
        return value
    return ", ".join(
        " ".join(str(part) for part in item.values() if part) if isinstance(item, dict) else str(item)
        for item in value
    )


@mail.command("watch")
@uses_database
def watch_servers() -> None:
    """Watch the mailboxes on servers until stopped, and file what comes in."""
    from jembatan.correspondence.watching.watch import watch
    from jembatan.platform.processes import go_with_parent

    go_with_parent()
    watch(os.environ["DATABASE_URL"])


@mail.command("fetch")
@desk_option
@json_option
@uses_database
def fetch_now(desk_slug: str | None, as_json: bool) -> None:
    """Fetch once what is new in the mailboxes of a desk on servers."""
    from jembatan.correspondence.watching.once import fetch_once

    found = fetch_once(operator_at(desk_slug))
    if as_json:
        print_json({"folders": found})
    else:
        rows = [(each["mailbox"], each["fetched"], each["trouble"]) for each in found]
        print_table(["mailbox", "fetched", "trouble"], rows, empty="No mailbox on a server yet.")
    if any(each["trouble"] for each in found):
        raise SystemExit(1)
