"""Django's settings. What differs between installations comes from the environment (config/env.py)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.templatetags.static import static
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from config.env import Environment, database, smtp
from config.logging import LOGGING as LOGGING

ROOT = Path(__file__).resolve().parent.parent
ENV = Environment.read()

SECRET_KEY = ENV.secret_key
ENCRYPTION_KEYS = ENV.encryption_keys
DEBUG = False
DEMO = ENV.demo
ALLOWED_HOSTS = ENV.allowed_hosts
ORIGIN = ENV.origin
CSRF_TRUSTED_ORIGINS = [ENV.origin]

# ── Apps and middleware ────────────────────────────────────────────────────────

INSTALLED_APPS = [
    "kontor.kit",
    "kontor.journal",
    "kontor.notifications",
    "kontor.accounts",
    "kontor.partners",
    "kontor.companies",
    "kontor.documents",
    "kontor.catalogue",
    "kontor.equipment",
    "kontor.knowledge",
    "kontor.orders",
    "kontor.shopping",
    "kontor.service",
    "kontor.onboarding",
    "kontor.home",
    "kontor.erp",
    "kontor.desk",
    *(["kontor.demo"] if DEMO else []),
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "kontor.kit.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kontor.kit.middleware.SecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kontor.kit.bodies.BodyLimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kontor.accounts.middleware.SessionMiddleware",
    "kontor.accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Innermost: opens the request's transaction and sets who looks.
    "kontor.companies.middleware.ScopeMiddleware",
    "kontor.companies.middleware.DomainErrorMiddleware",
    "kontor.companies.middleware.LookingMiddleware",
    "kontor.partners.consent.ConsentMiddleware",
    "kontor.companies.middleware.SecondFactorMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "kontor.kit.templatetags.forms_token"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kontor.kit.frame.frame",
            ],
        },
    }
]
COTTON_DIR = "cotton"
FORM_RENDERER = "kontor.kit.forms.Renderer"

# ── Database: three ways in, see docs/decisions/0002-row-security.md ───────────

TESTING = "pytest" in sys.modules


def _connection(url: str, **more: Any) -> dict[str, Any]:
    return (
        {"ENGINE": "kontor.kit.postgresql", "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
        | database(url)
        | more
    )


DATABASES = {
    # As the application: owns nothing and sees only what the scope allows.
    "default": _connection(ENV.database_url, ATOMIC_REQUESTS=True),
    # The same once more, for what must outlive a rolled back request: throttles, refused access.
    "aside": _connection(ENV.database_url),
}
if ENV.database_owner_url:
    # Owner of the schema: migrations, dump and restore. Web and job processes do without.
    DATABASES["owner"] = _connection(ENV.database_owner_url, CONN_MAX_AGE=0)
if TESTING:
    DATABASES["default"]["TEST"] = {"MIRROR": "owner"}
    DATABASES["aside"]["TEST"] = {"MIRROR": "owner"}
    DATABASES["owner"]["TEST"] = {"DEPENDENCIES": []}
DATABASE_ROUTERS = ["kontor.kit.routers.AsideRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kontor_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# ── People ─────────────────────────────────────────────────────────────────────

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["kontor.accounts.backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "kontor.accounts.passwords.PasswordRules"}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kontor.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_FORMS = {
    "login": "kontor.accounts.forms.LoginForm",
    "reset_password": "kontor.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "kontor.accounts.forms.ResetPasswordKeyForm",
    "change_password": "kontor.accounts.forms.ChangePasswordForm",
    "reauthenticate": "kontor.accounts.forms.ReauthenticateForm",
}
ACCOUNT_USER_DISPLAY = "kontor.accounts.adapter.display_name"
ACCOUNT_SESSION_REMEMBER = None
MFA_ADAPTER = "kontor.accounts.second_factor_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# ── Languages, times ───────────────────────────────────────────────────────────

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Norwegian")), ("de", _("German")), ("en", _("English"))]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# ── Files ──────────────────────────────────────────────────────────────────────

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "build" / "static"
MEDIA_ROOT = ENV.home / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Tests do not look through files that a demonstration may be collecting at that moment.
WHITENOISE_AUTOREFRESH = TESTING
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 25_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# ── Mail and jobs ──────────────────────────────────────────────────────────────

MAILERS = {
    "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": smtp(ENV.smtp_url)}
}
DEFAULT_FROM_EMAIL = ENV.mail_from
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# ── Safety ─────────────────────────────────────────────────────────────────────

SECURE = ENV.origin.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
# Browsers tell servers on one host apart by name only: two demonstrations side by side need names of their own.
COOKIES = f"kontor-{urlsplit(ORIGIN).port or 80}" if DEMO else "kontor"
SESSION_COOKIE_NAME = f"__Host-{COOKIES}-session" if SECURE else f"{COOKIES}-session"
DEVICE_COOKIE_NAME = f"__Host-{COOKIES}-device" if SECURE else f"{COOKIES}-device"
CSRF_COOKIE_NAME = f"__Host-{COOKIES}-csrf" if SECURE else f"{COOKIES}-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_NAME = "language"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_SSL_REDIRECT = False
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.proxies
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kontor.kit.error_pages.stale_form"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # TLS ends at the proxy, which redirects.
    "auth.W004",  # The address is unique whatever its capitals, by a constraint on Lower("email").
]

UNFOLD = {
    "SITE_TITLE": _("Master data"),
    "SITE_HEADER": _("Master data"),
    "SITE_SYMBOL": "database",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("kit/mark.svg")},
    ],
    "SITE_DROPDOWN": [{"icon": "arrow_back", "title": _("Back to the desk"), "link": "/desk/"}],
    # The brand's colour, from its palest tint to its deepest shade.
    "COLORS": {
        "primary": {
            "50": "oklch(97.5% .01 209)",
            "100": "oklch(94% .02 209)",
            "200": "oklch(88% .035 209)",
            "300": "oklch(80% .055 209)",
            "400": "oklch(68% .075 209)",
            "500": "oklch(52% .08 209)",
            "600": "oklch(43% .073 209)",
            "700": "oklch(38% .066 209)",
            "800": "oklch(33% .058 209)",
            "900": "oklch(28% .048 209)",
            "950": "oklch(22% .038 209)",
        }
    },
}
