"""All files of a lesson as one ZIP: streamed, its size known before it starts."""

from collections.abc import Iterator
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from zipstream import ZipStream

from content.base.formats import comma
from content.base.models import Document
from content.schools import naming, queries
from content.schools.models import FileSource, LessonPage
from content.schools.services import KINDS, ready_file

CHUNK = 64 * 1024


class Archive:
    """A ZIP of a lesson's files in every language it is published in, with checksums and a note."""

    def __init__(self, translations: list[LessonPage]) -> None:
        self.translations = translations
        self.name = naming.lesson_name(translations[0])
        self.missing: list[str] = []
        self.entries: list[tuple[str, Document, str]] = []  # (name in the ZIP, file, SHA-256)
        for lesson in translations:
            self._add_made_files(lesson)
        self._add_uploaded_files()

    @property
    def etag(self) -> str:
        """Return a weak ETag: the same files give the same archive, its clock times aside."""
        listed = f"{self._checksums()}{self._note()}"
        return f'W/"{sha256(listed.encode()).hexdigest()[:32]}"'

    def stream(self) -> ZipStream:
        """Return the ZIP as an iterable of bytes whose `len()` is its size."""
        archive = ZipStream(sized=True)
        for name, document, _digest in self.entries:
            archive.add(_chunks(document), f"{self.name}/{name}", size=document.file_size)
        archive.add(self._note(), f"{self.name}/README.txt")
        archive.add(self._checksums(), f"{self.name}/SHA256SUMS")
        return archive

    def _add_made_files(self, lesson: LessonPage) -> None:
        folder = naming.language_name(lesson.locale.language_code)
        for kind in KINDS:
            name = f"{folder}/{naming.file_name(lesson, kind)}"
            if file := ready_file(lesson, kind):
                self.entries.append((name, file.document, file.sha256))
            else:
                self.missing.append(name)

    def _add_uploaded_files(self) -> None:
        by_locale = {lesson.locale_id: lesson for lesson in self.translations}
        files = queries.files_of(self.translations[0].translation_key)
        for number, file in enumerate(files, start=1):
            lesson = by_locale.get(file.locale_id)
            if file.source == FileSource.GENERATED or lesson is None:
                continue
            folder = naming.language_name(file.locale.language_code)
            name = f"{folder}/{naming.uploaded_name(file, lesson, number)}"
            digest = sha256(b"".join(_chunks(file.document))).hexdigest()
            self.entries.append((name, file.document, digest))

    def _checksums(self) -> str:
        return "".join(f"{digest}  {name}\n" for name, _document, digest in self.entries)

    def _note(self) -> str:
        """Say in every language of the lesson what this is, where it is from and how it may be used."""
        parts = []
        for lesson in self.translations:
            with override(lesson.locale.language_code):
                lines = [
                    lesson.title,
                    f"{settings.SITE_URL}{lesson.get_url() or ''}",
                    _(
                        "Licence: CC BY 4.0. You may copy, change and share these files; name the source."
                    ),
                    _("SHA256SUMS lists the checksum of every file."),
                ]
                if self.missing:
                    missing = comma().join(self.missing)
                    lines.append(
                        _("Not available when this was packed: %(files)s") % {"files": missing}
                    )
                parts.append("\n".join(lines))
        return "\n\n".join(parts) + "\n"


def _chunks(document: Document) -> Iterator[bytes]:
    with document.file.storage.open(document.file.name) as file:
        yield from file.chunks(CHUNK)
