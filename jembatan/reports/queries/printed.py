"""What of a report is printed: a month of twenty thousand entries is no paper that anybody reads."""

from jembatan.reports.queries.lines import ReportLine

MOST_LINES = 400
QUIET = ("mail.received", "mail.sent", "chat.received", "chat.sent", "directory.added", "directory.changed")

type Group = tuple[str, list[ReportLine]]
type Printed = tuple[str, list[ReportLine], int]


def printed(groups: list[Group]) -> list[Printed]:
    """Of each group the lines that say the most, in their order, and how many it has besides. All, where they are four hundred or less.

    Else every group gets the same number of lines, at least one: first what is neither plain mail nor an edit of the
    directory, then what happened last.
    """
    limit = _limit([len(lines) for _name, lines in groups])
    return [(name, _first(lines, limit), max(len(lines) - limit, 0)) for name, lines in groups]


def _limit(sizes: list[int]) -> int:
    """The largest number by which no more than `MOST_LINES` are printed."""
    left, groups = MOST_LINES, len(sizes)
    for size in sorted(sizes):
        if size * groups > left:
            return max(left // groups, 1)
        left, groups = left - size, groups - 1
    return max(sizes, default=1)


def _first(lines: list[ReportLine], limit: int) -> list[ReportLine]:
    if len(lines) <= limit:
        return lines
    weighty = sorted(lines, key=lambda line: (line.kind.name in QUIET, -line.last_at.timestamp(), line.key))
    kept = {line.key for line in weighty[:limit]}
    return [line for line in lines if line.key in kept]
