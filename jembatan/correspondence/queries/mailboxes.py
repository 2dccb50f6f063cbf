"""Mail accounting: what became of every message that was read into each mailbox."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Mailbox, MailboxAccount, Message
from jembatan.platform.imports.models import Batch

FIGURES = ("read", "filed", "updated", "duplicates", "quarantined")


@dataclass(frozen=True, slots=True)
class Accounts:
    """Sums over the imports of one mailbox that stand; `messages` is what lies in it now."""

    mailbox: Mailbox
    messages: int
    read: int
    filed: int
    updated: int
    duplicates: int
    quarantined: int
    last_import: datetime | None
    last_batch: int | None

    @property
    def balanced(self) -> bool:
        """`read = filed + updated + duplicates + quarantined`."""
        return self.read == self.filed + self.updated + self.duplicates + self.quarantined

    def as_json(self) -> dict[str, Any]:
        """The same figures for machines."""
        figures = ("messages", *FIGURES, "balanced")
        return {
            "id": self.mailbox.pk,
            "mailbox": self.mailbox.name,
            **{name: getattr(self, name) for name in figures},
            "last_import": self.last_import.isoformat() if self.last_import else None,
            "last_batch": self.last_batch,
        }


def mailbox_accounts(actor: Actor) -> list[Accounts]:
    """Every mailbox of the desk by name, in one query. An import that was taken back no longer counts."""
    standing = Q(accounts__batch__state=Batch.State.DONE)
    latest = MailboxAccount.objects.filter(mailbox=OuterRef("pk"), batch__state=Batch.State.DONE)
    latest = latest.order_by("-batch__finished_at", "-batch")
    inside = Message.objects.filter(mailbox=OuterRef("pk")).order_by().values("mailbox")
    mailboxes = Mailbox.objects.filter(desk=actor.desk).annotate(
        **{f"sum_{name}": Coalesce(Sum(f"accounts__{name}", filter=standing), 0) for name in FIGURES},
        messages_inside=Coalesce(Subquery(inside.annotate(number=Count("pk")).values("number")), 0),
        last_import=Subquery(latest.values("batch__finished_at")[:1]),
        last_batch=Subquery(latest.values("batch")[:1]),
    )
    return [
        Accounts(
            mailbox=mailbox,
            messages=mailbox.messages_inside,
            **{name: getattr(mailbox, f"sum_{name}") for name in FIGURES},
            last_import=mailbox.last_import,
            last_batch=mailbox.last_batch,
        )
        for mailbox in mailboxes.order_by("name")
    ]
