"""Mails leave beside the requests: one thread in each web process sends what was just committed.

A mail that is lost with the process is still owed in the outbox, and `send_mail_queue` sends it within a minute.
"""

import logging
import os
from queue import SimpleQueue
from threading import Lock, Thread

from django.db import close_old_connections

from bookings import outbox

logger = logging.getLogger("bookings.postman")

_waiting: SimpleQueue[int] = SimpleQueue()
_lock = Lock()
_runs_in: int | None = (
    None  # the process whose thread runs: a fork inherits the queue and no thread
)


def post(mail_id: int) -> None:
    """Hand a mail over; returns at once."""
    _waiting.put(mail_id)
    _start()


def _start() -> None:
    global _runs_in
    with _lock:
        if _runs_in != os.getpid():
            _runs_in = os.getpid()
            Thread(target=_work, name="postman", daemon=True).start()


def _work() -> None:
    while True:
        mail_id = _waiting.get()
        close_old_connections()
        try:
            outbox.send_at_once(mail_id)
        except Exception as error:  # its own text may quote an address
            name = type(error).__name__
            logger.error("Mail %s could not be sent now (%s); it stays owed.", mail_id, name)
        finally:
            close_old_connections()
