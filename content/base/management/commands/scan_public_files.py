from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.core.management.base import BaseCommand, CommandError

from content.base.scanning import findings_in

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".gif", ".ico"}


class Command(BaseCommand):
    help = "Read every stored and static file and report all that is metadata. Fails when there is any."

    def handle(self, *args, **options) -> None:
        number, dirty = 0, 0
        for name, content in [*_stored(default_storage), *_static()]:
            number += 1
            found = findings_in(content)
            dirty += bool(found)
            for finding in found:
                self.stdout.write(f"{name}: {finding}")
        self.stdout.write(f"{number} files, {dirty} with findings.")
        if dirty:
            raise CommandError("Some files hold metadata; see above.")


def _stored(storage: Storage, folder: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield every file of the storage: originals, sizes, documents, uploads in waiting."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{folder}/{name}" if folder else name
        with storage.open(path) as stored:
            yield path, stored.read()
    for inner in folders:
        yield from _stored(storage, f"{folder}/{inner}" if folder else inner)


def _static() -> Iterator[tuple[str, bytes]]:
    for root in settings.STATICFILES_DIRS:
        for path in sorted(Path(root).rglob("*")):
            if path.suffix.lower() in PICTURES:
                yield f"static/{path.relative_to(root).as_posix()}", path.read_bytes()
