"""The list of persons that goes to the border service of the trail's own country, in that country's language."""

import json
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import chain

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from bookings import databases, history, people
from bookings.models import Booking, Departure, EventKind, Participant, PermitState
from bookings.parties import Actor
from bookings.vault import Papers
from bookings.wording import when_text
from content.base.facts import fact_text
from content.base.formats import babel_locale, format_date
from content.base.languages import html_lang
from content.base.pdf.data import drawn
from content.base.pdf.glyphs import unprintable
from content.base.pdf.typesetting import Job, TypesettingError, typeset
from content.base.permissions import SIDE_LANGUAGES
from content.trails.models import NationalityGroup

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ON_THE_LIST = (PermitState.READY, PermitState.FILED, PermitState.GRANTED)
_WIDTHS = (5, 34, 24, 22, 16, 18, 14, 16)


@dataclass(frozen=True)
class BorderList:
    """Everything on the list, in words of the side's language."""

    lang: str
    title: str
    trail: str
    when: str
    organisation: str
    headings: list[str]
    rows: list[list[str]]
    foot: str
    squares: str  # what the PDF says where it lacks a character
    sample: str  # the word for it, on the list of a walk that is a sample


def make(departure: Departure, actor: Actor, now: datetime) -> BorderList:
    """Return the list of those whose permit is to be filed, is filed or granted; the history tells of it."""
    language = SIDE_LANGUAGES[departure.trail.side_id]
    with databases.transaction_for(departure.pk):
        persons = _persons(departure)
        papers = _read(persons, actor, now)
        history.record(EventKind.BORDER_LIST, actor, now, departure=departure, people=len(persons))
    with translation.override(language):
        rows = [
            [str(line), *_row(one, papers.get(one.pk))] for line, one in enumerate(persons, start=1)
        ]
        return BorderList(
            lang=html_lang(language),
            title=_("List of persons for the border service"),
            trail=fact_text(departure.trail, "name").text,
            when=capfirst(when_text(departure)),
            organisation=fact_text(departure.trail.side, "organisation").text,
            headings=_headings(),
            rows=rows,
            foot=_("Identity papers: keep this list locked away and destroy it after the walk."),
            squares=_("□: a character this file cannot show; the spreadsheet has it.")
            if unprintable("".join(chain(*rows)))
            else "",
            sample=_("Sample") if departure.is_sample else "",
        )


def _persons(departure: Departure) -> list[Participant]:
    rows = Participant.objects.using(departure._state.db).filter(
        booking__in=departure.bookings.live(), cases__state__in=ON_THE_LIST
    )
    rows = rows.select_related("booking").prefetch_related("cases").distinct()
    return list(rows.order_by("booking_id", "number"))


def _read(persons: list[Participant], actor: Actor, now: datetime) -> dict[int, Papers]:
    """Open the documents, party by party: each booking's history says so."""
    found: dict[int, Papers] = {}
    parties: dict[int, tuple[Booking, list[Participant]]] = {}
    for one in persons:
        parties.setdefault(one.booking_id, (one.booking, []))[1].append(one)
    for booking, of_party in parties.values():
        found |= people.read_papers(booking, of_party, actor, now)
    return found


def _headings() -> list[str]:
    return [
        "№",
        _("Name as in the passport"),
        _("Name in its own script"),
        _("Citizen of"),
        _("Date of birth"),
        _("Number of the document"),
        pgettext("permit", "Permit"),
        _("Booking number"),
    ]


def _row(one: Participant, papers: Papers | None) -> list[str]:
    states = {str(case.get_state_display()) for case in one.cases.all()}
    return [
        one.name,
        one.name_original,
        _country(one, papers),
        format_date(papers.birth_date, "yMd") if papers else "",
        papers.number if papers else "",
        ", ".join(sorted(states)),
        one.booking.reference,
    ]


def _country(one: Participant, papers: Papers | None) -> str:
    code = papers.citizenship if papers else one.group
    return babel_locale().territories.get(code, "") or str(NationalityGroup(one.group).label)


def pdf(made: BorderList) -> bytes:
    """Return the list as PDF, its head on every page. Raises TypesettingError."""
    data = {**vars(made), "lang": made.lang.partition("-")[0], "is-sample": bool(made.sample)}
    data["words"] = {"sample": made.sample}
    job = Job(template="border_list.typ", data=json.dumps(drawn(data), ensure_ascii=False))
    (file,) = typeset([job])
    if isinstance(file, TypesettingError):
        raise file
    return file


def spreadsheet(made: BorderList) -> bytes:
    """Return the list as a spreadsheet; every cell is text, none a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = made.title[:31]
    heads = [[made.title], [made.trail], [made.when], [made.organisation], []]
    for row in [*heads, made.headings, *made.rows, [], [made.foot]]:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=cell.row > len(heads))
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[len(heads) + 1]:
        cell.font = Font(bold=True)
    for cell in [*sheet["A"][: len(heads)], sheet["A"][-1]]:
        cell.alignment = Alignment(wrap_text=False)
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    written = BytesIO()
    book.save(written)
    return written.getvalue()
