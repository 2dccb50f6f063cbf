"""Locks are taken as decision 35 says."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from jembatan.accounts.actor import Actor
from jembatan.recruitment.actions import own
from jembatan.recruitment.actions.calls import publish
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.forget import delete_as_asked
from jembatan.recruitment.actions.interviews import set_tested
from jembatan.recruitment.queries.link import link_to
from jembatan.recruitment.tests.scene import applied, call_of


def test_what_is_changed_is_locked_without_its_keys_and_what_goes_is_locked_whole(officer: Actor) -> None:
    call = call_of(officer)
    with CaptureQueriesContext(connection) as changing:
        application = applied(call)
        publish(officer, call, public=True)
        own.withdraw(link_to(application))
        own.come_back(link_to(application))
        set_tested(officer, application, "ja", "B1")
        decide(officer, call, [application.pk], "shortlisted", letters=False)
    with CaptureQueriesContext(connection) as removing:
        delete_as_asked(officer, application)
    locks, whole = (
        [each["sql"] for each in asked if " UPDATE OF " in each["sql"]] for asked in (changing, removing)
    )
    assert len(locks) >= 6
    assert [sql for sql in locks if "FOR NO KEY UPDATE" not in sql and "interviewslot" not in sql] == []
    assert any(" FOR UPDATE OF" in sql and 'FROM "recruitment_application"' in sql for sql in whole)
