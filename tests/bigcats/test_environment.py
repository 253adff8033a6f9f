"""Settings come from the environment; production refuses what is unsafe and names the variable."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from bigcats.environment import BASE_DIR, VARIABLES, port, site_url, two_factor_is_required

SAFE = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "x" * 20 + "y" * 20 + "0123456789",
    "ALLOWED_HOSTS": "www.example.org",
    "SITE_URL": "https://www.example.org",
    "DOCUMENT_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "EMAIL_URL": "smtp://localhost:25",
}


def check(**changes: str | None) -> subprocess.CompletedProcess:
    """Run `manage.py check` in a process of its own with these variables."""
    wanted = {**SAFE, **changes}
    kept = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/tmp")}
    environment = {**kept, **{name: value for name, value in wanted.items() if value is not None}}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_production_starts_with_safe_settings():
    assert check().returncode == 0


def test_empty_database_address_is_no_address():
    assert check(DATABASE_URL="").returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("DEBUG", "true"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", None),
        ("ENVIRONMENT", "prodution"),
        ("SITE_URL", "www.example.org"),
        ("EMAIL_URL", None),
        ("DOCUMENT_KEYS", None),
        ("DOCUMENT_KEYS", "no-key"),
        ("MEDIA_STORAGE_URL", "s3://host/bucket"),
        ("MEDIA_STORAGE_URL", "ftp://host"),
    ],
)
def test_production_refuses_unsafe_setting_by_name(name, value):
    result = check(**{name: value})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


def test_address_of_a_real_site_is_its_first_host_unless_it_is_set(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    hosts = [".example.org", "example.net"]
    assert site_url(production=True, allowed_hosts=hosts) == "https://example.org"
    monkeypatch.setenv("PORT", "8010")
    assert site_url(production=False, allowed_hosts=hosts) == "http://127.0.0.1:8010"


@pytest.mark.parametrize("value", ["abc", "0", "-1", "65536", "80 80"])
def test_what_is_no_port_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT must be a number from 1 to 65535"):
        port()


def test_every_variable_stands_in_the_operators_table():
    table = (BASE_DIR / "docs" / "operating.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", table, flags=re.MULTILINE))
    assert documented == {variable.name for variable in VARIABLES}


def test_every_variable_read_is_declared():
    read: set[str] = set()
    for path in [*Path(BASE_DIR, "site").rglob("*.py"), *Path(BASE_DIR, "content").rglob("*.py")]:
        code = path.read_text(encoding="utf-8")
        read |= set(re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', code))
    assert read <= {variable.name for variable in VARIABLES}


def test_second_factor_is_required_in_production_alone(monkeypatch):
    monkeypatch.delenv("STAFF_TWO_FACTOR", raising=False)
    assert two_factor_is_required(production=True)
    assert not two_factor_is_required(production=False)
    monkeypatch.setenv("STAFF_TWO_FACTOR", "required")
    assert two_factor_is_required(production=False)


def test_second_factor_takes_two_words_alone(monkeypatch):
    monkeypatch.setenv("STAFF_TWO_FACTOR", "yes")
    with pytest.raises(ImproperlyConfigured, match="STAFF_TWO_FACTOR"):
        two_factor_is_required(production=False)
