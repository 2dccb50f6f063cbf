"""Writing a chunk's drafts: a handful of statements for any number of them, each change remembered for a rollback."""

from collections.abc import Iterable, Sequence

from jembatan.directory.actions.derived import DERIVED_OF_ORGANISATION, DERIVED_OF_PERSON, derive
from jembatan.directory.importer.draft import (
    ORGANISATION_FIELDS,
    PERSON_FIELDS,
    POSITION_FIELDS,
    Draft,
    NewPoint,
    snapshot,
)
from jembatan.directory.importer.memory import model_name
from jembatan.directory.importer.organisations import Organisations
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.platform.imports.copy_rows import copy_rows, copy_values
from jembatan.platform.imports.importer import ImportJob, Touch


def save(job: ImportJob, organisations: Organisations, drafts: Sequence[Draft]) -> None:
    """Organisations first, then people, then what hangs on them."""
    new = [draft for draft in drafts if draft.is_new]
    changed = [draft for draft in drafts if not draft.is_new and _is_changed(draft)]
    made = organisations.save()
    people = [draft.party for draft in new if isinstance(draft.party, Person)]
    for person in people:
        derive(person)
    copy_rows(people)
    _save_changed(changed)
    _save_points(job, drafts)
    positions = _save_positions(drafts)
    of_drafts = {id(draft.party) for draft in drafts}
    job.touch_many(
        [
            *(Touch(model_name(d.party), d.party.pk, d.before, _after(d)) for d in (*new, *changed)),
            *(
                Touch("directory.organisation", organisation.pk, None, snapshot(organisation))
                for organisation in made
                if id(organisation) not in of_drafts
            ),
            *positions,
        ]
    )


def _is_changed(draft: Draft) -> bool:
    return draft.is_changed or bool(draft.new_points or draft.new_positions or draft.changed_positions)


def _after(draft: Draft) -> dict[str, object]:
    """The fields as they are left, and every address that an import brought: one that is missing later was removed."""
    earlier = (draft.left or {}).get("points", [])
    brought = [[point.kind, point.normal] for point in draft.new_points]
    return {**snapshot(draft.party), "points": [*earlier, *(p for p in brought if p not in earlier)]}


def _save_changed(changed: Iterable[Draft]) -> None:
    parties = [draft.party for draft in changed if draft.is_changed]
    for party in parties:
        derive(party)
    people = [party for party in parties if isinstance(party, Person)]
    names = [name.removesuffix("_id") for name in PERSON_FIELDS]
    Person.objects.bulk_update(people, [*names, *DERIVED_OF_PERSON], batch_size=200)
    bodies = [party for party in parties if isinstance(party, Organisation)]
    Organisation.objects.bulk_update(bodies, [*ORGANISATION_FIELDS, *DERIVED_OF_ORGANISATION], batch_size=200)


def _save_points(job: ImportJob, drafts: Iterable[Draft]) -> None:
    names = ["desk_id", "person_id", "organisation_id", *NewPoint._fields, "version", "import_batch"]
    copy_values(
        ContactPoint,
        names,
        (
            (job.batch.desk_id, *_owner(draft), *point, 1, job.batch.pk)
            for draft in drafts
            for point in draft.new_points
        ),
    )


def _owner(draft: Draft) -> tuple[int | None, int | None]:
    """The person's id or the organisation's."""
    return (draft.party.pk, None) if isinstance(draft.party, Person) else (None, draft.party.pk)


def _save_positions(drafts: Sequence[Draft]) -> list[Touch]:
    new = [position for draft in drafts for position in draft.new_positions]
    for position in new:
        position.person_id, position.organisation_id = position.person.pk, position.organisation.pk
    copy_rows(new)
    changed = [
        (p, before)
        for draft in drafts
        for p in draft.positions
        if (before := draft.changed_positions.get(p.pk))
    ]
    Position.objects.bulk_update([position for position, _before in changed], POSITION_FIELDS, batch_size=200)
    return [Touch("directory.position", p.pk, before, snapshot(p)) for p, before in changed]
