"""The inner loops are compiled by numba where it is installed; elsewhere the same functions run as plain Python, some hundred times slower."""

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

COMPILES = find_spec("numba") is not None

if TYPE_CHECKING:

    def compiled[F: Callable[..., Any]](function: F) -> F:
        """The function, compiled when it is called first; it lets other threads run meanwhile, and makes no array."""
        return function

    def compiled_with_arrays[F: Callable[..., Any]](function: F) -> F:
        """The same for one that makes arrays."""
        return function

elif COMPILES:
    from numba import config, njit

    from jembatan.platform.paths import HOME

    # numba looks at the file of a function alone, not at those of what it calls: what is kept belongs to all of them as they are.
    _sources = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    config.CACHE_DIR = str(HOME / "compiled" / hashlib.sha256(_sources).hexdigest()[:16])

    compiled_with_arrays = njit(cache=True, nogil=True, error_model="numpy")
    # A call that is not drawn in copies forty arrays, and counts, one by one and between threads, who refers to each: nine tenths of
    # the time. So all is drawn into one loop, and where no array is made nothing is counted. Each kind of argument makes a copy of its
    # own: officers and positions that come from an array of 32 bits are made `np.int64` before they are passed on.
    compiled = njit(cache=True, nogil=True, error_model="numpy", _nrt=False, forceinline=True)
else:

    def compiled(function):
        """The function as it is."""
        return function

    compiled_with_arrays = compiled
