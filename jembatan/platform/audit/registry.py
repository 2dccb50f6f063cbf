"""The register of pgtrigger, which knows by name what is registered: by itself it goes through all triggers for each that comes."""

from functools import cached_property
from typing import Any

from pgtrigger import registry

type Named = tuple[Any, Any]
"""A model and its trigger; pgtrigger says of its models that they are rows."""


def know_by_name() -> None:
    """From now on; called before any model registers its triggers.

    Several hundred models have triggers, and every process spent a fifth of its start on asking whether a name was taken.
    """
    registry._registry = Registry(registry._registry.data)


class Registry(registry._Registry):
    """Refuses what pgtrigger's own refuses; the names stand beside the triggers instead of being gathered for each."""

    @cached_property
    def by_db_table(self) -> dict[tuple[str, str], Any]:
        """The triggers by table and name."""
        return {(model._meta.db_table, trigger.name): trigger for model, trigger in self.data.values()}

    @cached_property
    def pg_function_names(self) -> set[str]:
        """What their functions are called in the database."""
        return {trigger.get_pgid(model) for model, trigger in self.data.values()}

    def __setitem__(self, key: str, value: Named) -> None:
        if self.data.get(key, value) != value:
            self._forget_names()
        super().__setitem__(key, value)  # type: ignore[no-untyped-call]  # it says nothing of its types
        model, trigger = value
        self.by_db_table[model._meta.db_table, trigger.name] = trigger
        self.pg_function_names.add(trigger.get_pgid(model))

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)  # type: ignore[no-untyped-call]  # nor here
        self._forget_names()

    def _forget_names(self) -> None:
        self.__dict__.pop("by_db_table", None)
        self.__dict__.pop("pg_function_names", None)
