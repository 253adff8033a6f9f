"""Every public address, found as a stranger finds them: sitemap, links, pictures, feeds, files, filters, errors."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.conf import settings
from django.test import Client

from tests.cameratraps.leaks.searching import secrets_in

_LINK = re.compile(r"""\s(?:href|src|action)=["']([^"']+)["']|<loc>([^<]+)""")
_SET = re.compile(r"""\s(?:content|imagesrcset|srcset)=["']([^"']+)["']""")
_ADDRESS = re.compile(r"(?:https?://|/[a-z])[^\s\"'<>,\\]+")
_LINKED_DATA = re.compile(r'"(https?://[^"]+)"')
# Of other people's concern, without end, or not of the site's making.
_ELSEWHERE = re.compile(r"/(?:static|staff)/|/[a-z-]+/(?:bookings|display|styleguide)/")
MOST = 900


@dataclass(frozen=True)
class Answered:
    """An answer as bytes: its address, status, headers and body."""

    address: str
    status: int
    kind: str
    headers: bytes
    body: bytes

    @property
    def outside(self) -> bytes:
        return b"\n".join((self.address.encode(), self.headers))


def ask(client: Client, address: str) -> Answered:
    """Ask for an address and keep all that came."""
    answer = client.get(address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    cookies = answer.cookies.output()
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    return Answered(address, answer.status_code, kind, f"{headers}\n{cookies}".encode(), body)


def walk(
    client: Client, starts: Iterable[str], may_go: Callable[[str], bool] = bool
) -> list[Answered]:
    """Ask for every address that is linked from the starts and is our own."""
    found: dict[str, Answered] = {}
    ahead = list(dict.fromkeys(starts))
    while ahead and len(found) < MOST:
        address = ahead.pop()
        if address in found:
            continue
        found[address] = one = ask(client, address)
        ahead += [link for link in links_of(one) if link not in found and may_go(link)]
    assert len(found) < MOST, "the walk does not end"
    return list(found.values())


def links_of(one: Answered) -> list[str]:
    """Return the addresses of our own that an answer names."""
    named = re.findall(r"(?im)^location: (\S+)", one.headers.decode())
    if one.kind.startswith(("text/", "application/")) and b"\x00" not in one.body[:200]:
        text = one.body.decode(errors="replace")
        for link, location in _LINK.findall(text):
            named.append(unescape(link or location))
        for addresses in _SET.findall(text):
            named += _ADDRESS.findall(unescape(addresses))
        named += _LINKED_DATA.findall(text)
    return list(dict.fromkeys(filter(None, (_own(link, one.address) for link in named))))


def _own(link: str, base: str) -> str:
    """Return a link as a path of this site; empty for another host, a fragment or staff."""
    ours = urlsplit(settings.SITE_URL)
    parts = urlsplit(urljoin(f"http://testserver{base}", urldefrag(link).url))
    if parts.netloc not in ("testserver", ours.netloc) or parts.scheme not in ("http", "https"):
        return ""
    if _ELSEWHERE.match(parts.path):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def leaks(answers: Iterable[Answered], secrets: Iterable[str]) -> dict[str, list[str]]:
    """Return address → the secrets in its answer; what was asked for by name does not count as told."""
    found = {}
    for one in answers:
        told = secrets_in(one.outside, secrets) + secrets_in(one.body, secrets)
        told = [secret for secret in dict.fromkeys(told) if secret not in one.address]
        if told:
            found[one.address] = told
    return found
