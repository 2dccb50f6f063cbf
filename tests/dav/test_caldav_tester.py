"""The report of `caldav-server-tester`, a program of others, is the one that docs/caldav.md explains."""

import json
import re
import subprocess

import pytest
from pytest_django.live_server_helper import LiveServer

from jembatan.accounts.actor import Actor
from tests.architecture.house import PROJECT
from tests.dav.clients import BESIDE
from tests.dav.program import program_of

ROW = re.compile(r"\| `([a-z0-9.-]+)` \| (\w+) \| \S.* \|")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_report_is_the_one_that_is_explained(head: Actor, live_server: LiveServer) -> None:
    program = program_of(head)
    login = ["--caldav-username", program.user.email, "--caldav-password", program.password]
    calendar = ["--caldav-url", f"{live_server.url}/dav/", "--caldav-calendar", head.desk.name]
    answer = subprocess.run(
        [
            str(BESIDE / "python"),
            "-m",
            "tests.dav.caldav_tester",
            *login,
            *calendar,
            "--verbose",
            "--format",
            "json",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    features = json.loads(answer.stdout)["features"]
    found = {name: one["support"] for name, one in features.items() if one["support"] != "full"}
    assert found == dict(ROW.findall((PROJECT / "docs" / "caldav.md").read_text()))
