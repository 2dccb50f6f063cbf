"""Trainings of a programme's officers, and the tasks that somebody signs off."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jembatan.programmes.models import Officer, Programme


class Training(models.Model):
    """A day of training."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="trainings")
    title = models.CharField(max_length=200)
    day = models.DateField()
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="training_has_title")]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """An officer was there."""

    training = models.ForeignKey(
        Training, on_delete=models.CASCADE, related_name="attendances", db_index=False
    )
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="attendances")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["training", "officer"], name="attended_once")]

    def __str__(self) -> str:
        return f"{self.training_id} · {self.officer_id}"


class Task(models.Model):
    """What every officer of the programme has to show once."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks", db_index=False)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="task_has_name"),
            models.UniqueConstraint(fields=["programme", "name"], name="task_once"),
        ]

    def __str__(self) -> str:
        return self.name


class SignOff(models.Model):
    """Who has seen an officer do it, and when."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="signed", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="signed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "officer"], name="signed_off_once")]

    def __str__(self) -> str:
        return f"{self.task_id} · {self.officer_id}"
