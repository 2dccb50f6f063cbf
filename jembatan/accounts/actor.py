"""Who acts, for which desk, in which role: the first argument of every action and query."""

from dataclasses import dataclass

from jembatan.accounts.models import Desk, Role, User


@dataclass(frozen=True, slots=True)
class Actor:
    """A member at a desk, or (`user` None) the operator of the machine at the command line or a job.

    `within` are the restricted dossiers, by id, that an actor who is nobody in particular sees: whoever reads a record of theirs.
    """

    desk: Desk
    role: Role
    user: User | None = None
    label: str = ""
    within: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """As the journal prints it."""
        return self.user.full_name if self.user else self.label

    @property
    def may_write(self) -> bool:
        """Everyone but a reader writes."""
        return self.role != Role.READER

    @property
    def may_send(self) -> bool:
        """A drafter writes but does not send, import or decide."""
        return self.role in {Role.HEAD, Role.OFFICER}

    @property
    def may_clear(self) -> bool:
        """Clearance, members and settings of the desk belong to its head."""
        return self.role == Role.HEAD


def operator(desk: Desk, *, label: str = "jembatan") -> Actor:
    """Whoever runs the command line of this machine acts with the head's rights, under the name `label`."""
    return Actor(desk=desk, role=Role.HEAD, label=label)


def any_reader(desk: Desk, *, within: frozenset[int] = frozenset(), label: str = "") -> Actor:
    """Nobody in particular: sees what every member of the desk sees, and the dossiers `within`; writes nothing."""
    return Actor(desk=desk, role=Role.READER, label=label, within=within)
