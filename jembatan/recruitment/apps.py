"""Django's name for this room."""

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    """Label: recruitment."""

    name = "jembatan.recruitment"
    label = "recruitment"
