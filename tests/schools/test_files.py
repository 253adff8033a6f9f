from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Locale

from content.base.models import Document
from content.base.pdf import typesetting
from content.schools import services
from content.schools.models import LessonPage, Material, MaterialFile
from content.schools.services import make_files
from tests.schools import factories

LESSON = "/schools/cats/four-cats/whose-coat/"
KINDS = ["plan", "sheet", "key"]


def _body(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.fixture
def made(lessons) -> dict[str, LessonPage]:
    """The lesson in three languages with all nine files."""
    assert make_files(lessons.values()) == 0
    return lessons


@pytest.fixture
def broken_typesetting(monkeypatch, tmp_path):
    """Let the worker process fail as soon as it starts."""
    worker = tmp_path / "worker.py"
    worker.write_text("raise SystemExit('out of order')")
    monkeypatch.setattr(typesetting, "WORKER", worker)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("code", "short"), [("en", "en"), ("ru", "ru"), ("zh-hans", "zh")])
def test_every_file_is_open_to_everybody(client, made, code, short, kind):
    response = client.get(f"/{code}{LESSON}{kind}.pdf")
    content = _body(response)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(content))
    assert response["ETag"] == f'"{sha256(content).hexdigest()}"'
    disposition = f'attachment; filename="whose-coat-{kind}-{short}.pdf"'
    assert response["Content-Disposition"] == disposition
    assert "Set-Cookie" not in response


def test_unchanged_file_is_not_sent_again(client, made):
    etag = client.get(f"/en{LESSON}plan.pdf")["ETag"]
    response = client.get(f"/en{LESSON}plan.pdf", headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize(("code", "lang"), [("en", "en"), ("ru", "ru"), ("zh-hans", "zh-CN")])
@pytest.mark.parametrize("kind", KINDS)
def test_files_are_tagged_pdf_with_language_title_and_fonts(client, made, code, lang, kind):
    content = _body(client.get(f"/{code}{LESSON}{kind}.pdf"))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == lang
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]).startswith(factories.TITLES[code])
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        tags = _tags(pdf.Root.StructTreeRoot.K)
        assert {"/H1", "/H2"} <= tags
        assert ("/Table" in tags) == (kind != "key")
        for page in pdf.pages:
            assert all(_is_embedded(font) for font in page.Resources.Font.values())


def _tags(node) -> set[str]:
    if isinstance(node, pikepdf.Array):
        return set().union(*map(_tags, node)) if len(node) else set()
    if not isinstance(node, pikepdf.Dictionary):
        return set()
    own = {str(node.S)} if "/S" in node else set()
    return own | (_tags(node.K) if "/K" in node else set())


def _is_embedded(font) -> bool:
    descriptor = font.DescendantFonts[0].FontDescriptor
    return "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_answers_are_in_the_key_only(lesson):
    from content.schools.pdf import data

    assert "SECRET-ANSWER" not in str(data.plan_data(lesson))
    assert "SECRET-ANSWER" not in str(data.sheet_data(lesson))
    assert str(data.key_data(lesson)).count("SECRET-ANSWER") == 7


def test_content_is_never_source(lesson):
    evil = '#read("/etc/passwd") *bold* $x$ \\ @ref <tag> `code` #{1+1} "'
    lesson.title = evil
    lesson.summary = evil * 3
    lesson.body = [*factories.plan(), factories.step(1, optional=True, title=evil)]
    job = services._job(lesson, services.KINDS["plan"])
    (content,) = typesetting.typeset([job])
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith(evil)


def test_files_are_reproducible(lesson):
    job = services._job(lesson, services.KINDS["sheet"])
    first, second = typesetting.typeset([job, job])
    assert first == second


def test_a_character_without_a_glyph_does_not_break_the_file(lesson):
    lesson.summary = "🐯 and 𠀀"
    job = services._job(lesson, services.KINDS["plan"])
    assert "□ and □" in job.data
    assert isinstance(typesetting.typeset([job])[0], bytes)


