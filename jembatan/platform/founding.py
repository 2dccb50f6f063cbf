"""A new database gets a room's tables at once instead of living through the history of each.

Django draws the models anew for every operation of a migration, and with some hundred models most of a first start went into
drawing. For a room of which nothing stands yet, all its migrations become one: the tables as the last migration leaves them,
then what the migrations say in SQL. What they run in Python is for rows, and a new room has none.
Databases that exist go on by the single steps.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel, RunPython, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from django.db.migrations.state import ModelState, ProjectState

type Key = tuple[str, str]
type Plan = list[tuple[Migration, bool]]

OURS = "jembatan."
NAME = "0001_founding"
STRUCTURE = (ModelOperation, FieldOperation, IndexOperation)  # What a model's last state tells in full.


def found(connection: BaseDatabaseWrapper) -> None:
    """Create the tables of every room of ours that has none yet: all of these rooms, or none.

    What others bring comes as early as it can: each of its steps draws all that points at what it changes, and of
    what is ours much points at a user.
    """
    executor = MigrationExecutor(connection)
    executor.loader = FoundingLoader(connection)
    loader = executor.loader
    rooms = [
        key
        for key in loader.replacements
        if key in loader.graph.nodes and key not in loader.applied_migrations
    ]
    if not rooms:
        return
    others = [leaf for leaf in loader.graph.leaf_nodes() if leaf not in loader.replacements]
    ground, early, house = plans(executor, others, rooms)
    state = executor.migrate(others, plan=ground)
    with transaction.atomic(using=connection.alias):
        state = executor.migrate(others, plan=early, state=state)
        draw_once(house, state)
        executor.migrate(rooms, plan=house, state=state)
        for key in loader.replacements:  # The steps are on record; the name that stood for them is nobody's.
            executor.recorder.record_unapplied(*key)


def plans(
    executor: MigrationExecutor, others: Sequence[Key], rooms: Sequence[Key]
) -> tuple[Plan, Plan, Plan]:
    """What others bring and no room has to bear, some of it outside any transaction; what is left of it, with the rooms under it; the other rooms."""
    graph = executor.loader.graph
    steps = executor.migration_plan(others)
    early = [
        (step, backwards)
        for step, backwards in steps
        if any(key in rooms for key in graph.forwards_plan((step.app_label, step.name)))
    ]
    ground = [step for step in steps if step not in early]
    house = [step for step in executor.migration_plan(rooms) if step not in steps]
    return ground, early, house


def draw_once(house: Plan, state: ProjectState) -> None:
    """Give the rooms one drawing of all models, as the last of them leaves it: what each creates looks the same in it.

    state: that after which the first of them comes.
    """
    whole = state.clone()
    for step, _ in house:
        step.mutate_state(whole, preserve=False)
    for step, _ in house:
        for each in step.operations:
            if isinstance(each, FoundTables):
                each.whole = whole


class FoundingLoader(MigrationLoader):
    """Every migration on disk, and for each room of ours one that replaces all of its own."""

    def load_disk(self) -> None:
        super().load_disk()
        for config in apps.get_app_configs():
            steps = [
                step for (label, _), step in sorted(self.disk_migrations.items()) if label == config.label
            ]
            if config.name.startswith(OURS) and steps and all(map(can_be_founded, steps)):
                self.disk_migrations[config.label, NAME] = founding(config.label, steps)


def can_be_founded(step: Migration) -> bool:
    """Whether the tables' last state, and SQL after it, say all that a step says. An extension has to come before."""
    return all(isinstance(each, (*STRUCTURE, RunSQL, RunPython)) for each in step.operations)


def founding(room: str, steps: Sequence[Migration]) -> Migration:
    """The one migration that leads where all steps of a room lead. steps: in their order."""
    state = ProjectState()
    for step in steps:
        step.mutate_state(state, preserve=False)
    words = {
        "initial": True,
        "replaces": [(room, step.name) for step in steps],
        "dependencies": [needed for step in steps for needed in step.dependencies if needed[0] != room],
        "operations": [
            FoundTables([creation(model) for model in state.models.values()]),
            *(each for step in steps for each in step.operations if isinstance(each, RunSQL)),
        ],
    }
    made: Migration = type("Founding", (Migration,), words)(NAME, room)
    return made


def creation(model: ModelState) -> CreateModel:
    """The one operation that leads to this state of a model: with its constraints, indexes and triggers."""
    return CreateModel(model.name, list(model.fields.items()), model.options, model.bases, model.managers)


class FoundTables(Operation):
    """Creates several tables, in any order: foreign keys follow when all stand."""

    def __init__(self, creations: Sequence[CreateModel]) -> None:
        self.creations = creations
        self.whole: ProjectState | None = None

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # Else each model that comes would have its neighbours drawn anew.
        for each in self.creations:
            each.state_forwards(app_label, state)
        if self.whole is not None:
            state.__dict__["apps"] = self.whole.apps

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for each in self.creations:
            each.database_forwards(app_label, schema_editor, from_state, to_state)
