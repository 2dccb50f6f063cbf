"""Clocks that change: minutes of the axis pass one by one, days and their hours are those of the clocks on the wall."""

type ClockChanges = tuple[tuple[int, int], ...]
"""In their order, from the first midnight on: the minute of the axis at which clocks change, and by how much they go forward (negative: back)."""

DAY = 1440


def on_the_wall(changes: ClockChanges, minute: int) -> int:
    """What clocks show at the minute, counted from the first midnight with 1,440 for each day."""
    return minute + sum(forward for at, forward in changes if at <= minute)


def midnight(changes: ClockChanges, day: int) -> int:
    """The minute of the axis at which the day begins: the first one, where clocks show midnight twice."""
    found = day * DAY
    for at, forward in changes:
        if at < found or (at == found and forward < 0):
            found -= forward
    return found


def seen_between(changes: ClockChanges, start: int, end: int) -> tuple[int, int]:
    """From the earliest that clocks show in that time to the latest; the first and the last unless they go back meanwhile."""
    first, last = on_the_wall(changes, start), on_the_wall(changes, end - 1) + 1
    for at, forward in changes:
        if start < at < end:
            after = on_the_wall(changes, at)
            first, last = min(first, after), max(last, after - forward)
    return first, last
