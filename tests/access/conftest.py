"""One of everything, for every test of addresses."""

import pytest
from django.core import signing

from jembatan.accounts.actor import Actor
from tests.access.scene import Scene, set_up


@pytest.fixture
def scene(head: Actor, officer: Actor, reader: Actor) -> Scene:
    made = set_up(head, officer)
    assert reader.user is not None
    more = {
        "desk_id": head.desk.pk,
        "reader_id": reader.user.pk,
        "ticket": signing.dumps([reader.user.pk, reader.role], salt=f"member-return-{head.desk.pk}"),
    }
    made.open.update(more)
    made.hidden.update(more)
    return made
