"""A version of minutes as pages show it."""

from typing import Any

from jembatan.meetings.queries.circulation.content import Content
from jembatan.meetings.queries.circulation.document import due_of


def shown_sections(content: Content, *, whole: bool = False) -> list[dict[str, Any]]:
    """Sections with their outcomes in one list, each with its kind, and days in the language in force.

    The one about the meeting as a whole is left out where it says nothing, unless it is asked for.
    """
    found = []
    for section in content["sections"]:
        outcomes = [each | {"kind": "decision"} for each in section["decisions"]]
        outcomes += [each | {"kind": "action", "due": due_of(each)} for each in section["actions"]]
        if section["text"] or outcomes or section["title"] or whole:
            found.append(section | {"outcomes": outcomes})
    return found
