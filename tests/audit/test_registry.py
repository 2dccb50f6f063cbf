"""Triggers are known by their names."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from pgtrigger import Delete, Insert, Protect, registry

from jembatan.platform.audit.registry import Registry

GROUPS: Any = Group
SESSIONS: Any = Session


@pytest.fixture
def guard() -> Iterator[Protect]:
    """A trigger on a table that has none."""
    made = Protect(name="kept_for_a_test", operation=Delete)
    with made.register(GROUPS):
        yield made


def test_the_names_are_those_of_all_triggers() -> None:
    """What pgtrigger's own register gathers for each trigger that comes is what ours has noted."""
    noted = registry._registry
    assert isinstance(noted, Registry)
    plain: Any = registry._Registry
    assert len(noted.by_db_table) == len(noted.pg_function_names) == len(noted) > 300
    assert plain.by_db_table.fget(noted) == noted.by_db_table
    assert plain.pg_function_names.fget(noted) == noted.pg_function_names


def test_one_more_trigger_is_one_name_more(guard: Protect) -> None:
    """And not a look at each that stands."""
    another = Protect(name="one_more", operation=Delete)
    looking = patch.object(Protect, "get_pgid", autospec=True, side_effect=Protect.get_pgid)
    with looking as asked, another.register(SESSIONS):
        assert asked.call_count < 5
        assert another.get_pgid(SESSIONS) in registry._registry.pg_function_names


def test_a_name_is_given_once_to_a_table(guard: Protect) -> None:
    """Another trigger of that name is refused, and the first stays."""
    with pytest.raises(KeyError, match="already used"):
        Protect(name=guard.name, operation=Insert).register(GROUPS)
    assert registry._registry[guard.get_uri(GROUPS)] == (GROUPS, guard)


def test_a_function_has_one_trigger(guard: Protect) -> None:
    """Even where its name is another one."""
    taken = patch.object(Protect, "get_pgid", return_value=guard.get_pgid(GROUPS))
    with taken, pytest.raises(KeyError, match="already in use"):
        Protect(name="another", operation=Delete).register(SESSIONS)


def test_what_is_taken_away_leaves_its_name(guard: Protect) -> None:
    """For whoever comes after it."""
    guard.unregister(GROUPS)
    assert ("auth_group", guard.name) not in registry._registry.by_db_table
    assert guard.get_pgid(GROUPS) not in registry._registry.pg_function_names
    guard.register(GROUPS)
    assert registry._registry.by_db_table["auth_group", guard.name] == guard
