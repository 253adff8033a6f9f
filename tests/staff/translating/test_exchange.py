"""Files for an agency: out with everything, in only when everything is right."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import etree
from wagtail_localize.models import StringTranslation

from staff.models import User
from staff.translating.exchange import services
from staff.translating.exchange.inline import XLIFF
from staff.translating.exchange.po import write_po
from staff.translating.exchange.problems import RefusedFileError
from staff.translating.exchange.services import take_in
from staff.translating.exchange.xliff import write_xliff
from tests.staff.factories import make_staff
from tests.staff.translating.pages import begin, write_page

LINKED = '<p>Read <b>all</b> the <a href="/en/visit/">rules</a>,<br/>then {count} more.</p>'
BODY = [
    {"type": "text", "id": "11111111-1111-1111-1111-111111111111", "value": LINKED},
    {"type": "text", "id": "22222222-2222-2222-2222-222222222222", "value": "<p>A &amp; B</p>"},
]
RUSSIAN = 'Прочтите <b>все</b> <a id="a1">правила</a>,<br/>потом ещё {count}.'


@pytest.fixture
def translation(sections):
    return begin(write_page(sections["visit"]["en"], "Ticks", body=BODY), "ru")


@pytest.fixture
def person(db):
    return User.objects.create(username="agency")


def po_of(translation) -> polib.POFile:
    return polib.pofile(write_po(translation).decode())


def entry_of(file: polib.POFile, start: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgid.startswith(start))


def xliff_of(translation) -> etree._Element:
    return etree.fromstring(write_xliff(translation))


def node_of(root: etree._Element, start: str) -> etree._Element:
    nodes = root.iter(f"{{{XLIFF}}}trans-unit")
    return next(node for node in nodes if "".join(node[0].itertext()).startswith(start))


def send(person, translation, content):
    if isinstance(content, polib.POFile):
        content = str(content)
    elif isinstance(content, etree._Element):
        content = etree.tostring(content)
    data = content.encode() if isinstance(content, str) else content
    return take_in(person, translation, SimpleUploadedFile("file", data))


def reasons(person, translation, content) -> list[tuple[int, str]]:
    """Return why a file is refused; nothing of it may have been written."""
    with pytest.raises(RefusedFileError) as refused:
        send(person, translation, content)
    assert not StringTranslation.objects.exists()
    return [(problem.line, problem.reason) for problem in refused.value.problems]


def words(translation) -> dict[str, str]:
    rows = StringTranslation.objects.filter(locale=translation.target_locale)
    return dict(rows.values_list("translation_of__data", "data"))


def test_po_goes_out_and_comes_back(translation, person):
    file = po_of(translation)
    assert [entry.msgid for entry in file if entry.msgctxt != "slug"] == [
        "Ticks",
        "In short.",
        'Read <b>all</b> the <a id="a1">rules</a>,<br/>then {count} more.',
        "A &amp; B",
    ]
    entry_of(file, "Read").msgstr = RUSSIAN
    entry_of(file, "Ticks").msgstr = "Клещи"
    taken = send(person, translation, file)
    assert (taken.texts, taken.left_out) == (2, 3)
    assert words(translation) == {"Ticks": "Клещи", entry_of(file, "Read").msgid: RUSSIAN}
    text = StringTranslation.objects.first()
    assert (text.last_translated_by, text.tool_name, text.translation_type) == (
        person,
        "PO",
        "manual",
    )
    assert send(person, translation, po_of(translation)).texts == 0


def test_xliff_goes_out_with_inline_codes_and_comes_back(translation, person):
    root = xliff_of(translation)
    assert root[0].get("target-language") == "ru"
    node = node_of(root, "Read")
    assert [child.tag.rpartition("}")[2] for child in node[0]] == ["g", "g", "x"]
    target = node[1]
    for child in node[0]:
        target.append(child)
    target.text, target.set("state", "translated")
    target.text = "Прочтите "
    target[0].text, target[0].tail = "все", " "
    target[1].text, target[1].tail = "правила", ","
    target[2].tail = "потом ещё {count}."
    node_of(root, "A & B")[1].text = "А & Б"
    node_of(root, "A & B")[1].set("state", "translated")
    rebuilt = write_xliff(translation)
    source = etree.fromstring(rebuilt)
    node.replace(node[0], node_of(source, "Read")[0])
    taken = send(person, translation, root)
    assert (taken.texts, taken.left_out) == (2, 3)
    assert set(words(translation).values()) == {RUSSIAN, "А &amp; Б"}


def test_text_that_is_not_finished_is_left_out(translation, person):
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "Клещи?"
    entry_of(file, "Ticks").flags = ["fuzzy"]
    assert send(person, translation, file).texts == 0
    root = xliff_of(translation)
    node_of(root, "Ticks")[1].text = "Клещи?"  # its state is still “needs-translation”
    assert send(person, translation, root).texts == 0
    assert words(translation) == {}


@pytest.mark.parametrize(
    ("translated", "reason"),
    [
        ('Прочтите все <a id="a1">правила</a>,<br/>{count}', "The tag <b> is missing."),
        (f"{RUSSIAN}<i>!</i>", "The tag <i> is not in the original."),
        (RUSSIAN.replace("{count}", "ещё"), "The placeholder {count} is missing."),
        (f"{RUSSIAN} %s", "The placeholder %s is not in the original."),
        (RUSSIAN.replace('id="a1"', 'id="a2"'), "The tag <a id=a1> is missing."),
    ],
)
def test_po_with_other_marks_than_the_original_is_refused_whole(
    translation, person, translated, reason
):
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "Клещи"
    entry_of(file, "Read").msgstr = translated
    found = reasons(person, translation, file)
    assert reason in [words for _line, words in found]
    lines = str(file).splitlines()
    assert lines[found[0][0] - 1].startswith(("#", "msgctxt", "msgid"))


def test_script_in_a_translation_is_refused(translation, person):
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "<script>alert(1)</script>"
    assert "The tag <script> is not in the original." in [
        words for _line, words in reasons(person, translation, file)
    ]


def test_too_long_a_text_is_refused(translation, person):
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "К" * 256
    ((_line, reason),) = reasons(person, translation, file)
    assert reason == "256 characters; at most 255 fit here."


def test_text_of_no_page_and_text_given_twice_are_refused(translation, person):
    file = po_of(translation)
    file.append(polib.POEntry(msgctxt="title", msgid="Elsewhere", msgstr="В другом месте"))
    for words_given in ("Клещи", "Клещ"):
        file.append(polib.POEntry(msgctxt="title", msgid="Ticks", msgstr=words_given))
    found = [reason for _line, reason in reasons(person, translation, file)]
    assert found[0].startswith("“Elsewhere” is not a text of this page.")
    assert found[1:] == ["This text stands twice in the file, with two translations."]


def test_file_of_another_page_or_language_is_refused(translation, person, sections):
    other = begin(write_page(sections["visit"]["en"], "Fire"), "ru")
    belongs = (0, "The file belongs to another page or another language.")
    assert reasons(person, translation, po_of(other)) == [belongs]
    assert reasons(person, translation, xliff_of(other)) == [belongs]
    root = xliff_of(translation)
    root[0].set("target-language", "zh-CN")
    assert reasons(person, translation, root) == [(0, "The file is in another language: zh-CN.")]


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="&c;">&b;</file></xliff>"""


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (BOMB, 2, "The file brings a document type of its own: not allowed."),
        (b"<xliff>\n<file>\n", 3, "This line is not written as in an XML file."),
        (b"<html></html>", 1, "This is no XLIFF file of version 1.2."),
        (b"msgid broken\nmsgstr\n", 2, "This line is not written as in a PO file."),
        (b"/etc/passwd", 1, "This is neither a PO nor an XLIFF file."),
        (b"", 1, "This is neither a PO nor an XLIFF file."),
        (b'msgid ""\nmsgstr "\xff\xfe"\n', 2, "The file is not written in UTF-8."),
        (b'msgid ""\n\x00', 0, "This is neither a PO nor an XLIFF file."),
    ],
)
def test_malformed_file_is_refused_with_its_line(translation, person, content, line, reason):
    assert reasons(person, translation, content) == [(line, reason)]


