"""The one settings file: read from `JISHI_*` variables (environment.py), the same for every machine."""

import os

from django.utils.translation import gettext_lazy as _

from jishi.environment import HOME, KNOWN, VAR, database, kept_key

__all__ = ["HOME", "KNOWN", "VAR"]

# The route: data flows down this list, imports point up it. tests/test_house.py holds pyproject to it.
STATIONS = [
    "core", "words", "directory", "tickets", "clocks", "watch", "assigning", "knowledge",
    "facts", "indicators", "reports", "route", "intake", "demonstration", "timetable", "pages", "management",
]  # fmt: skip

SECRET_KEY = kept_key("JISHI_SECRET_KEY", VAR)
SECRET_KEY_FALLBACKS = list(filter(None, os.environ.get("JISHI_OLD_SECRET_KEYS", "").split(",")))
PSEUDONYM_KEY = kept_key("JISHI_PSEUDONYM_KEY", VAR)
DEBUG = os.environ.get("JISHI_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("JISHI_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    *(f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "staticfiles")),
    *(f"jishi.{name}" for name in ("directory", "tickets", "clocks", "watch", "assigning", "knowledge", "intake")),
    "jishi.management.apps.Jishi",
]
AUTH_USER_MODEL = "directory.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "MinimumLengthValidator": {"min_length": 10},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
        "UserAttributeSimilarityValidator": {"user_attributes": ("number", "name", "mail")},
    }.items()
]
DATABASES = {"default": database(os.environ.get("JISHI_DATABASE_URL", f"sqlite:///{VAR}/jishi.db"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Modules of words/ whose functions are filters.
WORDS = [
    "accesses", "assigning", "clocks", "days", "desk", "enlisting", "goodwill", "knowledge", "lists", "matters",
    "moments", "people", "pool", "promises", "records", "refused", "registering", "roster", "setting_up", "sheets",
    "taking", "talk", "ticket",
]  # fmt: skip
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOME / "templates"],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "jishi.words",
                *(f"jishi.words.{part}" for part in WORDS),
                "jishi.pages.tags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.template.context_processors.i18n",
                "jishi.pages.frame.frame",
            ],
        },
    }
]

ROOT_URLCONF = "jishi.urls"
ASGI_APPLICATION = "jishi.asgi.application"
WSGI_APPLICATION = "jishi.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jishi.pages.shield.shield",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jishi.pages.refusing.Refusing",
]
COMPANY = os.environ.get("JISHI_COMPANY", "")
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"

HTTPS = os.environ.get("JISHI_HTTPS") == "1"
SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
CSRF_COOKIE_NAME = "__Host-form" if HTTPS else "form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 86_400
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 86_400
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "jishi.pages.refusing.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 86_400
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640
MEDIA_ROOT = VAR / "media"  # below nothing that is served; pages/talk/files.py asks who may see it

LOGGING = {  # what goes wrong is told where the process was started, with its time and its cause
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.request": {"level": "ERROR"}},  # an address that leads nowhere may hold somebody's key
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [HOME / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LANGUAGE_CODE = os.environ.get("JISHI_LANGUAGE", "zh-hans")
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [HOME / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("JISHI_ZONE", "Asia/Shanghai")
