"""The pages of animals known by name: in three languages, never more than the visits tell, gone when they are."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.cameratraps import identities, known
from content.cameratraps.models import Event, IdentityClaim, Individual, Release
from tests.cameratraps.animals import (
    both_say,
    make_alias,
    make_claim,
    make_known,
    person,
)
from tests.cameratraps.factories import make_event, make_gallery, make_indexes, make_species
from tests.cameratraps.test_public import BREAKS

pytestmark = pytest.mark.django_db
CATS = "/en/galleries/cats/"


@pytest.fixture
def indexes(home_pages, sides):
    return make_indexes(home_pages)


def html_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def address_of(individual: Individual, language: str = "en") -> str:
    return f"/{language}/galleries/cats/{individual.code}/"


@pytest.mark.parametrize(
    ("language", "name", "heading"),
    [
        ("en", "name_en", "One cat, two catalogues"),
        ("ru", "name_ru", "Одна кошка, два каталога"),
        ("zh-hans", "name_zh_hans", "一只猫，两本名录"),
    ],
)
def test_an_animal_has_a_page_in_each_language(client, indexes, language, name, heading):
    cat = make_known()
    html = html_of(client, address_of(cat, language))
    assert getattr(cat, name) in html
    assert heading in html
    for other in ("en", "ru", "zh-hans"):
        assert f'hreflang="{"zh-Hans" if other == "zh-hans" else other}"' in html
        assert address_of(cat, other) in html
    assert getattr(cat, name) in html_of(client, f"/{language}/galleries/cats/")


def test_a_name_not_yet_translated_is_marked_with_its_language(client, indexes):
    cat = make_known(name_ru="", name_zh_hans="")
    assert f'<span lang="en">{cat.name_en}</span>' in html_of(client, address_of(cat, "ru"))


def test_codes_of_both_catalogues_stand_side_by_side_and_old_addresses_lead_on(client, indexes):
    ours, theirs = make_alias("RU"), make_alias("CN")
    make_claim(ours)
    make_claim(theirs)
    decision = both_say(ours, theirs, "same", basis="left")
    html = html_of(client, address_of(ours.individual))
    assert ours.code in html
    assert theirs.code in html
    old = address_of(theirs.individual)
    assert client.get(old).headers["Location"] == address_of(ours.individual)
    assert theirs.individual.name_en not in html_of(client, CATS)
    identities.take_back(decision, person("RU"))
    assert theirs.code in html_of(client, old)
    assert theirs.code not in html_of(client, address_of(ours.individual))


def test_years_and_crossings_are_told_and_no_month(client, indexes):
    alias = make_alias("RU")
    for side, year, month in (("RU", 2021, 5), ("CN", 2023, 7), ("RU", 2024, 2)):
        event = make_event(side, species=alias.individual.species, year=year, month=month)
        make_gallery({code: page.get_parent() for code, page in indexes.items()}, event)
        make_claim(alias, event)
    html = html_of(client, address_of(alias.individual))
    assert "at least 2 times" in html
    assert "On the Russian side: last shown in 2024." in html
    assert "On the Chinese side: last shown in 2023." in html
    rows = re.findall(r'<tr><th scope="row">(\d+)</th><td>(.*?)</td><td>(.*?)</td></tr>', html)
    assert rows == [
        ("2021", "seen", "–"),
        ("2022", "–", "–"),
        ("2023", "–", "seen"),
        ("2024", "seen", "–"),
    ]
    for told in ("May", "July", "February", "2021-05", "Zone", "Night"):
        assert told not in html.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize("condition", BREAKS)
def test_what_hides_a_visit_hides_its_animal_everywhere(client, home_pages, indexes, condition):
    cat, other = make_known(), make_known()
    event = Event.objects.get(claims__alias__individual=cat)
    make_gallery(home_pages, event, Event.objects.get(claims__alias__individual=other))
    outputs = [CATS, "/sitemap.xml", f"/en/wildlife/{cat.species.slug}/"]
    for output in outputs[:2]:
        assert cat.code in html_of(client, output)
    BREAKS[condition](event)
    if "embargo" in condition:
        Release.objects.filter(event=event).update(embargo_until="2999-01-01")
    for output in outputs[:2]:
        html = html_of(client, output)
        assert cat.code not in html
        assert cat.name_en not in html
    assert client.get(address_of(cat)).status_code == 404
    assert list(known.animals()) == [other]


def test_a_withdrawn_release_takes_years_codes_and_flanks_off_the_page_at_once(client, indexes):
    ours, theirs = make_alias("RU"), make_alias("CN")
    make_claim(ours, make_event("RU", year=2022), flank="left")
    claim = make_claim(theirs, make_event("CN", year=2019), flank="right")
    both_say(ours, theirs, "same")
    image = claim.event.media.first().image
    page = address_of(ours.individual)
    secrets = ("2019", theirs.code, image.file.name[:-4])
    html = html_of(client, page)
    assert [secret for secret in secrets if secret not in html] == []
    claim.event.releases.get(side_id="CN").delete()
    html = html_of(client, page)
    assert [secret for secret in secrets if secret in html] == []
    assert "On the Chinese side: no visit that can be shown." in html
    assert client.get(address_of(theirs.individual)).headers["Location"] == page


def test_hidden_and_unknown_animals_answer_alike(client, indexes):
    make_known()
    hidden = make_claim(make_alias(), make_event(released=False)).alias.individual
    unnamed = make_claim(make_alias(), agreed=False).alias.individual
    gone = make_alias().individual
    answers = {}
    client.get(f"{CATS}warm/")
    for code in (hidden.code, unnamed.code, gone.code, "zzzzzzzz"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(f"{CATS}{code}/")
        body = answer.content.replace(code.encode(), b"")
        headers = sorted(answer.headers.items())
        answers[code] = (answer.status_code, body, headers, len(asked))
    assert len({str(one) for one in answers.values()}) == 1
    assert next(iter(answers.values()))[0] == 404


def test_a_merged_record_leads_nowhere_while_the_animal_is_hidden(client, indexes):
    ours, theirs = make_alias("RU"), make_alias("CN")
    make_claim(ours, make_event(released=False))
    both_say(ours, theirs, "same")
    for alias in (ours, theirs):
        assert client.get(address_of(alias.individual)).status_code == 404


def test_mother_and_cubs_are_told_while_they_can_be_seen(client, indexes):
    mother = make_known()
    cub = make_known(mother=mother)
    hidden = make_alias(mother=mother).individual
    html = html_of(client, address_of(mother))
    assert address_of(cub) in html
    assert hidden.name_en not in html
    assert address_of(mother) in html_of(client, address_of(cub))
    IdentityClaim.objects.filter(alias__individual=mother).delete()
    assert mother.name_en not in html_of(client, address_of(cub))


def test_a_flank_is_shown_only_as_a_public_frame_of_the_animal_itself(client, indexes):
    cat = make_known()
    stranger = make_event().media.first().image
    hidden = make_event(released=False).media.first().image
    for picture in (stranger, hidden):
        Individual.objects.filter(pk=cat.pk).update(left_flank=picture)
        html = html_of(client, address_of(cat))
        assert picture.file.name[:-4] not in html
    assert "No picture of it can be shown yet." in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "RCBT"),
        ("species=amur-tiger", "T"),
        ("side=RU", "RBT"),
        ("side=CN", "CB"),
        ("side=both", "B"),
        ("side=both&species=amur-tiger", ""),
        ("side=XX", "RCBT"),
    ],
)
def test_the_list_is_filtered_by_links_that_can_be_shared(client, indexes, query, expected):
    make_known("RU", name_en="Name R.")
    make_known("CN", name_en="Name C.")
    make_known("RU", name_en="Name T.", species=make_species("amur-tiger"))
    both = make_alias("RU", name_en="Name B.")
    for side in ("RU", "CN"):
        make_claim(both, make_event(side))
    html = html_of(client, f"{CATS}?{query}")
    assert sorted(re.findall(r"Name (.)\.", html)) == sorted(expected)


def test_a_visit_and_a_species_name_their_animals(client, home_pages, indexes):
    from content.reserve.models import WildlifeIndexPage

    home_pages["en"].refresh_from_db()
    home_pages["en"].add_child(
        instance=WildlifeIndexPage(
            title="Wildlife", slug="wildlife", locale=home_pages["en"].locale
        )
    )
    cat, hidden = make_known(), make_alias().individual
    event = Event.objects.get(claims__alias__individual=cat)
    page = make_gallery(home_pages, event)["en"]
    for output in (f"{page.url}{event.code}/", f"/en/wildlife/{cat.species.slug}/"):
        html = html_of(client, output)
        assert address_of(cat) in html
        assert hidden.name_en not in html


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_ask_the_same_few_questions_however_many_there_are(client, indexes, number):
    mother = make_known()
    for _number in range(number):
        make_known(mother=mother)
    for address, most in ((CATS, 14), (address_of(mother), 15)):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= most, [query["sql"][:120] for query in asked.captured_queries]
