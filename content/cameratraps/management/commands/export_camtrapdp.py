import io
import zipfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from content.cameratraps.editions.content import released_content
from content.cameratraps.editions.packing import Package, package_of, write_archive
from content.cameratraps.editions.services import make_edition, refuse_nothing
from content.cameratraps.models import Edition, EditionState


class Command(BaseCommand):
    help = (
        "Write what both sides have released as a Camtrap DP package (PATH: a folder, or a file ending in .zip). "
        "With --edition it is that edition; an unknown name makes a new one, which waits for both sides."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", help="folder to make, or file ending in .zip")
        parser.add_argument("--edition", metavar="NAME", help="such as 2026-1")
        parser.add_argument("--dry-run", action="store_true", help="count only, write nothing")

    def handle(self, *, path: str, edition: str | None, dry_run: bool, **options) -> None:
        target = Path(path)
        try:
            if dry_run:
                self._tell(_unnamed())
                self.stdout.write("Only counted: nothing was written.")
            elif target.exists():
                raise CommandError(f"{path} is there already; give a new name.")
            elif edition:
                self._write_edition(edition, target)
            else:
                package = _unnamed()
                _write(package, target)
                self._tell(package)
                self.stdout.write(
                    "Without pictures: their addresses belong to an edition (--edition NAME)."
                )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def _write_edition(self, name: str, target: Path) -> None:
        edition = Edition.objects.filter(name=name).first() or make_edition(name)
        if edition.state == EditionState.PULLED:
            raise CommandError(f"The edition {name} was pulled back; its file is gone.")
        with edition.file.open("rb") as stored:
            data = stored.read()
        if target.suffix == ".zip":
            target.write_bytes(data)
        else:
            _unpack(data, target)
        self._tell_counts(edition.counts)
        for code, number in edition.counts.get("left_out", {}).items():
            self._tell_left_out(code, number)
        self.stdout.write(
            f"Edition {edition.name}, {edition.get_state_display()}, SHA-256 {edition.sha256}"
        )

    def _tell(self, package: Package) -> None:
        self._tell_counts(package.counts)
        for code, number in package.left_out.items():
            self._tell_left_out(code, number)

    def _tell_counts(self, counts: dict) -> None:
        for name, number in counts.items():
            if isinstance(number, int):
                self.stdout.write(f"{name.replace('_', ' ')}: {number}")

    def _tell_left_out(self, code: str, number: int) -> None:
        self.stdout.write(f"Left out, the zone {code} has no outline to publish: {number} visits")


def _unnamed() -> Package:
    content = released_content()
    refuse_nothing(content)
    day = timezone.now().date()
    return package_of(content, f"unpublished-{day.isoformat()}", day, with_frames=False)


def _write(package: Package, target: Path) -> None:
    if target.suffix == ".zip":
        with target.open("wb") as file:
            write_archive(package.files, file)
        return
    target.mkdir(parents=True)
    for name, data in package.files.items():
        (target / name).write_bytes(data)


def _unpack(data: bytes, target: Path) -> None:
    target.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(target)
