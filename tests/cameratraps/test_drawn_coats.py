"""The drawn coats: one seed always gives one coat, and no two flanks are alike.

Skipped where the packages of content/demo/art/requirements.txt are not installed.
"""

import pytest

np = pytest.importorskip("numpy", reason="needs content/demo/art/requirements.txt")
pytest.importorskip("numba", reason="needs content/demo/art/requirements.txt")
pytest.importorskip("skimage", reason="needs content/demo/art/requirements.txt")
spatial = pytest.importorskip("scipy.spatial", reason="needs content/demo/art/requirements.txt")


@pytest.fixture(scope="module")
def skin():
    from content.demo.art.trail.cats import leopard
    from content.demo.art.trail.skin import skin_of

    return skin_of(leopard(coarse=2.2))


def _coat(skin, seed: int):
    from content.demo.art.trail import cat_coats

    return cat_coats.leopard(skin, seed, winter=False)


def test_a_seed_always_paints_the_same_coat(skin):
    first, again = _coat(skin, 101), _coat(skin, 101)
    assert np.array_equal(first.colour, again.colour)
    assert np.array_equal(first.infrared, again.infrared)


def test_individuals_differ_on_the_flank(skin):
    flank = _flank(skin, left=True)
    one, other = (_coat(skin, seed).infrared[flank] < 0.2 for seed in (101, 102))
    assert (one != other).mean() > 0.15


def test_left_and_right_flank_differ(skin):
    dark = _coat(skin, 101).infrared < 0.2
    left = np.flatnonzero(_flank(skin, left=True))
    mirrored = skin.points[left] * (1, -1, 1)
    away, right = spatial.cKDTree(skin.points).query(mirrored)
    assert away.max() < 0.03
    assert (dark[left] != dark[right]).mean() > 0.15


def test_every_frame_of_the_plan_has_its_figures():
    from content.demo.art.footage import planned
    from content.demo.art.trail.visits import VISITS

    assert {one.id: len(one.frames) for one in planned()} == {
        name: len(visit.frames) for name, visit in VISITS.items()
    }


def _flank(skin, left: bool):
    p = skin.points
    side = p[:, 1] > 0.03 if left else p[:, 1] < -0.03
    return side & (np.abs(p[:, 0]) < 0.3) & (p[:, 2] > 0.42)
