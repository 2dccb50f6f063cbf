"""What came with a message; each content is stored once."""

from django.db import models

from jembatan.correspondence.models.message import Message
from jembatan.platform.files.models import StoredFile


class MessageAttachment(models.Model):
    """Name and type as the sender wrote them; never trusted when the file is served."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.TextField(blank=True)
    type = models.CharField(max_length=255)
    content_id = models.TextField(blank=True)
    inline = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
