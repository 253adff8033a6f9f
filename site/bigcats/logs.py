"""What never reaches a log: the secret part of private links, to bookings, to calendars of guides, to invitations."""

import logging
import re

_SECRETS = [
    # /staff/invitation/<secret>/
    (re.compile(r"(/staff/invitation/)[^/\s?]+"), r"\1…"),
    # /bookings/guides/<number>/<secret>.ics
    (re.compile(r"(/bookings/guides/[^/\s?]+/)[^/\s?]+"), r"\1…"),
    # /bookings/<number>/<secret>/confirm/<secret>/; the addresses of departures carry no secret
    (re.compile(r"(/bookings/)(?!departures/|guides/)([^/\s?]+)/[^/\s?]+"), r"\1\2/…"),
    (re.compile(r"(/confirm/)[^/\s?]+"), r"\1…"),
]


def without_private_links(text: str) -> str:
    """Return a text with the secret of every private link replaced by dots."""
    for secret, dots in _SECRETS:
        text = secret.sub(dots, text)
    return text


class HidePrivateLinks(logging.Filter):
    """Take secrets out of a record before it is written; Django names the address of what it refuses."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        safe = without_private_links(message)
        if safe != message:
            record.msg, record.args = safe, ()
        return True
