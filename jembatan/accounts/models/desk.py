"""A desk, its members and their roles."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member may do on a desk; DESIGN: head clears, officer sends, drafter writes, reader reads."""

    HEAD = "head", _("Head")
    OFFICER = "officer", _("Officer")
    DRAFTER = "drafter", _("Drafter")
    READER = "reader", _("Reader")


class Desk(models.Model):
    """One of our offices. Every record of the house belongs to exactly one desk."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    organisation_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="id")
    country = models.CharField(max_length=2, default="ID")
    time_zone = models.CharField(max_length=64, default="Asia/Jakarta")
    own_addresses = ArrayField(models.EmailField(), default=list, blank=True)
    own_domains = ArrayField(models.CharField(max_length=253), default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A user's role on a desk."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=7, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "user"], name="member_once_a_desk"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="member_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.desk} · {self.get_role_display()}"
