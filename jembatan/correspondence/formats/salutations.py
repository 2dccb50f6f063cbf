"""What stands around the words of a short reply: how it greets, and the bare name that signs it."""

import re

GREETING = (
    r"(?i:dear|hi|hello|hallo|halo|hai|hey|good (?:morning|afternoon|evening|day)|greetings|yth\.?|yang terhormat|kepada(?: yth\.?)?|"
    r"dengan hormat|assalamu\W?\s?alaikum|salam sejahtera|(?:selamat )?(?:pagi|siang|sore|malam)|bapak|ibu|pak|bu|mas|mbak|"
    r"prof\.?|dr\.?|mr\.?|mrs\.?|ms\.?)"
)
CALLED = (
    r"(?:[A-Z][\w'’./-]*|(?i:dr\.|prof\.|mr\.?|mrs\.?|ms\.?|bapak|ibu|pak|bu|mas|mbak|van|der|de|von|bin|binti|al|and|dan|sir|madam|all|"
    r"team|colleagues?|everyone|semua|sekalian|rekan|di|tempat|w[.]?r[.]?|w[.]?b[.]?|&|/))"
)
LINE = re.compile(rf"{GREETING}(?:[ ,]+{CALLED}){{0,8}} ?[,.:;!]?")
OPENING = re.compile(rf"{GREETING}(?: {CALLED}){{0,5}},\s+")
NAME = re.compile(r"[A-Z][\w'’.-]*(?:[ ,]+(?:[A-Z][\w'’.-]*|van|der|de|von|bin|binti|al)){0,4}")


def without_salutation(reply: str) -> str:
    """The reply between its greeting and the name under it; a reply that is nothing else stays as it is."""
    lines = [line.strip() for line in reply.strip().split("\n")]
    while len(lines) > 1 and (not lines[0] or LINE.fullmatch(lines[0])):
        lines.pop(0)
    said = "\n".join(_unsigned(lines)).strip()
    return said[found.end() :] if (found := OPENING.match(said)) else said


def _unsigned(lines: list[str]) -> list[str]:
    """Without names in lines of their own below an empty line: who writes, and where."""
    end = len(lines)
    while end > 2 and NAME.fullmatch(lines[end - 1].rstrip(",.")):
        end -= 1
    return lines[:end] if lines[end - 1] == "" else lines
