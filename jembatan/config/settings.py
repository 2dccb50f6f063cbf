"""Settings: everything an installation may change comes from the environment and has a default that works."""

import os
import sys
from typing import Any

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from jembatan.config.database import database
from jembatan.config.letters import letters_leave, mailer
from jembatan.config.proxies import trusted_proxies
from jembatan.config.public_url import public_url
from jembatan.config.secret import secret_key
from jembatan.config.stream_sources import stream_sources
from jembatan.platform.paths import FILES, HOME, PROJECT

SECRET_KEY = secret_key(HOME)
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("TRUSTED_ORIGINS", "").split(",") if origin]
BEHIND_TLS = os.environ.get("BEHIND_TLS") == "1"
TRUSTED_PROXIES = trusted_proxies()
PUBLIC_URL = public_url(HOME)
LIVE_URL = os.environ.get("LIVE_URL", "")
LIVE_PORT = os.environ.get("LIVE_PORT", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "jembatan.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "jembatan.platform.audit",
    "jembatan.platform.dav",
    "jembatan.platform.files",
    "jembatan.platform.guide",
    "jembatan.platform.imports",
    "jembatan.platform.jobs",
    "jembatan.platform.live",
    "jembatan.platform.search",
    "jembatan.platform.ui",
    "jembatan.directory",
    "jembatan.dossiers",
    "jembatan.journal",
    "jembatan.correspondence",
    "jembatan.meetings",
    "jembatan.papers",
    "jembatan.briefings",
    "jembatan.commitments",
    "jembatan.negotiation",
    "jembatan.programmes",
    "jembatan.deployment",
    "jembatan.recruitment",
    "jembatan.field",
    "jembatan.radar",
    "jembatan.reports",
    "jembatan.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jembatan.accounts.web.middleware.preferences",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jembatan.accounts.web.middleware.actor",
    "jembatan.platform.ui.storable.storable_text",
    "jembatan.accounts.web.middleware.forget_on_leaving",
    "jembatan.accounts.web.middleware.history",
    "jembatan.accounts.web.middleware.plain_refusals",
    "jembatan.platform.ui.toasts.toast_middleware",
]

ROOT_URLCONF = "jembatan.config.urls"
WSGI_APPLICATION = "jembatan.config.wsgi.application"

FORM_RENDERER = "jembatan.platform.ui.renderer.HouseRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jembatan.platform.ui.context_processors.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "jembatan.platform.ui.templatetags.ui",
                "jembatan.directory.web.spoken",
            ],
        },
    },
]

DATABASES = {"default": database(pooled=os.environ.get("DATABASE_POOLED") == "1")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
DESK_MODEL = "accounts.Desk"
AUTHENTICATION_BACKENDS = [
    "jembatan.accounts.web.backend.OneTimeLinkBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "jembatan.accounts.web.adapter.InvitedOnly"
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # half a minute: neither a phone's clock nor a typing hand is exact
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the head of a desk vouches for the addresses of its members
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if os.environ.get("OIDC_ISSUER"):
    INSTALLED_APPS.insert(0, "allauth.socialaccount.providers.openid_connect")
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "organisation",
                "name": os.environ.get("OIDC_NAME", "OpenID Connect"),
                "client_id": os.environ["OIDC_CLIENT_ID"],
                "secret": os.environ["OIDC_CLIENT_SECRET"],
                "settings": {"server_url": os.environ["OIDC_ISSUER"]},
            }
        ]
    }

LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
LANGUAGE_CODE = "id"
LOCALE_PATHS = [PROJECT / "locale"]
TIME_ZONE = os.environ.get("TIME_ZONE", "Asia/Jakarta")
USE_TZ = True

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

STATIC_URL = "/static/"
STATIC_ROOT = PROJECT / "build" / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is missing.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists() or sys.argv[1:2] == ["collectstatic"]
STORAGES = {
    "default": {
        "BACKEND": "jembatan.platform.files.storage.WholeFileStorage",
        "OPTIONS": {"location": FILES},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
    "connect-src": [CSP.SELF, *stream_sources(LIVE_URL, LIVE_PORT)],
}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SILENCED_SYSTEM_CHECKS: list[str] = []

PGHISTORY_APPEND_ONLY = True
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

LETTERS_LEAVE = letters_leave()
MAILERS = {"default": mailer()}
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "jembatan@localhost")
PUSH_LOOPBACK_CA = ""  # A file of certificates, by which tests let pushes go to this machine; else they leave for public addresses alone.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
    "loggers": {"radicale": {"level": "ERROR"}},  # it warns of every refusal and every old sync token
}
