"""Settings of the pre-flight check and the glossary: who may, what changes, what is remembered."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.glossary import add_term, remove_term
from jembatan.correspondence.actions.preflight.limits import remove_limit, set_limit
from jembatan.correspondence.actions.preflight.tuning import tune_rules
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import GlossaryTerm, MarkingLimit, RuleTuning
from jembatan.correspondence.preflight.check import Tuning
from jembatan.correspondence.preflight.finding import Severity
from jembatan.correspondence.preflight.register import all_rules
from jembatan.correspondence.queries.preflight.desk_rules import rules_of
from jembatan.correspondence.tests.scene import organisation
from jembatan.directory.models import Organisation
from jembatan.journal.models import Entry
from jembatan.platform.audit.tracked import event_models
from jembatan.platform.markings import Marking

pytestmark = pytest.mark.django_db
type ClientOf = Callable[[Actor], Client]
RULES = "/settings/preflight/"
GLOSSARY = "/settings/glossary/"


@pytest.fixture
def ministry(officer: Actor) -> Organisation:
    return organisation(officer.desk)


def told(actor: Actor) -> list[str]:
    """What the journal says about the check, oldest first."""
    entries = Entry.objects.filter(desk=actor.desk, kind="preflight.changed").order_by("id")
    return list(entries.values_list("summary", flat=True))


def test_term_replaces_the_one_for_the_same_word(officer: Actor, ministry: Organisation) -> None:
    add_term(officer, organisation=ministry, language="", avoid="perjanjian", use="kontrak")
    add_term(officer, organisation=ministry, language="", avoid=" Perjanjian ", use="nota  kesepahaman")
    assert list(GlossaryTerm.objects.values_list("avoid", "use")) == [("Perjanjian", "nota kesepahaman")]


def test_term_is_a_line_of_the_journal_with_the_partner(officer: Actor, ministry: Organisation) -> None:
    remove_term(officer, add_term(officer, organisation=ministry, language="", avoid="donor", use="mitra"))
    assert told(officer) == [
        "Glossary: “mitra” instead of “donor”.",
        "Glossary: “donor” may be written again.",
    ]
    assert Entry.objects.filter(parties__organisation_id=ministry.pk).count() == 2


@pytest.mark.parametrize(("avoid", "use"), [("  ", "mitra"), ("donor", "Donor")])
def test_term_has_to_say_something(officer: Actor, avoid: str, use: str) -> None:
    with pytest.raises(Refused):
        add_term(officer, organisation=None, language="", avoid=avoid, use=use)


def test_term_once_holds_in_the_database(officer: Actor) -> None:
    GlossaryTerm.objects.create(desk=officer.desk, avoid="donor")
    with pytest.raises(IntegrityError), transaction.atomic():
        GlossaryTerm.objects.create(desk=officer.desk, avoid="Donor")


def test_drafter_settles_nothing(drafter: Actor, ministry: Organisation) -> None:
    with pytest.raises(PermissionDenied):
        add_term(drafter, organisation=None, language="", avoid="donor", use="mitra")


def test_officer_neither_tunes_nor_limits(officer: Actor, ministry: Organisation) -> None:
    with pytest.raises(PermissionDenied):
        tune_rules(officer, {"glossary": Tuning(is_on=False)})
    with pytest.raises(PermissionDenied):
        set_limit(officer, ministry, highest=Marking.GREEN)


def test_rule_that_is_wanted_as_it_is_keeps_no_row(head: Actor) -> None:
    assert tune_rules(head, {"glossary": Tuning(is_on=False)}) == 1
    assert tune_rules(head, {"glossary": Tuning(is_on=False)}) == 0
    assert RuleTuning.objects.count() == 1
    assert tune_rules(head, {"glossary": Tuning(), "no-such-rule": Tuning(is_on=False)}) == 1
    assert RuleTuning.objects.count() == 0
    assert len(told(head)) == 2


def test_rule_at_another_severity(head: Actor) -> None:
    tune_rules(head, {"glossary": Tuning(severity=Severity.STOP)})
    assert {rule.id: rule.severity for rule in rules_of(head)}["glossary"] == Severity.STOP


def test_limit_is_set_once_a_partner(head: Actor, ministry: Organisation) -> None:
    set_limit(head, ministry, highest=Marking.RED)
    limit = set_limit(head, ministry, highest=Marking.GREEN)
    assert list(MarkingLimit.objects.values_list("highest", flat=True)) == ["TLP:GREEN"]
    remove_limit(head, limit)
    assert MarkingLimit.objects.count() == 0


def test_limit_for_a_partner_of_another_desk_is_refused(head: Actor, stranger: Actor) -> None:
    with pytest.raises(Refused):
        set_limit(head, organisation(stranger.desk), highest=Marking.GREEN)


def test_changes_leave_their_history(officer: Actor) -> None:
    term = add_term(officer, organisation=None, language="en", avoid="donor", use="partner")
    remove_term(officer, term)
    history = event_models()["correspondence.glossaryterm"].objects.order_by("pgh_id")
    labels = list(history.values_list("pgh_label", flat=True))
    assert labels == ["insert", "delete"]


def test_head_saves_the_rules_at_once(head: Actor, client_of: ClientOf) -> None:
    data = {f"on-{rule.id}": "on" for rule in all_rules() if rule.id != "reply-all"}
    data |= {f"severity-{rule.id}": rule.severity.value for rule in all_rules()}
    response = client_of(head).post(RULES, data, follow=True)
    assert [rule.id for rule in rules_of(head) if not rule.is_on] == ["reply-all"]
    assert response.status_code == 200


def test_reader_sees_rules_and_may_not_tick_them(reader: Actor, client_of: ClientOf) -> None:
    page = client_of(reader).get(RULES).content.decode()
    assert ("A date that can be read in two ways" in page, 'type="checkbox"' in page) == (True, False)


def test_limit_for_an_unknown_name_says_so(head: Actor, client_of: ClientOf) -> None:
    response = client_of(head).post(
        f"{RULES}markings/", {"organisation": "Tidak ada", "highest": "TLP:GREEN"}
    )
    assert (response.status_code, MarkingLimit.objects.count()) == (422, 0)


def test_removed_limit_and_term_come_back_from_their_toasts(
    head: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(head)
    client.post(f"{RULES}markings/", {"organisation": ministry.name, "highest": "TLP:GREEN"})
    client.post(GLOSSARY, {"avoid": "donor", "use": "mitra", "organisation": ministry.name, "language": ""})
    limit, term = MarkingLimit.objects.get(), GlossaryTerm.objects.get()
    client.post(f"{RULES}markings/{limit.pk}/removal/")
    client.post(f"{GLOSSARY}{term.pk}/removal/")
    assert (MarkingLimit.objects.count(), GlossaryTerm.objects.count()) == (0, 0)
    client.post(f"{RULES}markings/", {"organisation": ministry.name, "highest": limit.highest})
    client.post(GLOSSARY, {"avoid": "donor", "use": "mitra", "organisation": ministry.name})
    assert (MarkingLimit.objects.get().highest, GlossaryTerm.objects.get().organisation) == (
        "TLP:GREEN",
        ministry,
    )


def test_pages_ask_the_same_for_one_and_for_three(
    head: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(head)
    counts = []
    for number in range(3):
        partner = organisation(head.desk, f"Badan {number}")
        add_term(head, organisation=partner, language="", avoid="donor", use="mitra")
        set_limit(head, partner, highest=Marking.GREEN)
        if number in {0, 2}:
            for address in (RULES, GLOSSARY):
                with django_assert_num_queries(QUERIES[address]):
                    client.get(address)
                counts.append(address)
    assert counts == [RULES, GLOSSARY] * 2


QUERIES = {RULES: 6, GLOSSARY: 5}
