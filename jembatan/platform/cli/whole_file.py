"""Writing a file so that it is either whole or not there."""

import os
import tempfile
from pathlib import Path

from jembatan.platform.cli.output import refuse


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and rename; refuses with a sentence where the folder cannot be written."""
    try:
        descriptor, draft = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}-")
    except OSError as error:
        refuse(f"{path} cannot be written: {error.strerror}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
