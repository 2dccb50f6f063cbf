"""Django's name for this room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Label: accounts."""

    name = "jembatan.accounts"
    label = "accounts"
