"""Django's settings. One register folder, named by HABEAS_REGISTER, holds all that is the register's own."""

import os
import secrets
from pathlib import Path

from habeas import web
from habeas.register import address, folder
from habeas.web import languages

REGISTER = folder.current()
DATABASES = {"default": folder.database(REGISTER)}

# No session, form token or signature outlives a process yet, so the key need not either.
SECRET_KEY = os.environ.get("HABEAS_SECRET_KEY") or secrets.token_urlsafe(48)
PUBLIC_ADDRESS = address.current()
ALLOWED_HOSTS = os.environ.get("HABEAS_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
ALLOWED_HOSTS += [address.host(PUBLIC_ADDRESS)] if PUBLIC_ADDRESS else []
DEBUG = False

INSTALLED_APPS = ["django.contrib.staticfiles", "habeas.register", "habeas.web"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "habeas.api.manners.Manners",
    "habeas.web.policy.ContentPolicy",
    "habeas.web.languages.InLanguage",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "habeas.server.urls"
WSGI_APPLICATION = "habeas.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(web.__file__).parent / "templates"],
        "OPTIONS": {"environment": "habeas.web.templating.environment"},
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), *languages.NAMES.items()]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"  # in every language the same
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
APPEND_SLASH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Faults of ours go to stderr with their traceback; who read what is written nowhere.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
