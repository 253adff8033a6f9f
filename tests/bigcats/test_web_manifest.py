"""The manifest for a phone's home screen: named in the language of its address, with icons that exist."""

import pytest
from django.contrib.staticfiles import finders
from PIL import Image


@pytest.mark.parametrize(
    ("language", "name", "lang"),
    [
        ("en", "Land of Big Cats", "en"),
        ("ru", "Земля больших кошек", "ru"),
        ("zh-hans", "大猫之乡", "zh-Hans"),
    ],
)
def test_manifest_speaks_the_language_of_its_address(client, db, language, name, lang):
    response = client.get(f"/{language}/manifest.webmanifest")
    manifest = response.json()
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert (manifest["name"], manifest["lang"]) == (name, lang)
    assert manifest["start_url"] == f"/{language}/"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_icons_have_the_size_they_claim(client, db):
    for icon in client.get("/en/manifest.webmanifest").json()["icons"]:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