def test_unknown_code_and_unknown_text_of_an_xliff_are_refused(translation, person):
    root = xliff_of(translation)
    target = node_of(root, "Ticks")[1]
    target.set("state", "translated")
    etree.SubElement(target, f"{{{XLIFF}}}g", id="77").text = "Клещи"
    assert reasons(person, translation, root)[0][1] == (
        "The code <g id=“77”> is not in the original."
    )
    root = xliff_of(translation)
    node = node_of(root, "Ticks")
    node.set("id", "999999")
    node[1].text = "Клещи"
    node[1].set("state", "translated")
    assert reasons(person, translation, root)[0][1].startswith("“999999” is not a text of")


def test_huge_file_is_refused_unread(translation, person, monkeypatch):
    monkeypatch.setattr(services, "LARGEST", 1024**2)
    assert reasons(person, translation, b"x" * (1024**2 + 1)) == [
        (0, "The file is larger than 1 MB.")
    ]
    monkeypatch.setattr(services, "MOST_TEXTS", 0)
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "Клещи"
    assert reasons(person, translation, file) == [
        (0, "The file has more texts than a page can have.")
    ]


def upload(client, translation, content: bytes, name: str = "upload_texts"):
    return client.post(
        reverse(name, args=[translation.pk]), {"file": SimpleUploadedFile("texts.po", content)}
    )


def test_files_are_exchanged_in_the_editor_by_those_who_may_edit_the_page(staffed, client):
    translation = begin(write_page(staffed["visit"]["en"], "Ticks", body=BODY), "ru")
    client.force_login(make_staff("translator", "CN", "zh-hans"))
    assert client.get(reverse("download_texts", args=[translation.pk, "po"])).status_code == 302
    assert upload(client, translation, write_po(translation)).url == "/staff/"
    client.force_login(make_staff("translator", "RU", "ru"))
    answer = client.get(reverse("download_texts", args=[translation.pk, "xlf"]))
    assert answer.content == write_xliff(translation)
    assert answer["Content-Disposition"] == 'attachment; filename="ticks-ru.xlf"'
    for name in ("upload_texts", "wagtail_localize:upload_pofile"):  # the editor's own way too
        answer = upload(client, translation, b"msgid broken\nmsgstr\n", name)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Файл не принят" in page and "Эта строка не соответствует формату PO." in page
    assert client.post(reverse("upload_texts", args=[translation.pk])).status_code == 422
    file = po_of(translation)
    entry_of(file, "Ticks").msgstr = "Клещи"
    assert upload(client, translation, str(file).encode()).status_code == 302
    assert words(translation) == {"Ticks": "Клещи"}
    assert client.get(reverse("upload_texts", args=[translation.pk])).status_code == 405
