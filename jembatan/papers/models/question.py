"""A whole paper as it was put before the head, for good, and what was decided on it."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.papers.models.paper import Paper
from jembatan.platform.markings import Marking

ASKED, CLEARED, RETURNED, WITHDRAWN = "asked", "cleared", "returned", "withdrawn"


class Question(models.Model):
    """`document` is plain data (`platform/documents/plain.py`): what was read, and what is printed once it is cleared.

    `words` are the written parts by name, `marking` is the document's. Each room adds the paper, and a `state` that is at
    least one of `ASKED`, `CLEARED`, `RETURNED`, `WITHDRAWN`.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    state: "models.CharField[str, str]"
    fingerprint = models.CharField(max_length=64)
    words: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    document: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    marking = models.CharField(_("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking])
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        abstract = True

    @property
    def paper(self) -> Paper:
        """What was asked about."""
        raise NotImplementedError


def decided_once(prefix: str, paper: str, *, besides: tuple[str, ...] = ()) -> list[models.BaseConstraint]:
    """The constraints of a room's questions, by the beginning of their names; `besides` are states of its own in which nobody decides."""
    open_states = [*besides, ASKED, WITHDRAWN]
    return [
        models.UniqueConstraint(fields=[paper], name=f"{prefix}_asked_once", condition=Q(state=ASKED)),
        models.CheckConstraint(
            condition=Q(state__in=[*besides, ASKED, CLEARED, RETURNED, WITHDRAWN]),
            name=f"{prefix}_state_known",
        ),
        models.CheckConstraint(
            condition=Q(state__in=open_states) | Q(decided_at__isnull=False), name=f"{prefix}_decided"
        ),
        models.CheckConstraint(
            condition=~Q(state=RETURNED) | ~Q(comment=""), name=f"{prefix}_returned_with_comment"
        ),
    ]


def kept_once_cleared(prefix: str) -> pgtrigger.Trigger:
    """Nothing that was cleared is deleted."""
    return pgtrigger.Protect(
        name=f"{prefix}_is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__state=CLEARED)
    )


def clears_what_stands(paper: str, table: str, refusal: str, *, also: str = "") -> pgtrigger.Trigger:
    """A question is cleared only about the paper as it stands: for its fingerprint, and what the SQL in `also` asks of it."""
    return pgtrigger.Trigger(
        name=f"{paper}_clears_what_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(new__state=CLEARED),
        func=f"""
        IF TG_OP = 'UPDATE' AND OLD.state = 'cleared' THEN
            RETURN NEW;
        END IF;
        IF NOT EXISTS (
            SELECT FROM {table} {paper} WHERE {paper}.id = NEW.{paper}_id AND {paper}.fingerprint = NEW.fingerprint{also}
        ) THEN
            RAISE EXCEPTION '{refusal}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
    )
