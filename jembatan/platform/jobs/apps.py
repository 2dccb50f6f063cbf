"""Django's name for this room."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Label: jobs. Work that outlives a request, on procrastinate over the same PostgreSQL."""

    name = "jembatan.platform.jobs"
    label = "jobs"
