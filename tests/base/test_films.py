"""Films: picture and sound alone, captions in every language, no playing by itself."""

import av
import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import gettext, override

from content.base.captions import read_captions, words_of, write_captions
from content.base.models import Video
from content.base.scanning import findings_in
from content.base.scrubbing.videos import NotAVideoError, scrub_video
from tests.base.films import SECRETS, film_bytes
from tests.base.test_blocks import KINDS, Preview, body_html

WORDS = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n{}\n"


def upload(content: bytes, name: str = "STATION-7_2024-05-01.mp4") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def film(**changes) -> Video:
    fields = {
        "title_en": "Snow",
        "title_ru": "Снег",
        "title_zh_hans": "雪",
        "file": upload(film_bytes()),
        "captions_en": WORDS.format("Wind"),
        "captions_ru": WORDS.format("Ветер"),
        "captions_zh_hans": WORDS.format("风声"),
    }
    return Video.objects.create(**{**fields, **changes})


@pytest.mark.parametrize(
    ("kind", "codec"), [("mp4", "libx264"), ("webm", "libvpx"), ("webm", "libvpx-vp9")]
)
def test_a_film_keeps_picture_and_sound_and_no_secret(kind, codec):
    given = film_bytes(kind, codec=codec)
    assert [secret for secret in SECRETS if secret in given]  # the film does tell
    clean = scrub_video(upload(given), keeps_sound=True)
    content = clean.read()
    assert findings_in(given) != []
    assert findings_in(content) == []
    assert [secret for secret in SECRETS if secret in content] == []
    assert (clean.dimensions, clean.name.endswith(f".{kind}"), "STATION" in clean.name) == (
        (64, 48),
        True,
        False,
    )
    assert scrub_video(upload(content), keeps_sound=True).dimensions == (64, 48)


def test_a_silent_film_is_taken():
    assert scrub_video(upload(film_bytes(sound=False)), keeps_sound=True).seconds >= 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_video"),
        (b"no film at all", "not_a_video"),
        (b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 400, "damaged"),
        (b"\x1a\x45\xdf\xa3" + b"\xff" * 400, "damaged"),
        (b"<html><script>alert(1)</script>", "not_a_video"),
    ],
)
def test_what_is_no_film_is_refused_with_its_reason(content, code):
    with pytest.raises(NotAVideoError) as refused:
        scrub_video(upload(content), keeps_sound=True)
    assert refused.value.code == code


