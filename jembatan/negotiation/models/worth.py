"""What options are worth to parties: a weight for each issue, a score for each option, both from 0 to 100."""

from django.db import models
from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.negotiation.models.issue import Issue, Option
from jembatan.negotiation.models.party import POINTS, NegotiatingParty


class Weight(models.Model):
    """How much an issue matters to a party, beside the other issues."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    party = models.ForeignKey(NegotiatingParty, on_delete=models.CASCADE, related_name="weights")
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="+")
    weight = models.DecimalField(max_digits=5, decimal_places=2, validators=POINTS)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "issue"], name="negotiation_weight_once"),
            models.CheckConstraint(
                condition=Q(weight__gte=0, weight__lte=100), name="negotiation_weight_in_bounds"
            ),
        ]

    def __str__(self) -> str:
        return str(self.weight)


class Score(models.Model):
    """How good an option is for a party, beside the other options of its issue."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    party = models.ForeignKey(NegotiatingParty, on_delete=models.CASCADE, related_name="scores")
    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="+")
    score = models.DecimalField(max_digits=5, decimal_places=2, validators=POINTS)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "option"], name="negotiation_score_once"),
            models.CheckConstraint(
                condition=Q(score__gte=0, score__lte=100), name="negotiation_score_in_bounds"
            ),
        ]

    def __str__(self) -> str:
        return str(self.score)
