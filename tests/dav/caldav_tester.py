"""`caldav-server-tester` for a server that keeps no tasks and makes no calendars: where it has nowhere to put a task it goes on.

Run as a program of its own, with its own arguments.
"""

from typing import Any

from caldav.lib.error import AuthorizationError, MkcalendarError
from caldav_server_tester import checks
from caldav_server_tester.caldav_server_tester import check_server_compatibility


def main() -> None:
    """It knows servers without tasks, but asks them for a list of tasks first, and ends where they make none."""
    prepare: Any = checks.PrepareCalendar._prepare_task_calendar

    def go_on(self: Any, *arguments: Any) -> bool:
        try:
            return bool(prepare(self, *arguments))
        except (MkcalendarError, AuthorizationError):
            self.set_feature("save-load.todo", False)
            return False

    checks.PrepareCalendar._prepare_task_calendar = go_on
    check_server_compatibility()


if __name__ == "__main__":
    main()
