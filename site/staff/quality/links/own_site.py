"""Asking the site itself for one of its addresses, within this process: nothing goes over a network."""

from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language, override

MOST_TURNS = 4


def is_own(address: str) -> bool:
    """Say whether an address belongs to this site: it names no host, or ours."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "http", "https"):
        return False
    return not parts.netloc or parts.hostname == urlsplit(settings.SITE_URL).hostname


class OwnSite:
    """Remembers what it was told, so that an address of many pages is asked for once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, frozenset[str]]] = {}

    def answer(self, address: str) -> tuple[int, frozenset[str]]:
        """Return the status a visitor would get at an own address, redirects followed, and the page's anchors."""
        parts = urlsplit(address)
        asked = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        if asked not in self._known:
            self._known[asked] = self._ask(asked)
        return self._known[asked]

    def _ask(self, asked: str) -> tuple[int, frozenset[str]]:
        for _turn in range(MOST_TURNS):
            with override(get_language()):
                response = self._handler.get_response(_request(asked))
            if response.status_code not in (301, 302, 307, 308):
                return response.status_code, _anchors(response)
            asked = response["Location"]
            if not is_own(asked):
                return 200, frozenset()
        return 508, frozenset()

    @cached_property
    def _handler(self) -> BaseHandler:
        handler = BaseHandler()
        handler.load_middleware()
        return handler


def _request(asked: str) -> WSGIRequest:
    own, parts = urlsplit(settings.SITE_URL), urlsplit(asked)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote(parts.path).encode().decode("latin-1"),
            "QUERY_STRING": parts.query,
            "SERVER_NAME": own.hostname or "localhost",
            "SERVER_PORT": str(own.port or (443 if own.scheme == "https" else 80)),
            "HTTP_HOST": own.netloc,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": own.scheme,
            "wsgi.input": BytesIO(),
        }
    )


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name in ("id", "name") and value}


def _anchors(response) -> frozenset[str]:
    if response.streaming:
        if hasattr(response, "file_to_stream"):
            response.file_to_stream.close()
        return frozenset()
    if not response.get("Content-Type", "").startswith("text/html"):
        return frozenset()
    reader = _Ids()
    reader.feed(response.content.decode(errors="replace"))
    return frozenset(reader.found)
