"""Everything the settings read from outside, in one place.

`VARIABLES` is the single list of environment variables: `docs/operating.md` prints it, a test compares the two.
"""

import os
import secrets
import tempfile
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import environ
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, default as an operator would write it, and what it does."""

    name: str
    default: str
    purpose: str


VARIABLES = (
    Variable("ENVIRONMENT", "demo", "`demo` or `production`; production refuses unsafe settings"),
    Variable("SECRET_KEY", "made on first run in var/secret_key", "signs sessions and links"),
    Variable(
        "DOCUMENT_KEYS",
        "made from SECRET_KEY; none in production",
        "Fernet keys that seal identity papers, the newest first, parted by commas",
    ),
    Variable("DEBUG", "false", "Django's debug pages; never in production"),
    Variable("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", "host names the site answers to"),
    Variable(
        "SITE_URL",
        "http://127.0.0.1:8000; in production https:// and the first of `ALLOWED_HOSTS`",
        "address of the site in mails, feeds and search engines",
    ),
    Variable("DATABASE_URL", "sqlite:///var/db.sqlite3", "SQLite file or PostgreSQL server"),
    Variable(
        "BOOKINGS_RU_DATABASE_URL",
        "that of `DATABASE_URL`",
        "database of the Russian side’s departures, bookings and people",
    ),
    Variable(
        "BOOKINGS_CN_DATABASE_URL",
        "that of `DATABASE_URL`",
        "database of the Chinese side’s departures, bookings and people",
    ),
    Variable("CACHE_URL", "locmemcache://", "cache; `redis://host:6379/0` for several processes"),
    Variable(
        "EMAIL_URL",
        "filemail:var/mail; none in production",
        "mail server, e.g. `smtp+tls://user:secret@host:587`",
    ),
    Variable("DEFAULT_FROM_EMAIL", "Land of Big Cats <no-reply@example.org>", "sender of mails"),
    Variable(
        "MEDIA_STORAGE_URL", "file:var/media", "files: folder, or `s3://key:secret@host/bucket`"
    ),
    Variable("STATIC_ROOT", "var/static", "where `collectstatic` writes"),
    Variable("SECURE_PROXY", "false", "trust X-Forwarded-Proto from the proxy in front"),
    Variable(
        "STAFF_TWO_FACTOR",
        "optional; required in production",
        "`required`: staff without a second factor reach nothing but its set-up; `optional`: their own choice",
    ),
    Variable("INVITATION_DAYS", "7", "days the link in an invitation to staff holds"),
    Variable(
        "MAILS_BESIDE_REQUESTS",
        "false; true under `make run`",
        "a process beside the server sends mails (`send_mail_queue --watch 1`), so that no visitor waits for it",
    ),
    Variable(
        "BOOKING_HOLD_MINUTES", "15", "minutes places are held while a visitor fills in the form"
    ),
    Variable(
        "BOOKING_CONFIRM_HOURS", "2", "hours to confirm the address from the mail, once it has left"
    ),
    Variable("BOOKING_OFFER_HOURS", "12", "hours an offer from the waiting list holds its places"),
    Variable(
        "BOOKING_REST_MINUTES",
        "30",
        "minutes at most, by chance, until places given up on a full walk are free again; 0: at once",
    ),
    Variable(
        "BOOKING_REMINDER_DAYS", "3", "days before a walk its parties are reminded; 0: not at all"
    ),
    Variable(
        "OVERDUE_MARGIN_MINUTES",
        "60",
        "minutes after the expected end of a walk until a party that is not back raises an alarm",
    ),
    Variable(
        "HOLDS_PER_CLIENT",
        "40",
        "parties one network address may hold places for in a quarter of an hour",
    ),
    Variable("BOOKINGS_PER_ADDRESS", "6", "coming walks one e-mail address may have"),
    Variable("DOCUMENT_RETENTION_DAYS", "7", "days after a walk until identity papers are deleted"),
    Variable(
        "BOOKING_PAPERS_DAYS",
        "3",
        "days before papers must be there a party is reminded of them; 0: not at all",
    ),
    Variable("BOOKING_RETENTION_DAYS", "90", "days after a walk until its contact data are erased"),
    Variable(
        "REVIEW_AFTER_DAYS", "365", "days after its publishing until a page is to be looked at"
    ),
    Variable(
        "PUBLIC_EMBARGO_DAYS", "90", "days after the month of capture before a visit may be seen"
    ),
    Variable(
        "PUBLIC_ZONE_MIN_CAMERAS", "50", "camera places a zone of camera traps must hold at least"
    ),
    Variable("PUBLIC_ZONE_MIN_KM2", "300", "square kilometres such a zone must have at least"),
    Variable(
        "CAMTRAP_DIGEST_KEY",
        "made from SECRET_KEY",
        "key by which imported camera-trap records are known again; with another one they are taken for new",
    ),
    Variable(
        "MACHINE_TRANSLATOR",
        "none: off",
        "class that drafts translations, e.g. `wagtail_localize.machine_translators.libretranslate.LibreTranslator`",
    ),
    Variable("MACHINE_TRANSLATOR_OPTIONS", "{}", "what that class needs, as JSON"),
    Variable(
        "LINK_CHECK_EXTERNAL", "false", "let `check_links` ask other hosts whether they answer"
    ),
    Variable(
        "KEEP_HOUSE",
        "true",
        "let `make run` do the regular work; false where cron or a timer does it",
    ),
    Variable("HOST", "127.0.0.1", "address `make run` listens on"),
    Variable("PORT", "8000", "port of `make run`"),
    Variable("WEB_WORKERS", "1", "worker processes of `make run`; more need CACHE_URL with Redis"),
    Variable("WEB_THREADS", "8", "threads of each worker"),
)

env = environ.Env()


def is_production() -> bool:
    """Say whether ENVIRONMENT asks for production; any other word than demo or production is an error."""
    value = env.str("ENVIRONMENT", "demo")
    if value not in {"demo", "production"}:
        raise ImproperlyConfigured(f"ENVIRONMENT must be demo or production, not {value!r}.")
    return value == "production"


def secret_key(*, production: bool) -> str:
    """Return SECRET_KEY; outside production make one on first use and keep it in var/secret_key."""
    value = env.str("SECRET_KEY", "")
    if value:
        return value
    if production:
        raise ImproperlyConfigured("SECRET_KEY is not set; production needs a long random secret.")
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


def document_keys(*, production: bool, secret: str) -> list[str]:
    """Return the Fernet keys that seal identity papers, the newest first; outside production one made of SECRET_KEY."""
    keys = env.list("DOCUMENT_KEYS", default=[])
    if not keys and production:
        raise ImproperlyConfigured(
            "DOCUMENT_KEYS is not set; production takes no identity papers without keys of their own."
        )
    for key in keys:
        try:
            Fernet(key)
        except ValueError:
            raise ImproperlyConfigured(
                "DOCUMENT_KEYS must be Fernet keys: 32 bytes in URL-safe base64."
            ) from None
    return keys or [urlsafe_b64encode(sha256(f"documents:{secret}".encode()).digest()).decode()]


def site_url(*, production: bool, allowed_hosts: list[str]) -> str:
    """Return SITE_URL without a slash at its end; in production the first allowed host unless it is set."""
    if production and allowed_hosts:
        default = f"https://{allowed_hosts[0].removeprefix('.')}"
    else:
        default = f"http://127.0.0.1:{env.str('PORT', '') or '8000'}"
    value = env.str("SITE_URL", "") or default
    if not value.startswith(("http://", "https://")):
        raise ImproperlyConfigured("SITE_URL must start with http:// or https://.")
    return value.rstrip("/")


def port() -> int:
    """Return PORT; raise ImproperlyConfigured when it is not the number of a port."""
    value = env.str("PORT", "") or "8000"
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise ImproperlyConfigured(f"PORT must be a number from 1 to 65535, not {value!r}.")
    return int(value)


def two_factor_is_required(*, production: bool) -> bool:
    """Say whether staff must have a second factor; any other word than required or optional is an error."""
    value = env.str("STAFF_TWO_FACTOR", "") or ("required" if production else "optional")
    if value not in {"required", "optional"}:
        raise ImproperlyConfigured(f"STAFF_TWO_FACTOR must be required or optional, not {value!r}.")
    return value == "required"


def refuse_unsafe(*, debug: bool, allowed_hosts: list[str], secret: str) -> None:
    """Raise ImproperlyConfigured, naming the variable, for settings production must not run with."""
    if debug:
        raise ImproperlyConfigured("DEBUG is on; production must run with DEBUG=false.")
    if not allowed_hosts or "*" in allowed_hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the site, without '*'.")
    if len(secret) < 40:
        raise ImproperlyConfigured("SECRET_KEY is shorter than 40 characters.")


def databases() -> tuple[dict[str, dict], dict[str, str]]:
    """Return DATABASES, and for each side the alias in it under which its bookings lie.

    Two variables with the same address are one database under one alias.
    """
    main = env.str("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"  # empty is not set
    alias_by_address = {main: "default"}
    sides = {}
    for side in ("RU", "CN"):
        address = env.str(f"BOOKINGS_{side}_DATABASE_URL", "") or main
        sides[side] = alias_by_address.setdefault(address, f"bookings_{side.lower()}")
    return {alias: database(at, alias) for at, alias in alias_by_address.items()}, sides


def database(address: str, alias: str) -> dict:
    """Return the settings of one database, with what each engine needs to be safe under load."""
    config = env.db_url_config(address)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        if config["NAME"] != ":memory:":
            Path(config["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # FULL, not NORMAL: a booking we have confirmed must survive a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
        # Tests race real threads, which need a real file; each run has its own.
        config["TEST"] = {
            "NAME": f"{tempfile.gettempdir()}/bigcats-test-{os.getpid()}-{alias}.sqlite3"
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def mail(*, production: bool) -> dict:
    """Return the EMAIL_* settings from EMAIL_URL; `filemail:FOLDER` writes readable files."""
    url = env.str("EMAIL_URL", "")
    if not url and production:
        raise ImproperlyConfigured("EMAIL_URL is not set; nobody would get the mails of bookings.")
    url = url or f"filemail:{VAR_DIR / 'mail'}"
    if url.startswith("filemail:"):
        folder = Path(url.removeprefix("filemail:"))
        if not folder.is_absolute():
            folder = BASE_DIR / folder
        return {"EMAIL_BACKEND": "bigcats.mail.ReadableFileBackend", "EMAIL_FILE_PATH": str(folder)}
    return env.email_url_config(url)


def media_storage() -> dict:
    """Return STORAGES["default"] from MEDIA_STORAGE_URL: a folder or an S3-compatible bucket."""
    url = env.str("MEDIA_STORAGE_URL", f"file:{VAR_DIR / 'media'}")
    if url.startswith("file:"):
        folder = Path(url.removeprefix("file:").removeprefix("//"))
        if not folder.is_absolute():
            folder = BASE_DIR / folder
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder), "base_url": "/media/"},
        }
    if url.startswith("s3://"):
        from bigcats.storage import (
            bucket_options,  # loads the S3 client, which a folder does not need
        )

        options = bucket_options(url)
        refuse_half_a_bucket(options)
        return {"BACKEND": "bigcats.storage.BucketStorage", "OPTIONS": options}
    raise ImproperlyConfigured("MEDIA_STORAGE_URL must start with file: or s3://.")


def refuse_half_a_bucket(options: dict) -> None:
    """Raise ImproperlyConfigured when the address of a bucket lacks a part."""
    needed = {"access_key": "key", "secret_key": "secret", "bucket_name": "bucket"}
    lacking = [word for option, word in needed.items() if not options[option]]
    if lacking:
        raise ImproperlyConfigured(
            f"MEDIA_STORAGE_URL has no {' and no '.join(lacking)}; write s3://key:secret@host/bucket."
        )


def machine_translator() -> dict | None:
    """Return wagtail-localize's setting for the class that drafts translations; None: there is none."""
    name = env.str("MACHINE_TRANSLATOR", "")
    if not name:
        return None
    return {"CLASS": name, "OPTIONS": env.json("MACHINE_TRANSLATOR_OPTIONS", {})}
