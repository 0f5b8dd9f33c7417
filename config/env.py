"""What the environment says, typed and checked once at the start."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


class EnvironmentProblem(Exception):
    """A setting of the environment is missing or makes no sense; the message names it."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that differ between installations. Each is an environment variable of the same name.

    `KONTOR_HOME`: folder of files, mail and, in the demonstration, the database.
    `KONTOR_DEMO`: 1 shows `/demo/` and allows plain HTTP; never on a real installation.
    `KONTOR_ORIGIN`: the portal's address as people type it, such as `https://portal.example.com`.
    `KONTOR_PROXIES`: how many proxies of ours stand before the portal and add to X-Forwarded-For; throttles count by the
    address before them.
    `KONTOR_ENCRYPTION_KEYS`: long random words that encrypt stored secrets, separated by commas; the first encrypts, all
    decrypt (`manage.py renew_secrets` takes the old ones out of use). Without it the secret key does both.
    `DATABASE_URL` connects as the application, `DATABASE_OWNER_URL` as the owner of the schema (migrations).
    """

    home: Path
    secret_key: str
    encryption_keys: list[str]
    demo: bool
    origin: str
    allowed_hosts: list[str]
    database_url: str
    database_owner_url: str
    smtp_url: str
    mail_from: str
    proxies: int

    @classmethod
    def read(cls) -> Environment:
        """Read the process environment; raises `EnvironmentProblem`."""
        get = os.environ.get
        demo = get("KONTOR_DEMO", "0") == "1"
        secret = get("KONTOR_SECRET_KEY", "")
        if not secret:
            raise EnvironmentProblem("KONTOR_SECRET_KEY is not set.")
        origin = get("KONTOR_ORIGIN", "http://127.0.0.1:8000").rstrip("/")
        host = urlsplit(origin).hostname
        if not host:
            raise EnvironmentProblem("KONTOR_ORIGIN must be an address such as https://portal.example.com.")
        hosts = [name.strip() for name in get("KONTOR_ALLOWED_HOSTS", host).split(",") if name.strip()]
        return cls(
            home=Path(get("KONTOR_HOME", ".kontor")).resolve(),
            secret_key=secret,
            encryption_keys=[
                key.strip() for key in get("KONTOR_ENCRYPTION_KEYS", "").split(",") if key.strip()
            ]
            or [secret],
            demo=demo,
            origin=origin,
            allowed_hosts=hosts,
            database_url=get("DATABASE_URL", ""),
            database_owner_url=get("DATABASE_OWNER_URL", ""),
            smtp_url=get("KONTOR_SMTP_URL", "smtp://127.0.0.1:25"),
            mail_from=get("KONTOR_MAIL_FROM", f"kontor@{host}"),
            proxies=int(get("KONTOR_PROXIES", "1" if origin.startswith("https://") else "0")),
        )


def database(url: str) -> dict[str, object]:
    """Django's settings for a `postgresql://user:password@host:port/name` address.

    A host given as `?host=/folder` is a folder with a socket.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise EnvironmentProblem("A database address begins with postgresql://.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": query.get("port", str(parts.port or "")),
    }


def smtp(url: str) -> dict[str, object]:
    """Options of Django's SMTP backend for `smtp://user:password@host:port`, `smtps://` or `smtp+starttls://`."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps", "smtp+starttls"}:
        raise EnvironmentProblem("KONTOR_SMTP_URL begins with smtp://, smtps:// or smtp+starttls://.")
    return {
        "host": parts.hostname or "localhost",
        "port": parts.port or {"smtp": 25, "smtps": 465, "smtp+starttls": 587}[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": parts.scheme == "smtp+starttls",
        "timeout": 20,
    }
