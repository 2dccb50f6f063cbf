"""A named query string of a page."""

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """The address is the state of a page; a user keeps some of them by name. `page` is the name of its URL.

    A `shared` one is shown to everyone of the desk; it stays its author's to rename and to remove.
    """

    desk = models.ForeignKey(settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=100)
    name = models.CharField(max_length=60)
    query = models.TextField()
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "user", "page", "name"], name="saved_view_name_once_a_page"
            )
        ]

    def __str__(self) -> str:
        return self.name
