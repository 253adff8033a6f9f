"""Every address under /staff/, found in the URL configuration, not listed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

PART = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One pattern: its full name, such as `wagtailimages:edit`, and its route, such as `staff/images/<int:pk>/`."""

    name: str
    route: str

    @property
    def parts(self) -> list[str]:
        return [name for _kind, name in PART.findall(self.route)]

    def filled(self, values: dict[str, object]) -> str:
        """Return the path with its parts replaced."""
        return "/" + PART.sub(lambda found: str(values[found[2]]), self.route)


def staff_addresses() -> list[Address]:
    """Return the addresses of the staff interface that have a name; ours stand before Wagtail's of the same route."""
    seen: dict[str, Address] = {}
    for address in _walk(get_resolver().url_patterns, "", ()):
        if address.route.startswith("staff/") and "(" not in address.route:
            known = seen.setdefault(address.route, address)
            if not known.name:  # ours without a name, in front of Wagtail's
                seen[address.route] = address
    return [address for address in seen.values() if address.name]


def _walk(patterns: list, prefix: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern).replace("^", "").replace("$", "")
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(":".join((*spaces, pattern.name)) if pattern.name else "", route)
