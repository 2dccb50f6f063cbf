"""A public call for officers of a programme, and the questions of its form."""

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Delegation, Post, Programme

WEIGHTS = {
    "languages": 40,
    "skills": 25,
    "experience": 15,
    "education": 10,
    "availability": 5,
    "certificates": 5,
    "employment": 0,
}
"""What each part of the score counts, where the desk has settled nothing else."""
SLUG_BYTES = 9


def new_slug() -> str:
    """Twelve characters that nobody guesses."""
    return secrets.token_urlsafe(SLUG_BYTES)


def usual_weights() -> dict[str, int]:
    """A copy of one's own."""
    return dict(WEIGHTS)


class Call(models.Model):
    """Open on its days, in the programme's zone, once it is `published`; words of the public page in both languages.

    `own_country_welcome` are delegations for which people of their country work even though `own_country_conflicts` else keeps them away.
    `keep_days` after the programme, what is known of those who were not taken on is deleted. `daily_most` applications come in a day.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="calls")
    slug = models.CharField(max_length=32, unique=True, default=new_slug, editable=False)
    title_en = models.CharField(max_length=200)
    title_id = models.CharField(max_length=200)
    text_en = models.TextField(blank=True)
    text_id = models.TextField(blank=True)
    consent_en = models.TextField()
    consent_id = models.TextField()
    opens = models.DateField()
    closes = models.DateField()
    published = models.BooleanField(default=False)
    posts = models.ManyToManyField(Post, related_name="calls")
    daily_most = models.PositiveIntegerField(default=2000, validators=[MinValueValidator(1)])
    keep_days = models.PositiveSmallIntegerField(
        default=90,
        validators=[MaxValueValidator(3650)],
    )
    own_country_conflicts = models.BooleanField(default=True)
    own_country_welcome = models.ManyToManyField(Delegation, related_name="+", blank=True)
    weights = models.JSONField(default=usual_weights)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title_en="") & ~Q(title_id=""), name="call_has_titles"),
            models.CheckConstraint(
                condition=~Q(consent_en="") & ~Q(consent_id=""), name="call_asks_for_consent"
            ),
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="call_closes_after_it_opens"),
        ]

    def __str__(self) -> str:
        return self.title_en

    def weight_of_each(self) -> dict[str, int]:
        """Of every part; a part that the call does not name counts nothing."""
        return {name: max(0, self.weights.get(name, 0)) for name in WEIGHTS}

    def title(self, language: str) -> str:
        """In one of the two languages."""
        return self.title_id if language == "id" else self.title_en

    def text(self, language: str) -> str:
        """In one of the two languages."""
        return self.text_id if language == "id" else self.text_en

    def consent(self, language: str) -> str:
        """In one of the two languages."""
        return self.consent_id if language == "id" else self.consent_en


class Question(models.Model):
    """One of the form. `options` of a choice: a line each, "English | Indonesian"; the first of the two is kept as the answer."""

    class Kind(models.TextChoices):
        TEXT = "text", _("a line of text")
        LONG = "long", _("long text")
        CHOICE = "choice", _("choice")
        YES_NO = "yes_no", _("yes or no")
        FILE = "file", _("file")
        PHOTO = "photo", _("photo for the badge")
        DATE = "date", _("date")
        LANGUAGES = "languages", _("languages with their levels")

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=Kind, default=Kind.TEXT)
    label_en = models.CharField(max_length=300)
    label_id = models.CharField(max_length=300)
    options = models.TextField(blank=True)
    required = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(label_en="") & ~Q(label_id=""), name="question_has_labels"),
            models.CheckConstraint(
                condition=~Q(kind="choice") | ~Q(options=""), name="question_choice_has_options"
            ),
        ]

    def __str__(self) -> str:
        return self.label_en

    def label(self, language: str) -> str:
        """In one of the two languages."""
        return self.label_id if language == "id" else self.label_en

    @property
    def wants_file(self) -> bool:
        """Of whatever sort."""
        return self.kind in {self.Kind.FILE, self.Kind.PHOTO}

    def choices(self, language: str) -> list[tuple[str, str]]:
        """(what is kept, what is shown) of every option."""
        found = []
        for line in self.options.splitlines():
            english, _bar, indonesian = (part.strip() for part in line.partition("|"))
            if english:
                found.append((english, indonesian if language == "id" and indonesian else english))
        return found
