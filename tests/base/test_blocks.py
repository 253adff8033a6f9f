"""What editors build pages from: said and shown before it is chosen, limited, and silent about what is not public."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.blocks import Block, StreamBlock
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.segments.extract import extract_segments

from content.base.blocks import BodyBlock
from content.base.blocks.address import LinkBlock
from content.base.blocks.chart import ChartBlock
from content.base.models import StandardPage
from content.base.plain_text import stream_text
from content.reserve.models import WildlifeIndexPage
from tests.cameratraps.factories import make_event, make_gallery, make_image, make_species
from tests.trails.factories import NORTHWARD, make_indexes, make_pages, make_trail

BODY = StandardPage._meta.get_field("body").stream_block
KINDS = BODY.child_blocks


def body_html(*items: tuple, **context) -> str:
    """Return the HTML of a body of blocks given as (type, value)."""
    value = BODY.to_python([{"type": kind, "value": one} for kind, one in items])
    return Template("{% include_block body %}").render(Context({"body": value, **context}))


class Preview:
    is_preview = True


def test_every_block_has_icon_group_and_a_line_in_three_languages():
    for name, block in KINDS.items():
        assert block.meta.icon not in ("", None, "placeholder"), name
        lines = set()
        for code in ("en", "ru", "zh-hans"):
            with override(code):
                lines.add(str(block.get_description()))
                assert str(block.meta.group), name
        assert len(lines) == 3, (name, lines)


@pytest.mark.parametrize(
    ("code", "words"), [("en", "Did you know?"), ("ru", "Знаете ли вы?"), ("zh-hans", "您知道吗？")]
)
def test_every_block_is_shown_before_it_is_chosen(admin_client, home_pages, sides, code, words):
    UserProfile.objects.update_or_create(
        user_id=admin_client.session["_auth_user_id"], defaults={"preferred_language": code}
    )
    ids = {id(block): key for key, block in Block.definition_registry.items()}
    shown = {}
    for name, block in KINDS.items():
        assert block.is_previewable, name
        answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": ids[id(block)]})
        assert answer.status_code == 200, name
        shown[name] = answer.content.decode()
    assert words in shown["fact_box"]
    assert all("css/site.css" in html and "style=" not in html for html in shown.values())


def test_limits_are_said_in_the_editors_language():
    with override("ru"), pytest.raises(ValidationError) as refused:
        ChartBlock().clean(ChartBlock().normalize(chart(rows=[{"label": "x", "value": -1}])))
    errors = refused.value.block_errors
    assert set(errors) == {"rows"}
    with pytest.raises(ValidationError):
        BODY.clean(BODY.to_python([{"type": "climate", "value": None}] * 2))
    with pytest.raises(ValidationError):
        BODY.clean(BODY.to_python([heading()] * 81))
    BODY.clean(BODY.to_python([heading()] * 80))


def heading() -> dict:
    return {"type": "heading", "value": {"text": "A"}}


def chart(**changes) -> dict:
    rows = [{"label": "2023", "value": 12}, {"label": "2024 <b>", "value": 1200.5}]
    return {
        "caption": "Tracks <script>",
        "kind": "bars",
        "what": "Year",
        "unit": "Tracks",
        "rows": rows,
        "source": "Count of 2024",
        **changes,
    }


@pytest.mark.parametrize("kind", ["bars", "line"])
def test_chart_is_a_drawing_a_table_and_its_source(kind):
    html = body_html(("chart", chart(kind=kind)))
    soup = BeautifulSoup(html, "html.parser")
    assert "<script>" not in html
    assert "<b>" not in html
    assert [cell.get_text() for cell in soup.select("tbody tr:last-child > *")] == [
        "2024 <b>",
        "1,200.5",
    ]
    assert soup.select_one(".source").get_text() == "Count of 2024"
    assert len(soup.select("rect, circle")) == 2


def test_two_charts_do_not_share_their_ids():
    soup = BeautifulSoup(
        body_html(("chart", chart()), ("chart", chart(caption="b"))), "html.parser"
    )
    ids = [tag["id"] for tag in soup.select("svg [id]")]
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil",
        "x",
    ],
)
def test_hostile_address_is_refused(address):
    block = LinkBlock()
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"label": "a", "page": None, "url": address}))


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c", "/ru/trails/", "tel:112", "#tracks"]
)
def test_good_address_is_taken(address):
    block = LinkBlock()
    cleaned = block.clean(block.normalize({"label": "a", "page": None, "url": address}))
    assert cleaned.href == address


def test_link_leads_to_one_place(home_pages):
    block = LinkBlock()
    for value in ({"page": home_pages["en"], "url": "/x/"}, {"page": None, "url": ""}):
        with pytest.raises(ValidationError):
            block.clean(block.normalize({"label": "a", **value}))


def test_words_are_searched_and_addresses_are_not():
    links = [{"label": "Book a walk", "page": None, "url": "https://secret.example"}]
    call = {"title": "Come", "text": "along", "links": links}
    told = stream_text(BODY.to_python([{"type": "call_to_action", "value": call}]))
    assert told == "Come\nalong\nBook a walk"


def test_words_are_translated_and_addresses_and_choices_are_not(home_pages):
    item = {"type": "item", "id": "i1", "value": {"image": None, "caption": "A leopard"}}
    link = {"type": "item", "id": "l1", "value": {"label": "Book", "page": None, "url": "/en/"}}
    page = StandardPage(title="A", slug="a", locale=Locale.objects.get(language_code="en"))
    page.body = BODY.to_python(
        [
            {
                "id": "g",
                "type": "gallery",
                "value": {"title": "G", "layout": "row", "items": [item]},
            },
            {
                "id": "c",
                "type": "call_to_action",
                "value": {"title": "C", "text": "", "links": [link]},
            },
        ]
    )
    home_pages["en"].add_child(instance=page)
    texts = {one.string.data for one in extract_segments(page) if hasattr(one, "string")}
    assert {"G", "A leopard", "C", "Book"} <= texts
    assert not texts & {"row", "/en/"}


def gallery(images: list) -> tuple:
    items = [
        {"type": "item", "id": str(one.pk), "value": {"image": one.pk, "caption": ""}}
        for one in images
    ]
    return "gallery", {"title": "Cats", "layout": "grid", "items": items}


@pytest.mark.parametrize("number", [2, 6])
def test_gallery_asks_twice_whatever_its_length(db, django_assert_num_queries, number):
    images = [make_image() for _number in range(number)]
    with django_assert_num_queries(2):
        html = body_html(gallery(images))
    assert html.count("<img") == number


def test_picture_withheld_leaves_no_gap(db):
    shown, hidden = make_image(), make_image(withheld_until=date(2999, 1, 1), caption_en="Secret")
    html = body_html(gallery([shown, hidden]))
    assert (html.count("<li>"), "Secret" in html) == (1, False)


@pytest.fixture
def visit(home_pages, sides):
    event = make_event()
    make_gallery(home_pages, event)
    return event


def test_released_visit_is_shown_as_a_strip(visit):
    html = body_html(("sequence", {"event": visit.pk}))
    assert visit.title_en in html
    assert html.count("<img") == 2
    block = KINDS["sequence"]
    assert block.clean(block.to_python({"event": visit.pk}))["event"] == visit


def test_visit_of_no_release_is_refused_and_never_shown(visit):
    visit.releases.filter(side_id="CN").delete()
    block = KINDS["sequence"]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"event": visit.pk}))
    assert "event" in refused.value.block_errors
    html = body_html(("sequence", {"event": visit.pk}))
    assert visit.title_en not in html
    assert "<img" not in html
    assert BeautifulSoup(html, "html.parser").get_text(strip=True) == ""
    note = gettext("Something chosen here is not shown")
    assert note in body_html(("sequence", {"event": visit.pk}), request=Preview())


def test_visit_under_embargo_or_without_gallery_is_not_shown(visit, sides):
    loose = make_event()
    assert "<img" not in body_html(("sequence", {"event": loose.pk}))
    visit.releases.update(embargo_until=timezone.now().date().replace(year=2999))
    assert "<img" not in body_html(("sequence", {"event": visit.pk}))


def test_cards_of_animals_ask_the_same_for_one_and_for_three(home_pages, django_assert_num_queries):
    home_pages["en"].add_child(
        instance=WildlifeIndexPage(
            title="Wildlife", slug="wildlife", locale=home_pages["en"].locale
        )
    )
    animals = [make_species(slug) for slug in ("amur-leopard", "amur-tiger", "lynx")]
    for animal in animals:
        animal.image = make_image()
        animal.save()
    Locale.get_default()
    costs = []
    for chosen in (animals[:1], animals):
        with django_assert_num_queries(4) as asked:
            html = body_html(("species_cards", {"items": [one.pk for one in chosen]}))
        costs.append(len(asked))
        assert html.count("<article") == len(chosen)


def test_what_was_deleted_is_left_out_and_editors_are_told(home_pages):
    home_pages["en"].add_child(
        instance=WildlifeIndexPage(
            title="Wildlife", slug="wildlife", locale=home_pages["en"].locale
        )
    )
    kept = make_species("lynx")
    cards = ("species_cards", {"items": [kept.pk, 9999]})
    assert body_html(cards).count("<article") == 1
    note = gettext("Something chosen here is not shown")
    assert (note in body_html(cards), note in body_html(cards, request=Preview())) == (False, True)


def test_trails_are_shown_in_the_visitors_language_once_their_page_is_public(home_pages, sides):
    public, hidden = make_trail(track=NORTHWARD), make_trail(track=NORTHWARD)
    indexes = make_indexes(home_pages)
    make_pages(indexes, public)
    make_pages(indexes, hidden, live=False)
    chosen = {"items": [public.pk, hidden.pk]}
    for code, name in (
        ("en", public.name_en),
        ("ru", public.name_ru),
        ("zh-hans", public.name_zh_hans),
    ):
        with override(code):
            html = body_html(("trail_cards", chosen))
            drawn = body_html(("trail_map", {"trail": public.pk}))
        assert (html.count("<article"), name in html, name in drawn) == (1, True, True)
    assert "<svg" not in body_html(("trail_map", {"trail": hidden.pk}))


def test_body_is_one_stream_of_known_groups():
    assert isinstance(BODY, StreamBlock)
    assert {str(block.meta.group) for block in BodyBlock().child_blocks.values()} == {
        "Text",
        "Pictures",
        "Lists",
        "Ways on",
        "Data",
    }
