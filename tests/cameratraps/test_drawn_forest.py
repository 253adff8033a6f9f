"""The drawn wood: fixed stations, a camera that sees straight, and animals that stand in nothing.

Skipped where the packages of content/demo/art/requirements.txt are not installed.
"""

import pytest

np = pytest.importorskip("numpy", reason="needs content/demo/art/requirements.txt")
pytest.importorskip("numba", reason="needs content/demo/art/requirements.txt")
pytest.importorskip("skimage", reason="needs content/demo/art/requirements.txt")
pytest.importorskip("skia", reason="needs content/demo/art/requirements.txt")


def _visits():
    from content.demo.art.footage import planned
    from content.demo.art.trail.stations import STATIONS
    from content.demo.art.trail.visits import VISITS

    for sequence in planned():
        for number, figures in enumerate(VISITS[sequence.id].frames):
            for figure in figures:
                yield f"{sequence.id}-{number + 1}", STATIONS[sequence.station], figure


def test_the_camera_finds_again_what_it_projects():
    from content.demo.art.trail.camera import Camera

    camera = Camera(tilt=0.04, roll=-0.05)
    places = np.array([[-1.2, 3.0, 0.1], [0.4, 7.5, 2.2], [2.0, 5.0, -0.3]])
    seen = camera.project(places)
    assert np.allclose(camera.seen(*seen.T), places, atol=1e-3)


def test_a_station_keeps_its_trees():
    from content.demo.art.trail.stations import STATIONS, trees_of

    for station in STATIONS.values():
        assert trees_of(station) == trees_of(station)
        assert trees_of(station)[: len(station.near)] == list(station.near)


def test_no_animal_stands_in_a_tree_or_stone():
    from content.demo.art.trail.stations import trees_of

    for name, station, figure in _visits():
        things = [(tree.x, tree.y, tree.radius) for tree in trees_of(station)]
        things += [(x, y, size * 0.8) for x, y, size in station.stones]
        for x, y, size in things:
            assert np.hypot(figure.x - x, figure.y - y) > size + 0.15, name


def test_prints_lead_up_to_the_animal():
    from content.demo.art.trail.tracks import GAITS, behind

    prints = behind(0.5, 3.5, 0.0, GAITS["amur-tiger"], 1.0, np.random.default_rng(1))
    assert len(prints) > 4
    assert (prints[:, 0] < 0.6).all()
    again = behind(0.5, 3.5, 0.0, GAITS["amur-tiger"], 1.0, np.random.default_rng(1))
    assert np.array_equal(prints, again)
