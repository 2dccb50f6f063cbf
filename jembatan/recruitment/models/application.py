"""Somebody who would like to become an officer. No history is kept of these rows: what is deleted is gone."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.platform.files.models import StoredFile
from jembatan.programmes.models import Delegation, Officer, Post
from jembatan.programmes.models.levels import Cefr, Employment
from jembatan.recruitment.models.call import Call, Question


class Application(models.Model):
    """`number` names it where no name may stand. `issue` numbers the applicant's links; `officer` is what it became; `score` is kept as `queries/score.py` counts it.

    `invited` counts what the applicant's calendar was told of the interview, whose `SEQUENCE` it is. `further` are columns of a table that mean nothing here, by their headings. `withdrawn_from` is what it was when it was withdrawn; `gave_up` is the time of an
    interview that became free when it was declined or withdrawn, whether there is such a time still or not.
    """

    class Status(models.TextChoices):
        NEW = "new", _("new")
        SHORTLISTED = "shortlisted", _("shortlisted")
        WAITING = "waiting", _("on the waiting list")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Education(models.IntegerChoices):
        NONE = 0, _("not said")
        SCHOOL = 1, _("secondary school")
        DIPLOMA = 2, _("diploma")
        BACHELOR = 3, _("bachelor")
        MASTER = 4, _("master")
        DOCTOR = 5, _("doctor")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="applications", db_index=False)
    number = models.PositiveIntegerField()
    post = models.ForeignKey(Post, on_delete=models.RESTRICT, null=True, blank=True, related_name="+")
    full_name = models.CharField(max_length=300)
    call_name = models.CharField(max_length=100, blank=True)
    address_form = models.CharField(max_length=100, blank=True)
    email = models.EmailField(max_length=320)
    phone = models.CharField(max_length=20, blank=True)
    born = models.DateField(null=True, blank=True)
    nationality = models.CharField(max_length=2, blank=True)
    employment = models.CharField(max_length=4, choices=Employment, default=Employment.FULL)
    days = ArrayField(models.DateField(), default=list, blank=True)
    education = models.PositiveSmallIntegerField(choices=Education, default=Education.NONE)
    experience = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    consent = models.TextField(blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=11, choices=Status, default=Status.NEW)
    withdrawn_from = models.CharField(max_length=11, choices=Status, blank=True)
    gave_up = models.BigIntegerField(null=True, blank=True)
    invited = models.PositiveSmallIntegerField(default=0)
    score = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    issue = models.PositiveSmallIntegerField(default=1)
    officer = models.OneToOneField(
        Officer, on_delete=models.SET_NULL, null=True, blank=True, related_name="application"
    )
    conflicts = models.ManyToManyField(Delegation, related_name="+", blank=True)
    applied_at = models.DateTimeField(auto_now_add=True)
    further = models.JSONField(default=dict, blank=True)
    import_batch = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(full_name=""), name="application_has_name"),
            models.UniqueConstraint(fields=["call", "number"], name="application_number_once"),
            models.UniqueConstraint(
                "call",
                Func(F("email"), function="lower"),
                condition=~Q(email=""),
                name="application_mail_once",
            ),
            models.CheckConstraint(
                condition=Q(officer__isnull=True) | Q(status="accepted"),
                name="application_of_officer_is_accepted",
            ),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
                name="application_phone_is_e164",
            ),
        ]
        indexes = [
            models.Index(fields=["call", "status"], name="application_by_status"),
            models.Index(fields=["call", "-score", "number"], name="application_by_score"),
            models.Index(fields=["call", "phone"], name="application_by_phone"),
        ]

    def __str__(self) -> str:
        return self.full_name


class SpokenLanguage(models.Model):
    """What the applicant says of a language (`declared`), and what a test found (`tested`), which counts."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="languages", db_index=False
    )
    language = models.CharField(max_length=12)
    declared = models.CharField(max_length=2, choices=Cefr, blank=True)
    tested = models.CharField(max_length=2, choices=Cefr, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "language"], name="spoken_language_once"),
            models.CheckConstraint(
                condition=~Q(declared="") | ~Q(tested=""), name="spoken_language_has_level"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.level}"

    @property
    def level(self) -> str:
        """CEFR: what was tested, else what was declared."""
        return self.tested or self.declared


class Answer(models.Model):
    """To one question of the form: text, or a file."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="answers", db_index=False
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "question"], name="answered_once")]

    def __str__(self) -> str:
        return self.text or self.file_name


class Certificate(models.Model):
    """Something that the applicant can show, and until when it holds. `checked_by` of the desk has seen it, where somebody has."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="certificates")
    name = models.CharField(max_length=200)
    expires = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="certificate_has_name"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | Q(checked_at__isnull=False),
                name="certificate_checked_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Tie(models.Model):
    """What binds an applicant to a delegation: a second nationality, family, work. `country` where `party` names one (ISO 3166)."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="ties", db_index=False
    )
    party = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(party=""), name="tie_names_somebody"),
            models.UniqueConstraint(fields=["application", "party"], name="tie_once"),
        ]

    def __str__(self) -> str:
        return self.party
