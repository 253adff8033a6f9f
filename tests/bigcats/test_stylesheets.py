"""The stylesheet that visitors load is every sheet of the source, joined."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from bigcats.stylesheets import SHEETS, joined

SOURCE = Path(__file__).resolve().parents[2] / "static" / "css"
# the entry itself, the pages that stand alone, the editors' interface, the rangers' sheets, the style guide's frames
OWN_PAGES = {"site.css", "error.css", "staff.css", "ranger.css", "styleguide.css"}


@pytest.fixture(params=SHEETS)
def sheet(request) -> str:
    return request.param


@pytest.fixture
def text(sheet) -> str:
    return joined(SOURCE.parent / sheet)


def imported_by(name: str) -> set[str]:
    return set(re.findall(r'@import url\("([^"]+)"\)', (SOURCE / name).read_text("utf-8")))


def test_site_css_imports_every_sheet_but_those_of_the_staff_and_the_rangers():
    sheets = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.css")} - OWN_PAGES
    assert imported_by("site.css") == {
        name for name in sheets if not name.startswith(("staff/", "ranger/"))
    }


def test_staff_css_imports_every_sheet_of_the_staff():
    sheets = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("staff/*.css")}
    assert imported_by("staff.css") == sheets | {"tokens.css", "fonts.css"}


def test_ranger_css_imports_every_sheet_of_the_rangers_and_fetches_no_fonts():
    sheets = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("ranger/*.css")}
    shared = {"tokens.css", "base.css", "components/button.css"}
    assert imported_by("ranger.css") == sheets | shared
    assert "url(" not in joined(SOURCE / "ranger.css")


def test_joined_sheet_imports_nothing(text):
    assert "@import" not in text


def test_joined_sheet_points_at_files_that_exist(sheet, text):
    addresses = set(re.findall(r'url\("([^"]+)"\)', text))
    assert (addresses or sheet == "css/ranger.css") and not [
        name for name in addresses if not (SOURCE / name).is_file()
    ]


def test_joined_sheet_is_what_is_served(settings, tmp_path, sheet):
    settings.STYLESHEET_ROOT = tmp_path
    finders.get_finder.cache_clear()
    try:
        assert Path(finders.find(sheet)).read_text("utf-8") == joined(SOURCE.parent / sheet)
    finally:
        finders.get_finder.cache_clear()


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.css")), ids=lambda path: path.stem)
def test_colours_are_stated_in_tokens_only(path):
    if path.name in {"tokens.css", "display_tokens.css", "error.css", "theme.css"}:
        return
    raw = re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", path.read_text("utf-8"))
    assert raw == []
