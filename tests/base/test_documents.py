"""Files to download: cleaned on entry, whatever their kind; refused with the reason when they cannot be."""

import re
import zipfile
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from content.base.models import Document
from content.base.scanning import findings_in
from content.base.scrubbing import NotADocumentError, office, scrub_document
from tests.base.pictures import SECRET, picture_bytes, secrets_in, upload

PARTS = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml"}


def pdf_bytes(**options) -> bytes:
    """Return a PDF with every place where metadata hides filled."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET]
        metadata["pdf:Producer"] = SECRET
    pdf.docinfo["/Author"] = SECRET
    pdf.docinfo["/Creator"] = SECRET
    photo = pikepdf.Stream(pdf, picture_bytes())
    photo.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=60,
        Height=40,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
        Metadata=pdf.make_stream(SECRET.encode()),
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=photo))
    page.Contents = pdf.make_stream(b"q 60 0 0 40 0 0 cm /P Do Q")
    page.PieceInfo = pikepdf.Dictionary(App=pikepdf.Dictionary(Private=pikepdf.String(SECRET)))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=[0, 0, 9, 9],
        Contents=pikepdf.String("See the oak"),
        T=pikepdf.String(SECRET),
        M=pikepdf.String("D:20240501"),
    )
    page.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))
    pdf.attachments["list.txt"] = SECRET.encode()
    encoded = BytesIO()
    pdf.save(encoded, **options)
    return encoded.getvalue()


def office_bytes(extension: str = "docx", **more: bytes) -> bytes:
    folder = PARTS[extension].split("/")[0]
    parts = {
        "[Content_Types].xml": b'<Types><Override PartName="/docProps/custom.xml" ContentType="x"/>'
        b'<Override PartName="/docProps/core.xml" ContentType="y"/></Types>',
        "_rels/.rels": b'<Relationships><Relationship Id="1" Type="t" Target="docProps/thumbnail.jpeg"/>'
        b'<Relationship Id="2" Type="d" Target="'
        + PARTS[extension].encode()
        + b'"/></Relationships>',
        "docProps/core.xml": f"<c><dc:creator>{SECRET}</dc:creator></c>".encode(),
        "docProps/app.xml": f"<p><Company>{SECRET}</Company></p>".encode(),
        "docProps/custom.xml": f"<property>{SECRET}</property>".encode(),
        "docProps/thumbnail.jpeg": picture_bytes(),
        PARTS[extension]: f'<w:ins w:author="{SECRET}" w:date="2024-05-01"/><w:t>Words stay</w:t>'
        f'<x15ac:absPath url="C:\\{SECRET}\\"/>'.encode(),
        f"{folder}/comments.xml": f'<w:comment w:author="{SECRET}" w:initials="H2"/>'
        f"<author>{SECRET}</author>".encode(),
        f"{folder}/media/image1.jpeg": picture_bytes(),
        f"{folder}/media/image2.png": picture_bytes("PNG"),
        f"{folder}/_rels/settings.xml.rels": f'<Relationship Target="file:///C:/{SECRET}.dotm"/>'.encode(),
        "customXml/item1.xml": f"<x>{SECRET}</x>".encode(),
        **more,
    }
    encoded = BytesIO()
    with zipfile.ZipFile(encoded, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = SECRET.encode()
        for name, content in parts.items():
            archive.writestr(name, content)
    return encoded.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_pdf_keeps_its_pages_and_nothing_else():
    dirty = pdf_bytes()
    assert {"Author entry", "XMP", "attached file"} <= set(findings_in(dirty))
    clean = scrub_document(upload(dirty, "Plan of H2RXEM06043616.pdf")).read()
    assert findings_in(clean) == []
    with pikepdf.open(BytesIO(clean)) as pdf:
        everything = b"".join(map(_bytes_of, pdf.objects))
        photo = bytes(pdf.pages[0].Resources.XObject.P.read_raw_bytes())
        assert str(pdf.pages[0].Annots[0].Contents) == "See the oak"
    assert secrets_in(clean + everything + photo, (SECRET,)) == []
    assert findings_in(photo) == []


def _bytes_of(element) -> bytes:
    is_text = isinstance(element, pikepdf.Stream) and element.get("/Filter") != "/DCTDecode"
    return bytes(element.read_bytes()) if is_text else repr(element).encode()


@pytest.mark.parametrize("extension", PARTS)
def test_an_office_file_keeps_its_words_and_loses_people_paths_and_thumbnails(extension):
    dirty = office_bytes(extension)
    assert findings_in(dirty)
    clean = scrub_document(upload(dirty, f"x.{extension}")).read()
    parts = unpacked(clean)
    assert b"Words stay" in parts[PARTS[extension]]
    assert {name for name, content in parts.items() if secrets_in(content, (SECRET,))} == set()
    assert findings_in(clean) == []
    assert not {"docProps/custom.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml"} & set(
        parts
    )
    assert b"thumbnail" not in parts["_rels/.rels"]
    assert PARTS[extension].encode() in parts["_rels/.rels"]


def test_a_table_inside_a_presentation_is_cleaned_too():
    dirty = office_bytes("pptx", **{"ppt/embeddings/table.xlsx": office_bytes("xlsx")})
    parts = unpacked(scrub_document(upload(dirty, "x.pptx")).read())
    inner = unpacked(parts["ppt/embeddings/table.xlsx"])
    assert not any(secrets_in(content, (SECRET,)) for content in inner.values())


def test_text_stays_as_it_is():
    assert (
        scrub_document(upload("вид,число\n豹,3\n".encode(), "x.csv")).read().decode()
        == "вид,число\n豹,3\n"
    )


REFUSED = {
    "picture": (picture_bytes(), "x.pdf", "This is a picture"),
    "picture as text": (picture_bytes("PNG"), "x.txt", "This is a picture"),
    "text as pdf": (b"hello there", "x.pdf", "something else"),
    "pdf as docx": (pdf_bytes(), "x.docx", "something else"),
    "docx as xlsx": (office_bytes("docx"), "x.xlsx", "something else"),
    "zip as docx": (b"PK\x05\x06" + b"\x00" * 18, "x.docx", "something else"),
    "program": (b"MZ" + b"\x00" * 90, "x.txt", "something else"),
    "zip": (office_bytes("docx"), "x.zip", "are not taken"),
    "track": (b"<gpx/>", "x.gpx", "are not taken"),
    "bytes as text": (b"\x00\x01\x02\x03" * 9, "x.csv", "no letters"),
    "half a pdf": (b"%PDF-1.7\n1 0 obj\n<<", "x.pdf", "damaged"),
    "half a docx": (office_bytes("docx")[:400], "x.docx", "damaged"),
    "macros": (office_bytes("docx", **{"word/vbaProject2.bin": b"x"}), "x.docx", "vbaProject2.bin"),
    "film": (office_bytes("pptx", **{"ppt/media/film.mp4": b"x"}), "x.pptx", "film.mp4"),
    "locked": (
        pdf_bytes(encryption=pikepdf.Encryption(owner="o", user="u")),
        "x.pdf",
        "locked with a password",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_cleaned_is_refused_with_the_reason(case):
    content, name, reason = REFUSED[case]
    with translation.override("en"), pytest.raises(NotADocumentError) as refusal:
        scrub_document(upload(content, name))
    assert reason in refusal.value.messages[0]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(office, "MAX_UNPACKED", 1_000_000)
    bomb = office_bytes("docx", **{"word/big.xml": b"0" * 1_000_001})
    with translation.override("en"), pytest.raises(NotADocumentError, match="far too much"):
        scrub_document(upload(bomb, "x.docx"))


def test_the_staff_form_stores_clean_files_under_random_names(staff_client):
    response = staff_client.post(
        reverse("wagtaildocs:add"),
        {"title": "x", "collection": 1, "licence": "CC0-1.0", "file": upload(pdf_bytes(), "x.pdf")},
    )
    assert response.status_code == 302, response.context["form"].errors
    document = Document.objects.get()
    assert re.fullmatch(r"documents/[0-9a-f]{32}\.pdf", document.file.name)
    assert document.title != "x"  # the name of the file
    assert findings_in(document.file.read()) == []


def test_the_staff_form_refuses_a_picture_in_the_language_of_the_user(staff_client):
    response = staff_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Plan", "collection": 1, "file": upload(picture_bytes(), "x.pdf")},
    )
    with translation.override("ru"):
        reason = translation.gettext(
            "This is a picture. Add it under “Pictures”, where its metadata is taken out."
        )
    assert response.context["form"].errors["file"] == [reason]
    assert not Document.objects.exists()


def test_a_replaced_file_is_removed(staff_client, django_capture_on_commit_callbacks):
    document = Document(title="Plan", file=upload(b"one", "x.txt"))
    document.save()
    old, storage = document.file.name, document.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {"title": "Plan", "collection": 1, "file": upload(b"two", "y.txt")},
        )
    document.refresh_from_db()
    assert document.file.read() == b"two"
    assert not storage.exists(old)


def test_what_is_served_tells_neither_name_nor_day(staff_client, client):
    staff_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Plan", "collection": 1, "file": upload(b"words", "STATION-7.txt")},
    )
    response = client.get(Document.objects.get().url)
    assert "STATION" not in str(response.headers) + Document.objects.get().url
    assert response.getvalue() == b"words"


# A PDF takes what it holds along when it is closed: made anew each time.
ACTIONS = {
    "script": lambda: pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    ),
    "program": lambda: pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe")),
    "address": lambda: pikepdf.Dictionary(
        S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org/")
    ),
}


def pdf_that_acts(where: str, kind: str) -> bytes:
    pdf, action = pikepdf.new(), ACTIONS[kind]()
    page = pdf.add_blank_page()
    if where == "opening":
        pdf.Root.OpenAction = action
    elif where == "page":
        page.AA = pikepdf.Dictionary(O=action)
    elif where == "names":
        pdf.Root.Names = pikepdf.Dictionary(
            JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("x"), action])
        )
    else:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{where}"), Rect=[0, 0, 9, 9], A=action
        )
        page.Annots = pikepdf.Array([link])
    encoded = BytesIO()
    pdf.save(encoded)
    return encoded.getvalue()


@pytest.mark.parametrize("kind", ["script", "program"])
@pytest.mark.parametrize("where", ["opening", "page", "names", "Link", "Widget"])
def test_a_pdf_runs_nothing(where, kind):
    clean = scrub_document(upload(pdf_that_acts(where, kind), "x.pdf"))
    content = clean.read()
    assert clean.had_script
    assert [name for name in (b"/JS", b"/JavaScript", b"/Launch") if name in content] == []


def test_a_link_to_an_address_stays_and_is_no_script():
    clean = scrub_document(upload(pdf_that_acts("Link", "address"), "x.pdf"))
    assert not clean.had_script
    with pikepdf.open(BytesIO(clean.read())) as pdf:
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://example.org/"


@pytest.mark.parametrize("kind", ["script", "address"])
@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_the_uploader_is_told_of_a_script_that_was_taken_out(staff_client, code, kind):
    UserProfile.objects.update(preferred_language=code)
    data = {"title": "Plan", "collection": 1, "file": upload(pdf_that_acts("Link", kind), "x.pdf")}
    page = staff_client.post(reverse("wagtaildocs:add"), data, follow=True).content.decode()
    with translation.override(code):
        note = translation.gettext(
            "This PDF held a script or a command. It was taken out: check that the file "
            "still does what it should, forms above all."
        )
    assert (note in page) is (kind == "script")


def test_one_of_several_uploads_tells_of_a_script_too(staff_client):
    data = {"collection": 1, "files[]": upload(pdf_that_acts("opening", "script"), "x.pdf")}
    answer = staff_client.post(
        reverse("wagtaildocs:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"}
    ).json()
    assert "staff-waiting" in answer["form"]
