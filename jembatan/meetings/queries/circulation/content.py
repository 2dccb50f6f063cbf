"""What minutes say at a moment, as it goes out and is kept: plain values, and their fingerprint."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jembatan.meetings.models import Action, Decision, Minutes, MinutesSection

WHOLE, ATTENDANCE = "section-0", "attendance"

type Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be corrected by itself; `kind` is attendance, section, decision or action."""

    key: str
    kind: str
    text: str
    title: str = ""

    @property
    def number(self) -> int:
        """Of the record; 0 for the attendance and the whole."""
        return int(self.key.rpartition("-")[2]) if "-" in self.key else 0


def content_of(minutes: Minutes) -> Content:
    """Six queries. Times are kept with their offset, so that each reader has them on their own clock."""
    meeting = minutes.meeting
    decisions, actions = _decisions(minutes), _actions(minutes)
    sections = [
        {
            "key": f"section-{section.item_id or 0}",
            "title": str(section.item) if section.item else "",
            "text": section.text.strip(),
            "decisions": [
                {"key": f"decision-{each.pk}", "text": each.text}
                for each in decisions
                if each.agenda_item_id == section.item_id
            ],
            "actions": [_action(each) for each in actions if each.agenda_item_id == section.item_id],
        }
        for section in _sections(minutes)
    ]
    return {
        "title": str(meeting),
        "starts_at": minutes.starts_at.isoformat(),
        "ends_at": minutes.ends_at.isoformat(),
        "location": meeting.location,
        "marking": meeting.marking,
        "attendance": _attendance(minutes),
        "sections": sections,
    }


def fingerprint_of(content: Content) -> str:
    """SHA-256 of its JSON with sorted keys, in hexadecimal."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def parts_of(content: Content) -> Iterator[Part]:
    """All that can be corrected, in reading order."""
    yield Part(ATTENDANCE, ATTENDANCE, ", ".join(each["name"] for each in content["attendance"]))
    for section in content["sections"]:
        yield Part(section["key"], "section", section["text"], section["title"])
        for kind in ("decision", "action"):
            for each in section[f"{kind}s"]:
                yield Part(each["key"], kind, each["text"])


def part_of(content: Content, key: str) -> Part | None:
    """The part of that name, if there is one."""
    return next((part for part in parts_of(content) if part.key == key), None)


def _sections(minutes: Minutes) -> list[MinutesSection]:
    """The whole first, then points in their order, then those taken out that something is written about."""
    rows = minutes.sections.select_related("item").defer("document")
    shown = [each for each in rows if each.item is None or each.stands_on_agenda or each.text.strip()]
    return sorted(shown, key=_order)


def _order(section: MinutesSection) -> tuple[int, int]:
    if section.item is None:
        return 0, 0
    position = section.item.position
    return (1, position) if position is not None else (2, section.item.pk)


def _decisions(minutes: Minutes) -> list[Decision]:
    rows = Decision.objects.filter(meeting=minutes.meeting_id, recurrence_id=minutes.recurrence_id)
    return list(rows.filter(position__isnull=False).order_by("position"))


def _actions(minutes: Minutes) -> list[Action]:
    rows = Action.objects.filter(meeting=minutes.meeting_id, recurrence_id=minutes.recurrence_id)
    standing = rows.filter(position__isnull=False).order_by("position")
    return list(standing.select_related("person", "organisation", "member"))


def _action(action: Action) -> dict[str, Any]:
    return {
        "key": f"action-{action.pk}",
        "text": action.text,
        "owner": str(action.owner or ""),
        "due": action.due.isoformat() if action.due else "",
    }


def _attendance(minutes: Minutes) -> list[dict[str, Any]]:
    """As it was recorded; who was asked, where nobody has recorded it."""
    recorded = minutes.attendees.select_related("organisation", "instead_of").order_by("ours", "pk")
    found = [
        {
            "name": each.name,
            "organisation": str(each.organisation or ""),
            "ours": each.ours,
            "was": each.was,
            "instead_of": each.instead_of.name if each.instead_of else "",
        }
        for each in recorded
    ]
    if found:
        return found
    guests = minutes.meeting.attendances.select_related("organisation").order_by("ours", "pk")
    return [
        {
            "name": str(guest),
            "organisation": str(guest.organisation or ""),
            "ours": guest.ours,
            "was": "",
            "instead_of": "",
        }
        for guest in guests
    ]