def test_files_are_made_once_and_again_when_the_page_changes(made):
    before = dict(MaterialFile.objects.values_list("pk", "document_id"))
    assert len(before) == 9
    assert make_files(made.values()) == 0
    assert dict(MaterialFile.objects.values_list("pk", "document_id")) == before
    lesson = made["en"]
    lesson.sheet_intro = "New words."
    lesson.save()
    make_files([lesson])
    after = dict(MaterialFile.objects.values_list("pk", "document_id"))
    changed = [pk for pk in before if before[pk] != after[pk]]
    (file,) = MaterialFile.objects.filter(pk__in=changed)
    assert (file.material.role, file.locale.language_code) == ("pupil_sheet", "en")
    assert Document.objects.filter(pk__in=before.values()).count() == 8


def test_publishing_makes_the_files(lesson, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lesson.save_revision().publish()
    roles = MaterialFile.objects.values_list("material__role", flat=True)
    assert set(roles) == {"plan", "pupil_sheet", "answer_key"}


def test_a_changed_subject_makes_the_plan_again(made, django_capture_on_commit_callbacks):
    before = set(MaterialFile.objects.values_list("sha256", flat=True))
    subject = factories.subject()
    subject.name_en = "Life science"
    with django_capture_on_commit_callbacks(execute=True):
        subject.save()
    after = set(MaterialFile.objects.values_list("sha256", flat=True))
    assert len(before - after) == 3  # the English ones: it is named in their properties


def test_unpublishing_takes_the_files_away(client, made):
    made["ru"].unpublish()
    codes = MaterialFile.objects.values_list("locale__language_code", flat=True)
    assert sorted(codes) == ["en"] * 3 + ["zh-hans"] * 3
    assert Document.objects.count() == 6
    assert client.get(f"/ru{LESSON}plan.pdf").status_code == 404


def test_a_missing_file_is_made_on_the_first_visit(client, lesson):
    assert client.get(f"/en{LESSON}key.pdf").status_code == 200
    assert MaterialFile.objects.get().material.role == "answer_key"


def test_a_file_lost_from_the_storage_is_made_again(client, made):
    file = MaterialFile.objects.filter(locale=made["en"].locale, material__role="plan").get()
    file.document.file.storage.delete(file.document.file.name)
    assert client.get(f"/en{LESSON}plan.pdf").status_code == 200


def test_failure_is_said_honestly_and_not_tried_at_every_visit(
    client, lessons, broken_typesetting, caplog
):
    response = client.get(f"/ru{LESSON}plan.pdf")
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert f"/ru{LESSON}" in response.content.decode()
    assert "out of order" in caplog.text
    caplog.clear()
    assert client.get(f"/ru{LESSON}plan.pdf").status_code == 503
    assert caplog.text.count("out of order") == 0
    page = client.get(f"/en{LESSON}").content.decode()
    assert page.count("not available right now") == 9


def test_typesetting_stops_at_its_time_limit(lesson, monkeypatch, tmp_path):
    worker = tmp_path / "worker.py"
    worker.write_text("import time; time.sleep(30)")
    monkeypatch.setattr(typesetting, "WORKER", worker)
    monkeypatch.setattr(typesetting, "START_SECONDS", 0.2)
    monkeypatch.setattr(typesetting, "SECONDS_A_FILE", 0.2)
    (result,) = typesetting.typeset([services._job(lesson, services.KINDS["plan"])])
    assert "took longer" in str(result)


@pytest.mark.parametrize(
    "path",
    [
        "/en/schools/cats/four-cats/no-such/plan.pdf",
        "/en/schools/cats/other/whose-coat/plan.pdf",
        "/en/schools/cats/four-cats/whose-coat/secret.pdf",
        "/en/schools/%00/four-cats/whose-coat/plan.pdf",
        "/en/schools/cats/four-cats/whose-coat%00/all.zip",
        "/en/schools/cats/four-cats/..%2f..%2f/plan.pdf",
        "/en/schools/cats/four-cats/%25/plan.pdf",
    ],
)
def test_unknown_addresses_answer_404(client, made, path):
    assert client.get(path).status_code == 404


def test_files_are_only_read(client, made):
    assert client.post(f"/en{LESSON}plan.pdf").status_code == 405


def test_lesson_page_lists_every_file_with_size_and_pages(client, made):
    page = client.get(f"/en{LESSON}").content.decode()
    for code in ("en", "ru", "zh-hans"):
        for kind in KINDS:
            assert f'href="/{code}{LESSON}{kind}.pdf"' in page
    assert page.count("PDF · ") == 9
    assert f'href="/en{LESSON}all.zip"' in page


def test_archive_holds_all_files_with_true_checksums(client, made):
    response = client.get(f"/ru{LESSON}all.zip")
    content = _body(response)
    assert response["Content-Length"] == str(len(content))
    assert response["Content-Disposition"] == 'attachment; filename="whose-coat.zip"'
    archive = ZipFile(BytesIO(content))
    assert archive.testzip() is None
    files = {
        f"{code}/whose-coat-{kind}-{code}.pdf" for code in ("en", "ru", "zh") for kind in KINDS
    }
    expected = {f"whose-coat/{name}" for name in files | {"README.txt", "SHA256SUMS"}}
    assert set(archive.namelist()) == expected
    sums = archive.read("whose-coat/SHA256SUMS").decode().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in sums)}
    assert listed == {
        name: sha256(archive.read(f"whose-coat/{name}")).hexdigest() for name in files
    }
    readme = archive.read("whose-coat/README.txt").decode()
    assert all(title in readme for title in factories.TITLES.values())


