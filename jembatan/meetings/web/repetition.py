"""How a meeting repeats, in words: the common rules, and for the others that it does."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def repetition_text(rule: str) -> str:
    """ "Every week", "Every 2 months, 10 times"; "" for a single meeting."""
    line = next((line for line in rule.splitlines() if line.startswith("RRULE:")), "")
    if not line:
        return _("On several days") if rule else ""
    parts = dict(part.split("=", 1) for part in line.removeprefix("RRULE:").split(";") if "=" in part)
    every = _every(parts.get("FREQ", ""), _number(parts.get("INTERVAL", "1")))
    if "COUNT" in parts:
        count = _number(parts["COUNT"])
        times = ngettext("%(count)s time", "%(count)s times", count) % {"count": count}
        return _("%(every)s, %(times)s") % {"every": every, "times": times}
    if until := parts.get("UNTIL", "")[:8]:
        day = f"{until[:4]}-{until[4:6]}-{until[6:8]}"
        return _("%(every)s until %(day)s") % {"every": every, "day": day}
    return every


def _every(frequency: str, interval: int) -> str:
    values = {"count": interval}
    if frequency == "DAILY":
        return ngettext("Every day", "Every %(count)s days", interval) % values
    if frequency == "WEEKLY":
        return ngettext("Every week", "Every %(count)s weeks", interval) % values
    if frequency == "MONTHLY":
        return ngettext("Every month", "Every %(count)s months", interval) % values
    if frequency == "YEARLY":
        return ngettext("Every year", "Every %(count)s years", interval) % values
    return _("Repeats")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1
