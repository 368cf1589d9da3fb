"""One settings file, read from JISHI_* variables; whatever is mistyped is refused."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from jishi import environment, settings

SAY = "import jishi.settings as s; print(s.DATABASES['default']['NAME'], s.SECRET_KEY)"


def started(tmp_path, say=SAY, **variables):
    """A fresh process that reads the settings with these variables and no others of ours."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JISHI_")}
    environment |= {"JISHI_VAR": str(tmp_path), **variables}
    return subprocess.run([sys.executable, "-c", say], env=environment, capture_output=True, text=True)


def test_an_unknown_variable_is_refused_with_the_list_of_known(tmp_path):
    refused = started(tmp_path, JISHI_DATABSE_URL="sqlite:///x")
    assert refused.returncode != 0
    assert "unknown setting JISHI_DATABSE_URL" in refused.stderr
    assert all(f"{name}: {what}" in refused.stderr for name, what in settings.KNOWN.items())


def test_every_known_variable_is_read_somewhere_in_the_settings():
    source = "".join(Path(file.__file__).read_text(encoding="utf-8") for file in (settings, environment))
    assert [name for name in settings.KNOWN if source.count(name) < 2] == []


def test_the_database_lives_in_the_var_folder(tmp_path):
    assert started(tmp_path).stdout.split()[0] == f"{tmp_path}/jishi.db"


def test_the_key_is_made_once_and_kept_from_others(tmp_path):
    first, second = (started(tmp_path).stdout.split()[1] for _ in range(2))
    assert first == second
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_given_key_is_not_written_down(tmp_path):
    assert started(tmp_path, JISHI_SECRET_KEY="given").stdout.split()[1] == "given"
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.parametrize(
    ("url", "name"),
    [("sqlite:///var/a.db", "var/a.db"), ("sqlite:////srv/a%20b.db", "/srv/a b.db"), ("sqlite://", ":memory:")],
)
def test_sqlite_is_named_by_its_path(url, name):
    assert settings.database(url)["NAME"] == name


def test_a_writer_takes_the_lock_at_once_and_every_commit_reaches_the_disk():
    options = settings.database("sqlite:///a.db")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]
    assert "recursive_triggers=ON" in options["init_command"]


def test_postgresql_is_named_by_host_or_socket():
    far = settings.database("postgresql://jishi:s%40crt@db.example:5433/desk")
    assert [far[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")] == [
        "db.example",
        "5433",
        "jishi",
        "s@crt",
        "desk",
    ]
    assert settings.database("postgresql:///desk?host=/run/postgresql")["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("url", ["mysql://localhost/desk", "jishi.db", ""])
def test_another_kind_of_database_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="begin with sqlite:/// or postgresql://"):
        settings.database(url)
