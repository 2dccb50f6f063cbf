"""`jembatan demo` on a desk where the demo is, or has been."""

from typing import Any

import click
import pytest

from demo.cast import open_office
from jembatan.config.commands.demo import demo
from jembatan.platform.imports.models import Batch


def refusal() -> str:
    command: Any = demo.callback
    with pytest.raises((click.ClickException, SystemExit)) as refused:
        command.__wrapped__(remove=False)
    return str(refused.value)


def test_office_that_is_there_or_has_been_is_not_opened_twice(db: None) -> None:
    batch = Batch.objects.create(desk=open_office(), kind="mail", label="x", state="done", is_demo=True)
    assert "loaded already" in refusal()

    Batch.objects.filter(pk=batch.pk).update(state=Batch.State.ROLLED_BACK)
    assert "was here before" in refusal()
