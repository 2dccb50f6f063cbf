"""The list of static files, which every test client would read anew: 400 looks at the disk for each."""

from collections.abc import Callable
from typing import Any

import pytest
from whitenoise.base import WhiteNoise
from whitenoise.middleware import WhiteNoiseMiddleware


def read_once(patch: pytest.MonkeyPatch) -> None:
    """From here on the first client of a process reads it and the others share what was found."""
    patch.setattr(WhiteNoise, "update_files_dictionary", _shared(WhiteNoise.update_files_dictionary))
    patch.setattr(
        WhiteNoiseMiddleware, "add_files_from_finders", _shared(WhiteNoiseMiddleware.add_files_from_finders)
    )


def _shared(read: Callable[..., None]) -> Callable[..., None]:
    found: dict[tuple[Any, ...], dict[str, Any]] = {}

    def shared(self: WhiteNoise, *where: str) -> None:
        if where not in found:
            before, self.files = self.files, {}
            read(self, *where)
            found[where], self.files = self.files, before
        self.files.update(found[where])

    return shared
