"""What the page of all visits shows: the filters with their numbers, what is chosen, and the visits that match."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, QueryDict

from content.base.formats import comma
from content.base.menus import MenuItem
from content.cameratraps import known, wall, words
from content.cameratraps.filters import VisitFilters
from content.cameratraps.listing import VisitCard, visit_cards
from content.cameratraps.models import Event
from content.cameratraps.rhythm import Rhythms, rhythms_of_all

PER_PAGE = 24
VISITS = "visits/"


@dataclass(frozen=True)
class Chosen:
    """A filter in force, with the address of the same selection without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True)
class Found:
    """One page of the visits that match, and the numbers beside the filters."""

    page: Page
    events: list[Event]
    tallies: wall.Tallies | None = None

    @property
    def total(self) -> int:
        return self.page.paginator.count


def query_of(chosen: dict[str, str]) -> str:
    """Return a selection as an address has it: one way only to write it, in the order of the filters."""
    return urlencode([(name, chosen[name]) for name in VisitFilters.base_fields if name in chosen])


def moved_query(given: QueryDict) -> str | None:
    """Return the query of an old address of the wall, None when it has none of its filters."""
    names = [*VisitFilters.base_fields, "page"]
    kept = [(name, given[name]) for name in names if given.get(name)]
    return urlencode(kept) if kept else None


def wall_context(page, request: HttpRequest) -> dict:
    """Return the filters and one page of the visits that match."""
    offered = wall.offer()
    form = VisitFilters(request.GET, offered=offered, cats=known.animals())
    chosen = form.chosen()
    selection = wall.Selection.of(chosen, offered)
    found = _found(request, form, chosen, selection, offered)
    address = f"{page.get_url(request)}{VISITS}"
    query = query_of(chosen)
    number = found.page.number
    request.selection = query  # for the addresses of the same selection in other languages
    return {
        "extra_breadcrumbs": [MenuItem(page.title, page.get_url(request))],
        "filter_form": form,
        "chosen": _chosen(form, chosen, address),
        "is_filtered": bool(chosen) or bool(form.errors) or bool(form.left_out),
        "left_out": comma().join(form.left_out),
        "selection_title": comma().join(
            form.label_of(name, value) for name, value in chosen.items()
        ),
        "query": query,
        "canonical_query": "&".join(filter(None, [query, f"page={number}" if number > 1 else ""])),
        "wall_url": address,
        "page_obj": found.page,
        "visits": _cards(found, address, with_cat="cat" in chosen),
        "count_text": words.visits_told(found.total),
        "rhythms": None if chosen else _rhythms(found, offered),
    }


def _found(request, form: VisitFilters, chosen: dict, selection, offered) -> Found:
    rows = selection.rows()
    if "cat" in chosen:
        # Numbers beside other choices could be subtracted: of one animal none is told.
        rows = rows.filter(event__in=known.events_of(chosen["cat"])).order_by("-year", "code")
        counted, total = None, rows.count()
    else:
        counted = wall.tallies(selection, offered)
        form.tell(counted.by_filter)
        total = counted.total
    page = Paginator(range(total), PER_PAGE).get_page(request.GET.get("page"))
    start = page.start_index() - 1 if total else 0
    return Found(page, wall.visits(rows, start, PER_PAGE), counted)


def _chosen(form: VisitFilters, chosen: dict[str, str], address: str) -> list[Chosen]:
    found = []
    for name, value in chosen.items():
        rest = query_of({other: chosen[other] for other in chosen if other != name})
        found.append(
            Chosen(
                label=str(form.fields[name].label),
                value=form.label_of(name, value),
                url=f"{address}?{rest}" if rest else address,
            )
        )
    return found


def _cards(found: Found, address: str, *, with_cat: bool) -> list[VisitCard]:
    make = VisitCard.beside_its_name if with_cat else VisitCard.of
    return visit_cards(found.events, lambda event: f"{address}{event.code}/", make)


def _rhythms(found: Found, offered: wall.Offer) -> Rhythms | None:
    """Return the charts of all visits below the first page; those of selections could be subtracted."""
    if found.tallies is None or not found.total or found.page.number != 1:
        return None
    is_sample = any(event.is_sample for event in found.events)
    return rhythms_of_all(wall.rhythm(found.tallies, offered, is_sample=is_sample))
