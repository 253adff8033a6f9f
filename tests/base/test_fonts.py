"""Every character that the site's texts hold can be printed."""

import pytest
from django.conf import settings

from content.base.pdf.glyphs import drawable, printable, unprintable
from content.demo.loading.texts import TEXTS_DIR

TEXTS = sorted(TEXTS_DIR.rglob("*.toml"))
CATALOGUES = sorted(settings.BASE_DIR.glob("locale/*/LC_MESSAGES/django.po"))


@pytest.mark.parametrize("path", [*TEXTS, *CATALOGUES], ids=lambda path: path.name)
def test_fonts_cover_the_texts(path):
    assert unprintable(path.read_text(encoding="utf-8")) == set()


def test_fonts_cover_rare_animals_and_the_whole_of_gb2312():
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    han = {pair.decode("gb2312", errors="ignore") for pair in rows} - {""}
    assert len(han) == 6763
    assert (han | set("鸮鹮獴鹟䴙䴘貉狍麂獾鼬鹀鹬")) <= drawable()


def test_strange_characters_become_a_square():
    assert printable("虎 🐯 тигр\u202f5") == "虎 □ тигр\u00a05"
    assert unprintable("a🐯") == {"🐯"}
