"""A scan of everything that is served, file by file, and the record of what it has found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from content.base.models.scans import FileScan
from content.base.scanning.findings import findings_in

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".gif", ".ico"}
NAMES_KEPT = 50
KEPT_RUNS = 100


@dataclass
class Tally:
    """What has been found so far."""

    files: int = 0
    with_findings: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)

    def add(self, name: str, found: list[str]) -> None:
        self.files += 1
        if not found:
            return
        self.with_findings += 1
        self.kinds.update({kind_of(finding) for finding in found})
        if len(self.names) < NAMES_KEPT:
            self.names.append(name)


def kind_of(finding: str) -> str:
    """Return what was found without the name of the part it was found in, which belongs to one file."""
    return finding.rpartition(": ")[2]


def scan() -> Iterator[tuple[str, list[str]]]:
    """Read every served file, one at a time, and yield its name with what it should not hold; then keep the result."""
    begun, tally = timezone.now(), Tally()
    for name, content in served_files():
        found = findings_in(content)
        tally.add(name, found)
        yield name, found
    FileScan.objects.create(
        started_at=begun,
        files=tally.files,
        with_findings=tally.with_findings,
        kinds=dict(tally.kinds),
        names=tally.names,
    )
    kept = FileScan.objects.values("pk")[:KEPT_RUNS]
    FileScan.objects.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()


def served_files() -> Iterator[tuple[str, bytes]]:
    """Yield what is stored and what the site brings along itself."""
    yield from _stored(default_storage)
    yield from _static()


def _stored(storage: Storage, folder: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield every file of the storage: originals, sizes, documents, editions, uploads in waiting."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{folder}/{name}" if folder else name
        try:
            with storage.open(path) as stored:
                content = stored.read()
        except FileNotFoundError:
            continue  # taken away since it was listed: it is served no more
        yield path, content
    for inner in folders:
        yield from _stored(storage, f"{folder}/{inner}" if folder else inner)


def _static() -> Iterator[tuple[str, bytes]]:
    for root in settings.STATICFILES_DIRS:
        for path in sorted(Path(root).rglob("*")):
            if path.suffix.lower() in PICTURES:
                yield f"static/{path.relative_to(root).as_posix()}", path.read_bytes()
