"""The pages of imports, for those who may import, those who may not, and another desk."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.platform.imports.actions.plan import plan
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.actions.start import start, work
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.tests.letters import LettersImporter

type Write = Callable[..., Path]
type ClientOf = Callable[[Any], Client]
GET_PAGES = ("batch", "columns", "rollback", "quarantine", "progress")
POST_PAGES = ("trial", "commit", "removal", "columns", "rollback", "retry_all")


@pytest.fixture
def done(officer: Any, letters: LettersImporter, file: Write) -> Batch:
    """An import with one new, one known and one broken item."""
    return import_now(officer, [file("alpha", "same", "broken")]).batch


@pytest.fixture
def planned(officer: Any, letters: LettersImporter, file: Write) -> Batch:
    """A plan that nobody has tried."""
    return plan(officer, [file("alpha", "same", "broken")])


def addresses(batch: Batch, item: QuarantinedItem | None = None) -> Iterator[tuple[str, str]]:
    """Every page of this room as method and address."""
    yield "get", reverse("imports:imports")
    yield "post", reverse("imports:imports")
    yield "post", reverse("imports:demo_removal")
    yield from (("get", reverse(f"imports:{name}", args=[batch.pk])) for name in GET_PAGES)
    yield from (("post", reverse(f"imports:{name}", args=[batch.pk])) for name in POST_PAGES)
    if item:
        yield "get", reverse("imports:original", args=[item.pk])
        yield "post", reverse("imports:retry", args=[item.pk])
        yield "post", reverse("imports:dismissal", args=[item.pk])


@pytest.mark.parametrize("who", ["drafter", "reader"])
def test_who_may_not_import_sees_no_page_and_does_nothing(
    who: str, request: pytest.FixtureRequest, client_of: ClientOf, done: Batch
) -> None:
    client = client_of(request.getfixturevalue(who))

    statuses = {
        address: getattr(client, method)(address).status_code
        for method, address in addresses(done, done.quarantine.get())
    }

    assert set(statuses.values()) == {403}, statuses


def test_another_desk_finds_nothing(stranger: Any, client_of: ClientOf, done: Batch) -> None:
    client = client_of(stranger)
    of_the_batch = [pair for pair in addresses(done, done.quarantine.get()) if pair[1].count("/") > 2]

    statuses = {
        address: getattr(client, method)(address).status_code
        for method, address in of_the_batch
        if "demo" not in address
    }

    assert set(statuses.values()) == {404}, statuses
    assert done.label not in client.get(reverse("imports:imports")).content.decode()


def test_an_upload_is_planned_mapped_tried_and_committed(
    officer: Any, client_of: ClientOf, letters: LettersImporter
) -> None:
    client = client_of(officer)
    upload = SimpleUploadedFile("surat.letters", b"alpha\nsame\nbroken")

    response = client.post(reverse("imports:imports"), {"uploads": [upload]})
    batch = Batch.objects.get()
    assert response.headers["Location"] == reverse("imports:columns", args=[batch.pk])
    assert "alpha" in client.get(response.headers["Location"]).content.decode()

    client.post(reverse("imports:columns", args=[batch.pk]), {"letters-0-0": ""})
    batch.refresh_from_db()
    assert batch.state == Batch.State.TRYING
    assert batch.plan["letters"]["tables"][0]["columns"][0]["field"] == ""
    work(batch, dry_run=True)
    batch.refresh_from_db()
    assert batch.preview is not None
    assert (batch.state, batch.read, batch.preview["read"]) == (Batch.State.PLANNED, 0, 3)
    page = client.get(reverse("imports:batch", args=[batch.pk])).content.decode()
    assert reverse("imports:commit", args=[batch.pk]) in page

    client.post(reverse("imports:commit", args=[batch.pk]))
    batch.refresh_from_db()
    work(batch, dry_run=False)
    document = client.get(reverse("imports:batch", args=[batch.pk]), {"format": "json"}).json()
    assert document["read"] == 3
    assert document["read"] == sum(
        document[name] for name in ("filed", "updated", "duplicates", "quarantined")
    )
    assert letters.plans[0] == letters.plans[1]


def test_the_page_polls_while_a_worker_runs_and_is_loaded_anew_after(
    officer: Any, client_of: ClientOf, planned: Batch
) -> None:
    client = client_of(officer)
    start(officer, planned, dry_run=True)
    planned.refresh_from_db()
    progress = reverse("imports:progress", args=[planned.pk])

    assert f'hx-get="{progress}"' in client.get(reverse("imports:batch", args=[planned.pk])).content.decode()
    assert f'hx-get="{progress}"' in client.get(progress).content.decode()
    work(planned, dry_run=True)

    assert client.get(progress).headers["HX-Refresh"] == "true"


def test_a_failed_run_says_why_and_may_be_tried_again(
    officer: Any, client_of: ClientOf, letters: LettersImporter, file: Write
) -> None:
    batch = plan(officer, [file("alpha", "crash")])
    start(officer, batch, dry_run=False)
    batch.refresh_from_db()

    with pytest.raises(RuntimeError):
        work(batch, dry_run=False)

    batch.refresh_from_db()
    assert (batch.state, batch.error, batch.read) == (Batch.State.FAILED, "the importer broke", 0)
    page = client_of(officer).get(reverse("imports:batch", args=[batch.pk])).content.decode()
    assert "the importer broke" in page


def test_work_that_is_done_is_not_done_again(officer: Any, planned: Batch, letters: LettersImporter) -> None:
    start(officer, planned, dry_run=False)
    planned.refresh_from_db()
    work(planned, dry_run=False)
    planned.refresh_from_db()

    work(planned, dry_run=False)

    assert len(letters.plans) == 1


def test_the_original_bytes_are_downloaded_never_opened(
    officer: Any, client_of: ClientOf, done: Batch
) -> None:
    response = client_of(officer).get(reverse("imports:original", args=[done.quarantine.get().pk]))

    assert response.content == b"broken"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="a-3.letters"'


def test_a_mended_item_is_filed_by_a_retry_and_the_accounts_follow(
    officer: Any, client_of: ClientOf, done: Batch, letters: LettersImporter
) -> None:
    client, item = client_of(officer), done.quarantine.get()

    client.post(reverse("imports:retry", args=[item.pk]))
    item.refresh_from_db()
    assert item.state == QuarantinedItem.State.WAITING
    letters.mended = True
    client.post(reverse("imports:retry_all", args=[done.pk]))

    item.refresh_from_db()
    done.refresh_from_db()
    assert item.state == QuarantinedItem.State.FILED
    assert (done.read, done.filed, done.duplicates, done.quarantined) == (3, 2, 1, 0)


def test_an_item_can_be_let_go(officer: Any, client_of: ClientOf, done: Batch) -> None:
    item = done.quarantine.get()

    client_of(officer).post(reverse("imports:dismissal", args=[item.pk]))

    item.refresh_from_db()
    assert item.state == QuarantinedItem.State.DISMISSED


def test_taking_back_shows_the_numbers_first(
    officer: Any, client_of: ClientOf, done: Batch, letters: LettersImporter
) -> None:
    client, address = client_of(officer), reverse("imports:rollback", args=[done.pk])

    assert client.get(address).context["foreseen"].removed == 1
    done.refresh_from_db()
    assert done.state == Batch.State.DONE
    client.post(address)

    done.refresh_from_db()
    assert done.state == Batch.State.ROLLED_BACK


def test_the_demo_leaves_with_one_click(
    officer: Any, client_of: ClientOf, done: Batch, letters: LettersImporter
) -> None:
    Batch.objects.filter(pk=done.pk).update(is_demo=True)

    client_of(officer).post(reverse("imports:demo_removal"))

    done.refresh_from_db()
    assert done.state == Batch.State.ROLLED_BACK


def test_the_list_asks_the_database_as_often_for_three_imports_as_for_one(
    officer: Any,
    client_of: ClientOf,
    letters: LettersImporter,
    file: Write,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(officer)
    import_now(officer, [file("alpha")])
    client.get(reverse("imports:imports"))
    with django_assert_max_num_queries(20) as one:
        client.get(reverse("imports:imports"))
    import_now(officer, [file("beta", name="b.letters")])
    import_now(officer, [file("gamma", name="c.letters")])

    with django_assert_max_num_queries(20) as three:
        client.get(reverse("imports:imports"))

    assert len(three.captured_queries) == len(one.captured_queries)
