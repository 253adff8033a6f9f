"""What the living style guide shows: every component in its states, in words that the site uses."""

from content.base.models import Image
from staff.specimens.contents import cards, lists, pictures
from staff.specimens.controls import form_fields, ways
from staff.specimens.drawings import drawings, warnings
from staff.specimens.specimen import Specimen
from staff.specimens.texts import actions, words


def specimens() -> list[Specimen]:
    """Return them all, in the order of the guide; pictures and numbers come from the site itself."""
    image = Image.objects.filter(is_sample=True).first() or Image.objects.first()
    return [
        *actions(),
        *words(),
        *warnings(),
        *lists(),
        *cards(image),
        *pictures(image),
        *drawings(),
        *form_fields(),
        *ways(),
    ]


# Drawn by the page itself, around every page: they need no specimen here.
FRAME = {
    "error_page",
    "field_notes",
    "home_hero",
    "map_view_button",
    "language_switcher",
    "page_header",
    "site_footer",
    "site_header",
    "site_menu",
}
