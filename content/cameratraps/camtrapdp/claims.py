"""One import at a time: who begins one claims it, who comes second is told."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from content.cameratraps.camtrapdp.problems import PackageRefusedError
from content.cameratraps.models import ImportState, PackageImport

SILENT_FOR = timedelta(minutes=30)  # longer than any step takes: its process is gone


class ImportRunningError(PackageRefusedError):
    """Somebody else's import is running."""


def claim_import(side: str, user=None) -> PackageImport:
    """Begin an import. Raises ImportRunningError while another one runs."""
    now = timezone.now()
    PackageImport.objects.filter(is_open=True, seen_at__lt=now - SILENT_FOR).update(
        is_open=False, state=ImportState.BROKEN_OFF, ended_at=now
    )
    try:
        with transaction.atomic():
            return PackageImport.objects.create(side_id=side, started_by=user)
    except IntegrityError as error:
        raise ImportRunningError(
            _("Another import is running. Try again when it has finished.")
        ) from error


def note_progress(record: PackageImport, state: ImportState | None = None, **counts) -> None:
    """Write how far an import has come."""
    record.state = state or record.state
    record.counts = {**record.counts, **counts}
    record.seen_at = timezone.now()
    PackageImport.objects.filter(pk=record.pk).update(
        state=record.state, counts=record.counts, seen_at=record.seen_at
    )


def end_import(record: PackageImport, state: ImportState) -> None:
    """Give the claim back."""
    record.state, record.is_open, record.ended_at = state, False, timezone.now()
    record.save(update_fields=["state", "is_open", "ended_at", "counts"])
