"""A page that is looked at: its leaves and its pictures, found once for all checks."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.images import get_image_model
from wagtail.models import Page

from content.base.models import Image
from staff.models import User
from staff.quality.links.extracting import Link, links_in
from staff.quality.links.reasons import Kind
from staff.quality.walking import Leaf, leaves


@dataclass
class Subject:
    """A page as it would be published, and the person who would; nobody's rights count without one."""

    page: Page
    user: User | None = None

    @property
    def language(self) -> str:
        return self.page.locale.language_code

    @property
    def column(self) -> str:
        return self.language.replace("-", "_")

    @cached_property
    def leaves(self) -> list[Leaf]:
        return list(leaves(self.page))

    @cached_property
    def links(self) -> list[Link]:
        return list(links_in(self.page))

    @cached_property
    def pictures(self) -> list[tuple[Image, Link]]:
        """The pictures on the page, each once, with the first place it stands in."""
        places: dict[int, Link] = {}
        for link in self.links:
            if link.kind == Kind.PICTURE and link.target.isdecimal():
                places.setdefault(int(link.target), link)
        found = get_image_model().objects.filter(pk__in=places).order_by("pk")
        return [(picture, places[picture.pk]) for picture in found]

    def text(self, name: str) -> str:
        return str(getattr(self.page, name, "") or "").strip()
