"""The privacy promise says the rules in force, and what the last scan of files found."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from content.base.models import FileScan
from content.cameratraps import small_numbers
from tests.base.pictures import picture_bytes
from tests.cameratraps.factories import make_indexes

pytestmark = pytest.mark.django_db
PAGE = "/{}/galleries/promise/"


def text_of(client, language: str = "en") -> str:
    return client.get(PAGE.format(language)).text


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_a_changed_rule_changes_the_page(client, home_pages, settings, monkeypatch, language):
    make_indexes(home_pages)
    assert not {"83", "417", "123", "29"} & numbers(text_of(client, language))
    settings.PUBLIC_ZONE_MIN_CAMERAS, settings.PUBLIC_ZONE_MIN_KM2 = 83, 417
    settings.PUBLIC_EMBARGO_DAYS = 123
    monkeypatch.setattr(small_numbers, "LEAST", 29)
    assert {"83", "417", "123", "29"} <= numbers(text_of(client, language))


def numbers(html: str) -> set[str]:
    import re

    main = html[html.index("<main") : html.index("</main>")]
    return set(re.findall(r"\d+", re.sub(r"<[^>]+>", " ", main)))


def test_it_says_that_nothing_was_checked_yet(client, home_pages):
    make_indexes(home_pages)
    assert "have not been checked yet" in text_of(client)


def test_it_says_what_was_found_and_never_where(client, home_pages):
    make_indexes(home_pages)
    default_storage.save("images/secret-name.jpg", ContentFile(picture_bytes()))
    with pytest.raises(CommandError):
        call_command("scan_public_files")
    scan = FileScan.objects.get()
    assert (scan.with_findings, scan.names) == (1, ["images/secret-name.jpg"])
    html = text_of(client)
    assert "1 holds something it should not" in html and "APP1 segment" in html
    assert "secret-name" not in html
    default_storage.delete("images/secret-name.jpg")
    call_command("scan_public_files")
    assert "nothing was found in any" in text_of(client)


def test_it_says_when_the_next_check_is_late(client, home_pages):
    make_indexes(home_pages)
    long_ago = timezone.now() - timedelta(days=9)
    FileScan.objects.create(started_at=long_ago, ended_at=long_ago, files=3)
    assert "should have been made by now" in text_of(client)
