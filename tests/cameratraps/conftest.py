import pytest

from content.cameratraps.models import Deployment
from tests import scenes
from tests.base.conftest import staff_client
from tests.cameratraps.factories import make_deployment, make_event, make_indexes, make_species
from tests.conftest import make_home_pages, make_locales, make_sides

__all__ = ["staff_client"]


@pytest.fixture
def forest(home_pages, sides) -> dict[str, Deployment]:
    """Forty visits of two animals on both sides, none of them in a gallery; the deployments by side."""
    if on_stage := scenes.given("forest"):
        return on_stage
    make_indexes(home_pages)
    return _make_forest()


@scenes.scene("forest")
def _forest() -> scenes.Given:
    pages = make_home_pages(make_locales())
    make_indexes(pages)
    return {"home_pages": pages, "sides": make_sides(), "forest": _make_forest()}


def _make_forest() -> dict[str, Deployment]:
    places = {side: make_deployment(side) for side in ("RU", "CN")}
    for number in range(40):
        make_event(
            deployment=places["RU" if number < 28 else "CN"],
            species=make_species("amur-leopard" if number % 4 else "amur-tiger"),
            month=1 + number % 12,
            band=("night", "day", "dusk", "dawn", "night")[number % 5],
            year=2023 + number % 3,
            behaviour_en="walking" if number % 3 else "resting, then walking",
            frames=1,
        )
    return places
