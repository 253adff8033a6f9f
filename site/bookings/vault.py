"""The vault of identity papers: sealed with the first of DOCUMENT_KEYS, opened with any of them.

Whoever opens one writes it into the history: see `bookings.people.read_papers`.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


@dataclass(frozen=True)
class Papers:
    """What a border authority asks of one person; `citizenship` is an ISO 3166 code."""

    number: str
    birth_date: date
    citizenship: str


def seal(papers: Papers) -> str:
    """Return papers as a text that only the keys open."""
    fields = {**asdict(papers), "birth_date": papers.birth_date.isoformat()}
    return _keys().encrypt(json.dumps(fields).encode()).decode()


def unseal(sealed: str) -> Papers:
    """Return sealed papers. Raises InvalidToken when no key fits."""
    fields = json.loads(_keys().decrypt(sealed.encode()))
    return Papers(**{**fields, "birth_date": date.fromisoformat(fields["birth_date"])})


def seal_anew(sealed: str) -> str:
    """Return the same papers sealed with the newest key."""
    return _keys().rotate(sealed.encode()).decode()


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DOCUMENT_KEYS])