def test_half_a_film_is_refused():
    whole = film_bytes()
    with pytest.raises(NotAVideoError):
        scrub_video(upload(whole[: len(whole) // 4]), keeps_sound=True)


def test_a_codec_few_browsers_play_is_refused():
    with pytest.raises(NotAVideoError) as refused:
        scrub_video(upload(film_bytes(codec="mpeg4")), keeps_sound=True)
    assert refused.value.code == "codec"


def has_sound(content) -> bool:
    with av.open(content) as opened:
        return bool(opened.streams.audio)


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_sound_stays_only_where_it_is_asked_for(kind):
    given = film_bytes(kind)
    for keeps_sound in (True, False):
        clean = scrub_video(upload(given, f"a.{kind}"), keeps_sound=keeps_sound)
        assert has_sound(clean) is keeps_sound
        clean.seek(0)
        assert findings_in(clean.read()) == []


@pytest.mark.django_db
def test_sound_once_given_up_is_gone_from_the_file(django_capture_on_commit_callbacks):
    made = film(keeps_sound=True)
    old = made.file.name
    with made.file.open() as stored:
        assert has_sound(stored)
    made.keeps_sound = False
    with django_capture_on_commit_callbacks(execute=True):
        made.save()
    with made.file.open() as stored:
        assert not has_sound(stored)
    assert not made.file.storage.exists(old)


@pytest.mark.django_db
def test_sound_that_is_gone_cannot_be_asked_back(admin_client):
    made = film()
    address = reverse("wagtailsnippets_base_video:edit", args=[made.pk])
    answer = admin_client.post(address, {"licence": "reserved", "keeps_sound": "on"})
    assert "keeps_sound" in answer.context["form"].errors


def test_captions_are_read_from_subrip_and_written_without_tags():
    given = (
        "1\r\n00:00:01,000 --> 00:00:02,500\r\n<b>Wind</b> & <script>x</script>\r\n\r\n"
        "2\r\n00:00:03,000 --> 00:00:04,000\r\nSnow\r\n"
    )
    written = write_captions(read_captions(given))
    assert written == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nWind &amp; x\n\n00:00:03.000 --> 00:00:04.000\nSnow\n"
    )
    assert write_captions(read_captions(written)).count("-->") == 2
    assert words_of(written) == "Wind &amp; x\nSnow"


def test_notes_and_styles_are_left_out():
    given = "WEBVTT - STATION-7\n\nNOTE 43.1056, 131.0342\n\nSTYLE\n::cue { }\n\n" + WORDS[
        8:
    ].format("a")
    assert write_captions(read_captions(given)) == WORDS.format("a")


@pytest.mark.parametrize(
    "given",
    [
        "",
        "WEBVTT\n",
        "just words",
        "00:00:02.000 --> 00:00:01.000\na",
        "00:00:00.000 --> 00:00:01.000\n",
        "00:00:00.000 --> 00:00:01.000\n" + "a" * 241,
        "99:99 --> x\na",
    ],
)
def test_captions_that_cannot_be_read_are_refused(given):
    with pytest.raises(ValidationError):
        read_captions(given)


@pytest.mark.django_db
def test_form_asks_for_captions_in_every_language_and_keeps_what_was_typed(admin_client):
    data = {
        "title_en": "Snow",
        "title_ru": "",
        "title_zh_hans": "",
        "captions_en": WORDS.format("Wind"),
        "captions_ru": "слова без времени",
        "captions_zh_hans": "",
        "licence": "reserved",
        "side": "RU",
        "file": upload(film_bytes()),
    }
    address = reverse("wagtailsnippets_base_video:add")
    answer = admin_client.post(address, data)
    errors = answer.context["form"].errors
    assert set(errors) == {"captions_ru", "captions_zh_hans"}
    assert "слова без времени" in answer.content.decode()
    data |= {"captions_ru": WORDS.format("Ветер"), "captions_zh_hans": WORDS.format("风声")}
    admin_client.post(address, data | {"file": upload(film_bytes())})
    stored = Video.objects.get()
    assert (stored.width, stored.title_en, stored.file.name.startswith("videos/")) == (
        64,
        "Snow",
        True,
    )


@pytest.mark.django_db
def test_a_film_on_a_page_has_its_captions_and_does_not_start_by_itself():
    made = film(captions_ru=WORDS.format("Ветер <i>"))
    with override("ru"):
        html = body_html(("video", {"video": made.pk, "caption": ""}))
    shown = BeautifulSoup(html, "html.parser")
    player = shown.find("video")
    assert player.has_attr("controls")
    assert not player.has_attr("autoplay")
    assert [(one["srclang"], one.has_attr("default")) for one in shown.select("track")] == [
        ("en", False),
        ("ru", True),
        ("zh-Hans", False),
    ]
    assert "Ветер &lt;i&gt;" in html


@pytest.mark.django_db
def test_a_film_without_all_captions_is_neither_taken_nor_shown(client):
    made = film(captions_zh_hans="")
    block = KINDS["video"]
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"video": made.pk, "caption": ""}))
    shown = {"video": made.pk, "caption": ""}
    assert "<video" not in body_html(("video", shown))
    assert gettext("Something chosen here is not shown") in body_html(
        ("video", shown), request=Preview()
    )
    assert client.get(reverse("captions", args=[made.pk, "en"])).status_code == 404


@pytest.mark.django_db
def test_captions_and_stretches_of_a_film_are_served(client):
    made = film()
    told = client.get(reverse("captions", args=[made.pk, "zh-hans"]))
    assert (told.headers["Content-Type"], "风声" in told.content.decode()) == (
        "text/vtt; charset=utf-8",
        True,
    )
    assert client.get(reverse("captions", args=[made.pk, "pk"])).status_code == 404
    whole = b"".join(client.get(made.file.url).streaming_content)
    part = client.get(made.file.url, headers={"range": "bytes=4-7"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, whole[4:8])
    assert part.headers["Content-Range"] == f"bytes 4-7/{len(whole)}"
    last = client.get(made.file.url, headers={"range": "bytes=-3"})
    assert b"".join(last.streaming_content) == whole[-3:]
    assert client.get(made.file.url, headers={"range": "bytes=999999999-"}).status_code == 416
    assert client.get(made.file.url, headers={"range": "bytes=0-1,3-4"}).status_code == 200
    assert client.get("/media/videos/../secret_key").status_code == 404


@pytest.mark.django_db
def test_a_replaced_film_takes_its_old_file_along(django_capture_on_commit_callbacks):
    made = film()
    storage, old = made.file.storage, made.file.name
    made.file = upload(film_bytes("webm"), "b.webm")
    with django_capture_on_commit_callbacks(execute=True):
        made.save()
    assert (storage.exists(old), storage.exists(made.file.name)) == (False, True)
