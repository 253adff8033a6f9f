"""An import beside the request that began it: its numbers are written down as it goes, for the page that shows them.

The uploaded file is held open and has no name any more: nothing of it is left on disk however the process ends. What
was taken by then stays; the package sent again goes on from there.
"""

import io
import logging
import os
import threading
from typing import BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.db import connections
from django.utils import translation

from content.cameratraps.camtrapdp.importing import import_package
from content.cameratraps.camtrapdp.problems import PackageRefusedError
from content.cameratraps.models import PackageImport

logger = logging.getLogger(__name__)


def kept_open(upload: UploadedFile) -> BinaryIO:
    """Return the file of an upload, to be read after its request has ended."""
    upload.seek(0)
    try:
        handle = os.dup(upload.fileno())
    except (io.UnsupportedOperation, AttributeError):
        return io.BytesIO(upload.read())  # a small one, which lies in memory
    return os.fdopen(handle, "rb")


def import_beside(file: BinaryIO, record: PackageImport) -> None:
    """Begin an import for a claim in a thread of its own."""
    thread = threading.Thread(target=run, args=(file, record, translation.get_language()))
    thread.daemon = True  # a server that stops does not wait: the import is broken off
    thread.start()


def run(file: BinaryIO, record: PackageImport, language: str) -> None:
    """Do the import; how it ended stands in its record."""
    try:
        with translation.override(language):
            import_package(file, record.side_id, record=record)
    except PackageRefusedError:
        logger.info("A package was refused.")  # its record says so; reasons could name places
    finally:
        file.close()
        if threading.current_thread() is not threading.main_thread():
            connections.close_all()
