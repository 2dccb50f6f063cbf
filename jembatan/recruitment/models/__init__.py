"""Calls for officers, applications, interviews, trainings."""

from jembatan.recruitment.models.application import Answer, Application, Certificate, SpokenLanguage, Tie
from jembatan.recruitment.models.attempt import Attempt
from jembatan.recruitment.models.call import Call, Question
from jembatan.recruitment.models.interview import InterviewSlot, Rating
from jembatan.recruitment.models.photo import BadgePhoto
from jembatan.recruitment.models.training import Attendance, SignOff, Task, Training

__all__ = [
    "Answer",
    "Application",
    "Attempt",
    "Attendance",
    "BadgePhoto",
    "Call",
    "Certificate",
    "InterviewSlot",
    "Question",
    "Rating",
    "SignOff",
    "SpokenLanguage",
    "Task",
    "Tie",
    "Training",
]
