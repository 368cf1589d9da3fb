"""What the environment says: the known `JISHI_*` variables, keys kept beside the data, the database behind an address.

A name that is not known is refused, so that a mistyped variable cannot be silently ignored.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

KNOWN = {
    "JISHI_DATABASE_URL": "where the journal lives: sqlite:///path or postgresql://user:word@host/name",
    "JISHI_VAR": "folder for the database, files and caches (var/)",
    "JISHI_SECRET_KEY": "the signing key; made and kept in the var folder when not given",
    "JISHI_OLD_SECRET_KEYS": "former signing keys that are still honoured, separated by commas",
    "JISHI_PSEUDONYM_KEY": "the key of customers' pseudonyms; made and kept in the var folder when not given",
    "JISHI_DEBUG": "1 shows errors in the browser; never on a reachable machine",
    "JISHI_HOSTS": "host names served, separated by commas",
    "JISHI_LANGUAGE": "language before anybody chose one: zh-hans or en",
    "JISHI_ZONE": "time zone of people and files that name none (Asia/Shanghai)",
    "JISHI_HTTPS": "1 when a proxy speaks TLS for us: cookies become secure, plain requests are sent there",
    "JISHI_COMPANY": "the name beside ours on every page",
}

unknown = sorted(name for name in os.environ if name.startswith("JISHI_") and name not in KNOWN)
if unknown:
    known = "\n".join(f"  {name}: {what}" for name, what in KNOWN.items())
    raise ImproperlyConfigured(f"unknown setting {', '.join(unknown)}. Known are:\n{known}")


HOME = Path(__file__).resolve().parent
VAR = Path(os.environ.get("JISHI_VAR", "var")).resolve()


def kept_key(name: str, var: Path) -> str:
    """The given key, or one made once and kept beside the data, readable by its owner only."""
    if given := os.environ.get(name):
        return given
    kept = var / name.removeprefix("JISHI_").lower()
    if not kept.exists():
        var.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=var) as made:  # readable by its owner only
            made.write(secrets.token_urlsafe(64))
            made.flush()
            with suppress(FileExistsError):  # two processes that start together keep one key
                os.link(made.name, kept)
    return kept.read_text()


def database(url: str) -> dict:
    """Django's settings of the database at `url`.

    SQLite writers take the lock at once (IMMEDIATE) and every commit reaches the disk (FULL): DESIGN §5, TRUST 52.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "jishi.management.sqlite",
            "NAME": unquote(parts.path[1:]) or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
            },
            "TEST": {"NAME": VAR / "test.db"},  # a file: threads of one process cannot share one in memory
        }
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "jishi.management.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    raise ImproperlyConfigured(f"JISHI_DATABASE_URL={url!r}: begin with sqlite:/// or postgresql://")
