"""A query that Django words once for the process: where it is asked with every request, wording it takes longer than answering it."""

from collections.abc import Callable
from copy import copy
from types import SimpleNamespace
from typing import Any

from django.db import connections
from django.db.models import Model, QuerySet


class Prepared[M: Model]:
    """`build` makes the query from a value for each of `stand_ins`: values of the right types that stand nowhere else in it.

    Only values may differ from call to call: what changes the wording (None, a list, an empty string that Django leaves out) needs a query of its own.
    """

    def __init__(self, build: Callable[..., QuerySet[M]], *stand_ins: object) -> None:
        self._build, self._stand_ins = build, stand_ins
        self._worded: tuple[QuerySet[M], Any, str, tuple[object, ...]] | None = None

    def rows(self, *values: object) -> list[M]:
        """The records, as the query itself would give them."""
        queryset, worded, sql, parameters = self._worded or self._word()
        reads: Any = queryset  # more than its types tell: what Django's own iterable goes by
        given = dict(zip(self._stand_ins, values, strict=True))
        compiler = copy(worded)
        compiler.connection = connections[queryset.db]  # each thread has its own
        compiler.as_sql = lambda: (sql, tuple(given.get(one, one) for one in parameters))
        asked: Any = SimpleNamespace(
            db=queryset.db,
            model=queryset.model,
            query=SimpleNamespace(get_compiler=lambda using: compiler),
            _fetch_mode=reads._fetch_mode,
            _known_related_objects={},
        )
        return list(reads._iterable_class(asked))

    def first(self, *values: object) -> M | None:
        """The first of them."""
        return next(iter(self.rows(*values)), None)

    def _word(self) -> tuple[QuerySet[M], Any, str, tuple[object, ...]]:
        queryset = self._build(*self._stand_ins)
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, parameters = compiler.as_sql()
        missing = [one for one in self._stand_ins if one not in parameters]
        assert not missing, f"the query does not ask for {missing}"
        self._worded = queryset, compiler, sql, tuple(parameters)
        return self._worded
