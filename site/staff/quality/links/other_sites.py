"""Asking other hosts whether an address still answers. Only when an operator has switched it on."""

import ipaddress
import socket
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

SECONDS = 10
GONE = {404, 410}
WHO = "Mozilla/5.0 (compatible; Land of Big Cats link check)"


class OtherSites:
    """Remembers who answered. Only a plain “not there” or silence counts: many servers refuse robots."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def answers(self, address: str) -> bool:
        """Say whether somebody answers at an address."""
        if address not in self._known:
            self._known[address] = _is_public(address) and _answers(address)
        return self._known[address]


def _is_public(address: str) -> bool:
    """Say whether a host is one of the internet's, not a machine beside ours."""
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or parts.scheme)
    except (OSError, ValueError):
        return False
    return all(ipaddress.ip_address(one[4][0]).is_global for one in found)


def _answers(address: str) -> bool:
    try:
        with urlopen(Request(address, method="HEAD", headers={"User-Agent": WHO}), timeout=SECONDS):
            return True
    except HTTPError as error:
        return error.code not in GONE
    except (URLError, OSError, ValueError):
        return False
