"""Many pages for an agency as one ZIP: out with all that was asked, in only when every file is right."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from staff.translating.exchange import unpacking
from staff.translating.exchange.po import write_po
from staff.translating.exchange.xliff import write_xliff
from tests.staff.factories import make_staff
from tests.staff.translating.pages import begin, write_page

UPLOAD = "upload_archive"


@pytest.fixture
def translations(staffed) -> list[Translation]:
    visit = staffed["visit"]["en"]
    return [begin(write_page(visit, title), "ru") for title in ("Ticks", "Fire")]


@pytest.fixture
def translator(translations, client):
    """The Russian translator, signed in with an interface in English."""
    person = make_staff("translator", "RU", "en")
    client.force_login(person)
    return person


def download(client, kind: str = "po", language: str = "ru", **asked):
    return client.post(reverse("download_archive", args=[language, kind]), asked)


def unpacked(answer) -> dict[str, bytes]:
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def translated(translation: Translation, words: str) -> bytes:
    file = polib.pofile(write_po(translation).decode())
    next(entry for entry in file if entry.msgctxt == "title").msgstr = words
    return str(file).encode()


def packed(files: dict[str | ZipInfo, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def upload(client, content: bytes):
    return client.post(reverse(UPLOAD), {"file": SimpleUploadedFile("back.zip", content)})


def refusals(client, content: bytes) -> list[tuple[str, int, str]]:
    """Return why an archive is refused; nothing of it may have been written."""
    answer = upload(client, content)
    assert answer.status_code == 422
    assert not StringTranslation.objects.exists()
    return [(one.file, one.line, one.reason) for one in answer.context["problems"]]


def words() -> set[str]:
    return set(StringTranslation.objects.values_list("data", flat=True))


@pytest.mark.parametrize(("kind", "write"), [("po", write_po), ("xlf", write_xliff)])
def test_chosen_pages_go_out_as_one_zip(translations, translator, client, kind, write):
    ticks, fire = translations
    answer = download(client, kind, page=ticks.source.get_source_instance().pk)
    assert unpacked(answer) == {f"ticks-ru-{ticks.pk}.{kind}": write(ticks)}
    assert answer["Content-Disposition"].startswith('attachment; filename="to-translate-ru-')
    assert set(unpacked(download(client, kind, section="visit"))) == {
        f"ticks-ru-{ticks.pk}.{kind}",
        f"fire-ru-{fire.pk}.{kind}",
    }


def test_filters_narrow_what_goes_out_and_what_is_not_begun_is_begun(
    translations, translator, staffed, client
):
    page = write_page(staffed["visit"]["en"], "Storm")
    write_page(page, "Wind")  # below a page that is not there in Russian: waits for it
    (name,) = unpacked(download(client, state="missing"))
    storm = Translation.objects.get(source__object_id=page.translation_key)
    assert name == f"storm-ru-{storm.pk}.po"
    assert storm.target_locale.language_code == "ru"
    assert Translation.objects.count() == 3


def test_nothing_to_give_away_is_said(translations, translator, client):
    answer = download(client, state="done")
    assert answer.status_code == 302 and answer.url == reverse("to_translate")


def test_nobody_takes_or_begins_pages_of_a_language_not_theirs(translations, client):
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    assert download(client, language="ru").url == "/staff/"
    client.force_login(make_staff("editor", "RU", "ru"))
    assert download(client).url == "/staff/"
    assert upload(client, b"").url == "/staff/"
    assert Translation.objects.count() == 2


def test_zip_comes_back_whole(translations, translator, client):
    ticks, fire = translations
    content = packed(
        {
            "ru/ticks.po": translated(ticks, "Клещи"),
            "ru/fire.po": translated(fire, "Пожар"),
            "__MACOSX/ru/._ticks.po": b"\x00\x05",
            "ru/.DS_Store": b"\x00",
        }
    )
    assert upload(client, content).url == reverse("to_translate")
    assert words() == {"Клещи", "Пожар"}


def test_one_bad_file_refuses_all_and_is_named_in_the_readers_language(translations, client):
    ticks, fire = translations
    client.force_login(make_staff("translator", "RU", "ru"))
    good, bad = translated(ticks, "Клещи"), translated(fire, "Пожар <b>!</b>")
    answer = upload(client, packed({"ticks.po": good, "fire.po": bad}))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "fire.po" in page and "Тега &lt;b&gt; в оригинале нет." in page
    assert "ticks.po" not in page
    assert words() == set()
    assert [(one.file, one.line > 1) for one in answer.context["problems"]] == [("fire.po", True)]


def test_every_bad_file_is_named_with_its_reason(translations, translator, client, staffed):
    ticks = translations[0]
    chinese = begin(write_page(staffed["visit"]["en"], "Storm"), "zh-hans")
    stranger = translated(ticks, "Клещи").replace(str(ticks.uuid).encode(), b"../../etc")
    assert refusals(
        client,
        packed(
            {
                "1.po": translated(ticks, "Клещи"),
                "2.po": translated(ticks, "Клещ"),
                "3.po": translated(chinese, "风暴"),
                "4.xlf": b"<xliff>\n<file>\n",
                "5.po": stranger,
                "6.po": b'msgid ""\nmsgstr "\xff"\n',
            }
        ),
    ) == [
        ("2.po", 0, "There are two files for this page in the ZIP."),
        ("3.po", 0, "This page is translated by others."),
        ("4.xlf", 3, "This line is not written as in an XML file."),
        ("5.po", 0, "The file belongs to no page of this site."),
        ("6.po", 2, "The file is not written in UTF-8."),
    ]


def link() -> ZipInfo:
    entry = ZipInfo("link.po")
    entry.external_attr = 0o120777 << 16
    return entry


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../ticks.po", "Its name leads out of the ZIP."),
        ("/etc/ticks.po", "Its name leads out of the ZIP."),
        ("C:ticks.po", "Its name leads out of the ZIP."),
        ("..\\ticks.po", "Its name leads out of the ZIP."),
        (link(), "It is no file but a link to one."),
        ("ticks.exe", "It is neither a PO nor an XLIFF file."),
        ("more.zip", "It is neither a PO nor an XLIFF file."),
    ],
)
def test_tricks_with_names_are_refused(translations, translator, client, name, reason):
    content = packed({"good.po": translated(translations[0], "Клещи"), name: b"x"})
    shown = name.filename if isinstance(name, ZipInfo) else name
    assert refusals(client, content) == [(shown, 0, reason)]


def test_bombs_are_refused_unread(translations, translator, client, monkeypatch):
    large = packed({"bomb.po": b"0" * (3 * 1024**2)})
    assert len(large) < 10_000
    assert refusals(client, large) == [("bomb.po", 0, "The file is larger than 2 MB.")]
    lying = large.replace((3 * 1024**2).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != large
    assert refusals(client, lying)  # claims a hundred bytes
    monkeypatch.setattr(unpacking, "LARGEST_UNPACKED", 1000)
    many = packed({f"{number}.po": b"0" * 500 for number in range(3)})
    assert refusals(client, many) == [("", 0, "Unpacked, this ZIP would be too large.")]
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)
    assert refusals(client, many) == [("", 0, "There are more than 2 files in this ZIP.")]
    monkeypatch.setattr(unpacking, "LARGEST_ARCHIVE", 10)
    assert refusals(client, many) == [("", 0, "The file is larger than 0 MB.")]


@pytest.mark.parametrize("content", [b"no zip", b"PK\x03\x04broken", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_zip_is_refused(translations, translator, client, content):
    ((name, line, reason),) = refusals(client, content)
    assert (name, line) == ("", 0)
    assert reason in {
        "This is no ZIP file, or it is damaged.",
        "There is no PO or XLIFF file in this ZIP.",
    }


def test_nothing_chosen_is_told(translations, translator, client):
    answer = client.post(reverse(UPLOAD))
    assert answer.status_code == 422
    assert [one.reason for one in answer.context["problems"]] == ["Choose a file first."]


def test_list_offers_the_boxes_to_those_who_may(translations, client, staffed):
    write_page(staffed["visit"]["en"], "Storm")
    client.force_login(make_staff("translator", "RU", "en"))
    page = client.get(reverse("to_translate")).content.decode()
    assert page.count('form="staff-archive"') == 3
    page = client.get(f"{reverse('to_translate')}?language=zh-hans").content.decode()
    assert 'form="staff-archive"' not in page and reverse(UPLOAD) not in page
