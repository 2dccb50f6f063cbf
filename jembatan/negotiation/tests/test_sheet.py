"""What may be done to a negotiation, by whom, and what stands in the way."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.negotiation.actions.mandates import set_mandate, withdraw_mandate
from jembatan.negotiation.actions.offers import agree_point, record_offer, reopen_point
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.start import end_negotiation, start_negotiation, take_up_negotiation
from jembatan.negotiation.actions.table import (
    add_interest,
    add_issue,
    add_party,
    mark_red_line,
    remove_issue,
    remove_party,
)
from jembatan.negotiation.models import (
    AgreedPoint,
    Mandate,
    Negotiation,
    Offer,
    OfferedOption,
    Option,
    Score,
)
from jembatan.negotiation.queries.visible import visible_negotiations
from jembatan.negotiation.tests.scene import offer, option, ours, package, talks, theirs
from jembatan.platform.markings import Marking


def test_issue_of_a_mandate_stays(officer: Actor) -> None:
    """Else the mandate would be a limit on all issues."""
    negotiation = talks(officer)
    issue = add_issue(officer, negotiation, "Anchorage", ["near", "far"])
    mandate = set_mandate(officer, negotiation, "Near the coast", authorised_by="She", issue=issue)
    with pytest.raises(Refused):
        remove_issue(officer, issue)
    assert Mandate.objects.get(pk=mandate.pk).issue == issue


def test_two_who_press_at_once_are_told_once(officer: Actor) -> None:
    """Each holds what both have seen."""
    negotiation = talks(officer)
    agree_point(officer, option(negotiation, "low"))
    for mandate in [Mandate.objects.get(), Mandate.objects.get()]:
        withdraw_mandate(officer, mandate)
    for point in [AgreedPoint.objects.get(), AgreedPoint.objects.get()]:
        reopen_point(officer, point)
    lines = Entry.objects.filter(kind__in=["negotiation.mandate", "negotiation.reopened"]).order_by("pk")
    assert [each.kind for each in lines] == [
        "negotiation.mandate",
        "negotiation.mandate",
        "negotiation.reopened",
    ]


def test_negotiation_is_seen_by_the_head_and_whom_its_dossier_names(
    head: Actor, officer: Actor, second_officer: Actor, reader: Actor, stranger: Actor
) -> None:
    negotiation = talks(officer)
    seen = [
        visible_negotiations(actor).filter(pk=negotiation.pk).exists()
        for actor in (head, officer, second_officer, reader, stranger)
    ]
    assert seen == [True, True, False, False, False]
    assert (negotiation.dossier.restricted, negotiation.marking) == (True, Marking.AMBER_STRICT)


def test_its_lines_in_the_journal_are_seen_by_the_same(
    head: Actor, officer: Actor, second_officer: Actor
) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    agree_point(officer, option(negotiation, "both"))
    reopen_point(officer, AgreedPoint.objects.get(negotiation=negotiation))
    end_negotiation(officer, negotiation)
    take_up_negotiation(officer, negotiation)
    kinds = list(
        visible_entries(officer)
        .filter(source_kind="negotiation")
        .order_by("id")
        .values_list("kind", flat=True)
    )
    names = ["started", "mandate", "offer", "agreed", "reopened", "ended", "reopened"]
    assert kinds == [f"negotiation.{name}" for name in names]
    assert visible_entries(head).filter(source_kind="negotiation").count() == len(kinds)
    assert not visible_entries(second_officer).filter(source_kind="negotiation").exists()
    written = Entry.objects.filter(source_kind="negotiation")
    assert {entry.marking for entry in written} == {Marking.AMBER_STRICT}
    assert not any("20 days of patrols" in f"{entry.summary} {entry.detail}" for entry in written)


def test_drafter_and_reader_begin_none_and_set_no_limit(
    drafter: Actor, officer: Actor, reader: Actor
) -> None:
    dossier = open_dossier(officer, "Open matter")
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            start_negotiation(actor, "Talks", dossier=dossier)
    negotiation = talks(officer, dossier=dossier)
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            set_mandate(actor, negotiation, "All", authorised_by="Me")
        with pytest.raises(PermissionDenied):
            mark_red_line(actor, option(negotiation, "low"), red=True)
        with pytest.raises(PermissionDenied):
            agree_point(actor, option(negotiation, "low"))
    add_interest(drafter, ours(negotiation), "Income", basis="assumed", source="")
    with pytest.raises(PermissionDenied):
        add_interest(reader, ours(negotiation), "Income", basis="assumed", source="")


def test_who_does_not_see_it_does_nothing_to_it(officer: Actor, second_officer: Actor) -> None:
    negotiation = talks(officer)
    for act in (
        lambda: add_issue(second_officer, negotiation, "More", ["a", "b"]),
        lambda: record_offer(second_officer, ours(negotiation), {}),
        lambda: set_mandate(second_officer, negotiation, "All", authorised_by="Me"),
        lambda: end_negotiation(second_officer, negotiation),
    ):
        with pytest.raises(Negotiation.DoesNotExist):
            act()


def test_red_line_is_neither_agreed_nor_offered_by_us(officer: Actor) -> None:
    negotiation = talks(officer)
    low = mark_red_line(officer, option(negotiation, "low"), red=True)
    with pytest.raises(Refused, match="is a red line"):
        agree_point(officer, low)
    with pytest.raises(Refused, match="is a red line: we do not offer it"):
        offer(officer, negotiation, ours(negotiation), "low", "20 days", "both")
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    with pytest.raises(IntegrityError, match="this is a red line"), transaction.atomic():
        AgreedPoint.objects.create(desk=officer.desk, negotiation=negotiation, issue=low.issue, option=low)


def test_agreed_option_becomes_no_red_line_and_no_other_is_agreed(officer: Actor) -> None:
    negotiation = talks(officer)
    agree_point(officer, option(negotiation, "low"))
    with pytest.raises(Refused, match="has been agreed already"):
        mark_red_line(officer, option(negotiation, "low"), red=True)
    with pytest.raises(Refused, match="is agreed already"):
        agree_point(officer, option(negotiation, "high"))
    with pytest.raises(IntegrityError, match="has been agreed"), transaction.atomic():
        Option.objects.filter(pk=option(negotiation, "low").pk).update(red_line=True)


def test_database_keeps_offers_and_mandates_as_they_were(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    changes: tuple[Callable[[], int], ...] = (
        lambda: Offer.objects.update(note="Other"),
        lambda: OfferedOption.objects.update(option=option(negotiation, "high")),
        lambda: Mandate.objects.update(words="Everything"),
        lambda: Negotiation.objects.update(dossier=open_dossier(officer, "Another")),
    )
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError, match="no option of the issue"), transaction.atomic():
        AgreedPoint.objects.create(
            desk=officer.desk,
            negotiation=negotiation,
            issue=option(negotiation, "low").issue,
            option=option(negotiation, "both"),
        )


@pytest.mark.parametrize("score", [Decimal(-1), Decimal(101)])
def test_database_keeps_scores_within_bounds(officer: Actor, score: Decimal) -> None:
    talks(officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.update(score=score)


def test_offer_is_whole_and_has_been_made(officer: Actor) -> None:
    negotiation = talks(officer)
    whole = package(negotiation, "low", "20 days", "both")
    with pytest.raises(Refused, match="Choose an option for “Berth fee”"):
        record_offer(officer, theirs(negotiation), dict(list(whole.items())[1:]))
    with pytest.raises(Refused, match="once it has been made"):
        record_offer(officer, theirs(negotiation), whole, made_at=timezone.now() + timedelta(days=1))


def test_what_is_known_of_parties_and_issues_is_not_thrown_away(
    officer: Actor, ministry: Organisation
) -> None:
    negotiation = talks(officer)
    with pytest.raises(Refused, match="We are at the table"):
        remove_party(officer, ours(negotiation))
    with pytest.raises(Refused, match="set the scores of Embassy of Akitsu to 0 first"):
        remove_party(officer, theirs(negotiation))
    with pytest.raises(Refused, match="Set the scores of “Berth fee” to 0 first"):
        remove_issue(officer, option(negotiation, "low").issue)
    added = add_party(officer, negotiation, ministry)
    assert add_party(officer, negotiation, ministry) == added
    remove_party(officer, added)
    assert negotiation.parties.count() == 2


def test_known_interest_says_where_from(officer: Actor) -> None:
    negotiation = talks(officer)
    with pytest.raises(Refused, match="Say where this is known from"):
        add_interest(officer, theirs(negotiation), "Ships", basis="known", source="")


def test_issue_needs_two_options(officer: Actor) -> None:
    negotiation = talks(officer)
    with pytest.raises(Refused, match="two to twenty options"):
        add_issue(officer, negotiation, "Place", ["Jakarta", " Jakarta "])
    with pytest.raises(Refused, match="an issue with this name"):
        add_issue(officer, negotiation, "Berth fee", ["a", "b"])


def test_mandate_is_withdrawn_and_its_day_is_to_come(officer: Actor) -> None:
    negotiation = talks(officer)
    with pytest.raises(Refused, match="still to come"):
        set_mandate(
            officer,
            negotiation,
            "All",
            authorised_by="Me",
            until=timezone.localdate() - timedelta(days=1),
        )
    mandate = withdraw_mandate(officer, negotiation.mandates.get())
    assert mandate.withdrawn_at is not None
    assert mandate.words == "At most 20 days of patrols"
