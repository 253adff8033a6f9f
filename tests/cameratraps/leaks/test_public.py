"""Vectors 1, 2, 7, 8, 10, 14, 17, 19, 20 and 22: one walk through all that a stranger can ask for."""

import base64
import gzip
import json
import zipfile
from io import BytesIO
from urllib.parse import quote

import pytest
from PIL import Image as PillowImage

from content.cameratraps.models import Event
from tests.cameratraps.factories import make_event, make_gallery
from tests.cameratraps.leaks.conftest import starts
from tests.cameratraps.leaks.searching import secrets_in
from tests.cameratraps.leaks.seeded import SECRETS
from tests.cameratraps.leaks.walking import leaks, walk

pytestmark = pytest.mark.django_db


def test_17_the_walk_sees_every_kind_of_output(walked):
    seeded, answers = walked
    good = [one for one in answers if one.status == 200]
    kinds = {one.kind for one in good}
    assert kinds >= {
        "text/html", "text/plain", "application/xml", "application/atom+xml", "application/manifest+json",
        "application/zip", "image/jpeg", "image/webp", "image/avif",
    }  # fmt: skip
    addresses = {one.address for one in good}
    public = f"{seeded.page_url}{seeded.public.code}/"
    assert {public, f"{public}1/", f"{public}1/download/", seeded.page_url} <= addresses
    whole = b"".join(one.body for one in good)
    assert all(
        mark in whole
        for mark in (b"og:image", b"application/ld+json", b"A leopard on the move", b"Maple")
    )


@pytest.mark.parametrize("vector", SECRETS)
def test_no_answer_holds_a_secret_of_vector(vector, walked):
    assert leaks(walked[1], SECRETS[vector]) == {}


def test_17_no_answer_holds_anything_of_a_hidden_visit(walked):
    seeded, answers = walked
    assert leaks(answers, seeded.secrets_of_hidden) == {}


def test_17_no_hidden_picture_is_served_under_a_name_that_can_be_known(walked):
    seeded, answers = walked
    pictures = {one.address for one in answers if one.kind.startswith("image/")}
    assert pictures
    names = [word for words in seeded.words.values() for word in words if len(word) == 32]
    assert not [name for name in names if any(name in address for address in pictures)]


def test_17_the_walk_would_find_all_of_it_with_the_gate_taken_out(client, seeded, gate_open):
    """The proof that the tests above can fail."""
    found = leaks(walk(client, starts(seeded)), seeded.secrets_of_hidden)
    told = {secret for secrets in found.values() for secret in secrets}
    for reason in ("draft", "one-side", "embargo", "people"):
        words = seeded.words[reason]
        assert {words[0], words[1], words[4]} <= told, reason  # title, caption, address


def test_the_search_would_find_each_secret(client, home_pages, sides):
    """The proof that a secret which does stand on a page is found there, each of the list."""
    event = make_event()
    address = f"{make_gallery(home_pages, event)['en'].url}{event.code}/"
    every = [secret for secrets in SECRETS.values() for secret in secrets]
    Event.objects.update(caption_en=" · ".join(every))
    assert set(leaks([walk_one(client, address)], every)[address]) == set(every)


def walk_one(client, address):
    return walk(client, [address], may_go=lambda _link: False)[0]


@pytest.mark.parametrize(
    "packed", ["plain", "utf-16", "zip", "gzip", "percent", "json", "base64", "exif"]
)
def test_a_secret_is_found_however_it_is_packed(packed):
    assert secrets_in(packed_secret(packed), ["Stony-Ridge-43"]) == ["Stony-Ridge-43"]


def packed_secret(way: str) -> bytes:
    secret = "Stony-Ridge-43"
    file = BytesIO()
    if way == "zip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"a/{secret}.txt", "x")
        return file.getvalue()
    if way == "exif":
        made = PillowImage.Exif()
        made[0x010E] = secret
        PillowImage.new("RGB", (8, 8)).save(file, "WEBP", exif=made)
        return file.getvalue()
    return {
        "plain": secret.upper().encode(),
        "utf-16": secret.encode("utf-16-le"),
        "gzip": gzip.compress(secret.encode()),
        "percent": quote(secret).encode(),
        "json": json.dumps(secret).encode(),
        "base64": base64.b64encode(secret.encode()),
    }[way]


def test_22_no_answer_says_when_something_was_taken_in_or_released(walked):
    """Neither headers nor the sitemap carry a time of a picture or a visit."""
    seeded, answers = walked
    for one in answers:
        if one.kind.startswith("image/") or "/galleries/" in one.address:
            names = one.headers.decode().lower()
            assert "last-modified" not in names and "etag" not in names, one.address
    sitemap = next(one for one in answers if one.address == "/sitemap.xml").body.decode()
    entries = [entry for entry in sitemap.split("<url>") if seeded.public.code in entry]
    assert entries
    assert not [entry for entry in entries if "lastmod" in entry]
