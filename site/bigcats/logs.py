"""What never reaches a log: the secret part of the private link to a booking."""

import logging
import re

# …/bookings/<number>/<secret>/…; the addresses of departures carry no secret. /staff/invitation/<secret>/.
_INVITATION = re.compile(r"(/staff/invitation/)[^/\s?]+")
_PRIVATE = re.compile(r"(/bookings/)(?!departures/)([^/\s?]+)/[^/\s?]+")


def without_private_links(text: str) -> str:
    """Return a text with the secret of every private link replaced by dots."""
    return _INVITATION.sub(r"\1…", _PRIVATE.sub(r"\1\2/…", text))


class HidePrivateLinks(logging.Filter):
    """Take secrets out of a record before it is written; Django names the address of what it refuses."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        safe = without_private_links(message)
        if safe != message:
            record.msg, record.args = safe, ()
        return True