def test_archive_can_be_asked_for_its_size_and_age(client, made):
    head = client.head(f"/en{LESSON}all.zip")
    full = client.get(f"/en{LESSON}all.zip")
    assert head["Content-Length"] == full["Content-Length"]
    again = client.get(f"/en{LESSON}all.zip", headers={"If-None-Match": head["ETag"]})
    assert again.status_code == 304


def test_archive_names_what_could_not_be_made(client, made, broken_typesetting):
    MaterialFile.objects.filter(locale=made["ru"].locale, material__role="plan").delete()
    archive = ZipFile(BytesIO(_body(client.get(f"/en{LESSON}all.zip"))))
    assert "whose-coat/ru/whose-coat-plan-ru.pdf" not in archive.namelist()
    assert "ru/whose-coat-plan-ru.pdf" in archive.read("whose-coat/README.txt").decode()


def test_uploaded_files_stand_beside_the_made_ones(client, made):
    material = Material.objects.create(
        lesson_key=made["en"].translation_key, role="slides", title_en="Six pictures"
    )
    document = Document(title="Slides")
    document.file.name = document.file.storage.save("documents/x.pptx", ContentFile(b"slides"))
    document.file._committed = True
    document.file_size = 6
    document.save()
    MaterialFile.objects.create(
        material=material, locale=Locale.objects.get(language_code="en"), document=document
    )
    page = client.get(f"/en{LESSON}").content.decode()
    assert "Six pictures" in page
    assert "PPTX · " in page
    archive = ZipFile(BytesIO(_body(client.get(f"/en{LESSON}all.zip"))))
    (name,) = [name for name in archive.namelist() if name.endswith(".pptx")]
    assert archive.read(name) == b"slides"


def test_names_are_ascii_even_when_addresses_are_not(section):
    page = factories.lesson(section["unit"]["ru"], slug="чья-шуба")
    make_files([page], ["plan"])
    response = Client().get("/ru/schools/cats/four-cats/чья-шуба/plan.pdf")
    name = f"lesson-{page.translation_key.hex[:8]}-plan-ru.pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
