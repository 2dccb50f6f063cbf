"""Who may what, as Radicale asks it."""

from radicale import pathutils
from radicale.rights import BaseRights

from jembatan.platform.dav.storage import place_at
from jembatan.platform.dav.visiting import visit


class Rights(BaseRights):
    """The visitor's own folder can be looked into, its books be read, and written where the desk's role allows it."""

    def authorization(self, user: str, user_groups: set[str], path: str) -> str:
        """Letters as in `radicale.rights`; `l`: names and colours of collections are not a program's to change."""
        parts = [part for part in pathutils.strip_path(path).split("/") if part]
        if not parts:
            return "R"
        if not user or parts[0] != user or user != visit().visitor.name:
            return ""
        if len(parts) == 1:
            return "R"
        if len(parts) > 2:
            return ""
        place = place_at(parts[1])
        # What is not there may be asked for: the answer then is that it is not there.
        return place[1].right(place[0].actor) + "l" if place else "r"
