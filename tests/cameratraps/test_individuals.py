"""The cats of the sample footage: each has a name, one coat, and the flanks its visits show."""

from collections import Counter

from content.demo.loading.texts import MEDIA_DIR, read_texts

CATS = ("amur-leopard", "amur-tiger")
LARGEST = 40_000_000


def _individuals() -> list[dict]:
    return read_texts("individuals")["individuals"]


def _seen() -> list[tuple[str, str, str]]:
    return [
        (seen["sequence"], seen.get("animal", ""), one["species"])
        for one in _individuals()
        for seen in one["seen"]
    ]


def test_there_are_enough_cats_to_compare():
    kinds = Counter(one["species"] for one in _individuals())
    assert kinds["amur-leopard"] >= 6
    assert kinds["amur-tiger"] >= 4
    assert set(kinds) == set(CATS)


def test_every_cat_has_a_coat_of_its_own():
    seeds = [one["seed"] for one in _individuals()]
    assert len(seeds) == len(set(seeds))


def test_every_visit_of_a_cat_names_all_its_animals_once():
    visits = {
        one["id"]: one for one in read_texts("footage")["sequences"] if one["species"] in CATS
    }
    named = Counter((sequence, species) for sequence, _, species in _seen())
    assert named == {(key, one["species"]): one["count"] for key, one in visits.items()}
    assert len(set(_seen())) == len(_seen())


def test_a_cat_shows_the_flank_it_walks_past_with():
    direction = {one["id"]: one["direction"] for one in read_texts("footage")["sequences"]}
    for one in _individuals():
        for seen in one["seen"]:
            assert seen["flanks"] in (["front"], [direction[seen["sequence"]]]), seen


def test_some_cats_come_back_with_the_same_flank():
    again = [
        one["id"]
        for one in _individuals()
        if len(one["seen"]) > 1 and len({tuple(seen["flanks"]) for seen in one["seen"]}) == 1
    ]
    assert {name.rsplit("-", 1)[0] for name in again} == {"leopard", "tiger"}


def test_the_sample_media_stay_small():
    assert sum(path.stat().st_size for path in MEDIA_DIR.rglob("*.webp")) <= LARGEST
