"""The map tiles that staff may set up: what a good address looks like, and what a page needs of it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PLACES = ("{z}", "{x}", "{y}")
OWN_MACHINE = {"localhost", "127.0.0.1"}  # for trying out: no certificate, no other host
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
MOST_ZOOM = 22


@dataclass(frozen=True)
class TileLayer:
    """A layer of map tiles. `template` has been through `check_tile_template`."""

    template: str
    attribution: str
    attribution_url: str
    max_zoom: int

    @property
    def origin(self) -> str:
        """Return scheme, host and port: all that the content security policy has to allow."""
        address = urlsplit(self.template)
        return f"{address.scheme}://{address.netloc}"


def check_tile_template(template: str) -> None:
    """Raise ValidationError unless every tile comes from one plain host, over https, by zoom, column and row."""
    missing = [place for place in PLACES if template.count(place) != 1]
    if missing:
        raise ValidationError(
            _("The address must have {z}, {x} and {y} once each; look at %(places)s."),
            params={"places": ", ".join(missing)},
        )
    bare = template
    for place in PLACES:
        bare = bare.replace(place, "0")
    if re.search(r"[{}\s<>\"'\\]", bare):
        raise ValidationError(
            _(
                "Only {z}, {x} and {y} may stand in braces, and there may be no spaces or quotation marks."
            )
        )
    _check_host(template)


def _check_host(template: str) -> None:
    try:
        address = urlsplit(template)
        host, _port = address.hostname or "", address.port
    except ValueError:
        raise ValidationError(_("This is not the address of a map server.")) from None
    if not HOST.fullmatch(host) or address.username is not None or "{" in address.netloc:
        raise ValidationError(
            _("The address must name one server, without placeholders or a password.")
        )
    if address.scheme != "https" and not (address.scheme == "http" and host in OWN_MACHINE):
        raise ValidationError(_("The address must begin with https://."))
