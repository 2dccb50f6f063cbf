"""A desk with one of everything: open to the desk, and once more behind a restricted dossier that names Bagus alone.

Whatever is behind it says the secret word. It was all there before the dossier was restricted, as in life.
"""

from tests.access.scene.kinds import OPEN, SECRET, Arguments, Scene
from tests.access.scene.whole import set_up

__all__ = ["OPEN", "SECRET", "Arguments", "Scene", "set_up"]
