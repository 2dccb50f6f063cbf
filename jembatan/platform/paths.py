"""Where this installation keeps its own files: one folder, `JEMBATAN_HOME`, by default `var/` beside the code."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("JEMBATAN_HOME") or PROJECT / "var").absolute()
FILES = HOME / "files"
