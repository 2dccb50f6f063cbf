"""Mail whose words say that it answers a statement."""

from django.db import models

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.message import Message
from jembatan.correspondence.models.statement import Statement


class StatementMention(models.Model):
    """Found when the message is filed, or when the statement is entered from the conversation that it stands in."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="mentions", db_index=False
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "message"], name="statement_mention_once")
        ]
