"""The Django app of the record."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Tables of the log and of what is projected from it."""

    name = "habeas.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
