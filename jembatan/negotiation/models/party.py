"""Who sits at the table, and what each is after."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.negotiation.models.negotiation import Negotiation

POINTS = [MinValueValidator(0), MaxValueValidator(100)]


class NegotiatingParty(models.Model):
    """Us, or an organisation. `walk_away` is what they do without an agreement, `reservation` what that is worth in points, 0 to 100.

    `discount`: of an agreement's worth, so many percent are left on the day by which the negotiation is to be settled.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="parties")
    ours = models.BooleanField(default=False)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=300)
    walk_away = models.TextField(_("without an agreement"), blank=True)
    reservation = models.DecimalField(
        _("what that is worth"), max_digits=5, decimal_places=2, default=0, validators=POINTS
    )
    discount = models.DecimalField(
        _("what is left at the end"), max_digits=5, decimal_places=2, default=100, validators=POINTS
    )

    class Meta:
        verbose_name = _("party to a negotiation")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="negotiating_party_has_name"),
            models.UniqueConstraint(fields=["negotiation", "name"], name="negotiating_party_once"),
            models.UniqueConstraint(
                fields=["negotiation"], condition=Q(ours=True), name="negotiating_party_ours_once"
            ),
            models.CheckConstraint(
                condition=Q(reservation__gte=0, reservation__lte=100), name="negotiating_party_reservation"
            ),
            models.CheckConstraint(
                condition=Q(discount__gt=0, discount__lte=100), name="negotiating_party_discount"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Interest(models.Model):
    """What a party is after, and how we know."""

    class Basis(models.TextChoices):
        KNOWN = "known", pgettext_lazy("how sure", "known")
        ASSUMED = "assumed", pgettext_lazy("how sure", "assumed")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    party = models.ForeignKey(NegotiatingParty, on_delete=models.CASCADE, related_name="interests")
    text = models.CharField(_("interest"), max_length=500)
    basis = models.CharField(_("how sure"), max_length=7, choices=Basis, default=Basis.ASSUMED)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("interest")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="interest_says_something"),
            models.CheckConstraint(condition=Q(basis__in=["known", "assumed"]), name="interest_basis"),
            models.CheckConstraint(
                condition=Q(basis="assumed") | ~Q(source=""), name="interest_known_has_a_source"
            ),
        ]

    def __str__(self) -> str:
        return self.text
