"""Compression, the content security policy, health."""

import pytest


def test_pages_are_compressed_for_those_who_ask(client, home_pages):
    packed = client.get("/en/", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/en/")


@pytest.mark.parametrize("path", ["/en/", "/en/nothing/", "/robots.txt"])
def test_public_answers_allow_no_other_host(client, home_pages, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_staff_pages_have_their_own_policy(client, home_pages):
    policy = client.get("/staff/login/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_alive_asks_nothing_of_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db(transaction=True)
def test_ready_reads_and_writes_what_the_site_needs(client):
    response = client.get("/readyz?format=json")
    assert response.status_code == 200


@pytest.mark.django_db(transaction=True)
def test_ready_fails_when_files_cannot_be_stored(client, settings, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(blocked)},
        },
    }
    assert client.get("/readyz?format=json").status_code == 500
