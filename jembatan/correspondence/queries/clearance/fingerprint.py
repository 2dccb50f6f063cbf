"""Exactly what is cleared, as one number: whatever changes in what would leave changes it."""

import json
from hashlib import sha256

from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.borne_markings import borne_markings, inserted_in


def fingerprint(draft: Draft) -> str:
    """Of sender, receivers, subject, text, what stands below it, files, statement, markings, and what is to be said back.

    Lines end as they will: a browser that sends a text back with other line ends has changed nothing.
    """
    sender, answered = draft.from_address, draft.answers
    leaves: dict[str, object] = {
        "from": [sender.name, sender.email, sender.reply_to, sender.signature] if sender else [],
        "receivers": [
            sorted({each.email for each in readable_receivers(typed)})
            for typed in (draft.to, draft.cc, draft.bcc)
        ],
        "subject": " ".join(draft.subject.split()),
        "text": draft.text.replace("\r\n", "\n").rstrip(),
        "formatted": draft.formatted,
        "answers": [draft.kind, answered.pk if answered else 0, draft.quote],
        "files": sorted(draft.attachments.values_list("name", "file__digest")),
        "markings": sorted(set(borne_markings(draft, inserted_in(draft)))),
        "statement": draft.statement_id or 0,
    }
    if draft.read_back:
        leaves["points"] = draft.read_back_points.replace("\r\n", "\n").split("\n")
    return sha256(json.dumps(leaves, sort_keys=True).encode()).hexdigest()
