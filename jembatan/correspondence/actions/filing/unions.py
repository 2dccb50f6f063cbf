"""Sets that grow together (union-find): things that belong to one conversation for any reason."""

from collections.abc import Hashable, Iterable


class Unions[Thing: Hashable]:
    """The result does not depend on the order in which things are joined."""

    def __init__(self) -> None:
        self._parent: dict[Thing, Thing] = {}

    def root(self, thing: Thing) -> Thing:
        """The representative of the set that holds `thing`."""
        self._parent.setdefault(thing, thing)
        root = thing
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[thing] != root:
            self._parent[thing], thing = root, self._parent[thing]
        return root

    def join(self, first: Thing, second: Thing) -> None:
        """Both belong together from now on."""
        self._parent[self.root(second)] = self.root(first)

    def groups(self) -> Iterable[list[Thing]]:
        """The sets, each in the order in which its members were first named."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._parent:
            found.setdefault(self.root(thing), []).append(thing)
        return found.values()
