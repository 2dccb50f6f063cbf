"""Who has sent a public form, as a number that tells nobody's address."""

from django.db import models

from jembatan.recruitment.models.call import Call


class Attempt(models.Model):
    """`sender` is a keyed hash of the address and the day; rows are deleted after a day."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="attempts", db_index=False)
    sender = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["call", "sender", "at"], name="attempt_by_sender")]

    def __str__(self) -> str:
        return self.sender
