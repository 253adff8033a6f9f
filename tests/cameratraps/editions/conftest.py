import pytest

from content.cameratraps.models import Event, Zone
from content.reserve.models import PopulationFigure, Side
from tests.cameratraps import animals
from tests.cameratraps.camtrapdp.packages import OUTLINE
from tests.cameratraps.factories import make_deployment, make_event, make_species

CN_OUTLINE = {
    "type": "Polygon",
    "coordinates": [[[130.2, 43.0], [130.9, 43.0], [130.9, 43.4], [130.2, 43.4], [130.2, 43.0]]],
}


def make_drawn_zone(side: str, outline: dict) -> Zone:
    return Zone.objects.create(
        side_id=side,
        code=f"{side.lower()}-drawn",
        name_en=f"{side} part",
        name_ru="Часть",
        name_zh_hans="部分",
        camera_places=120,
        area_km2=1700,
        outline=outline,
    )


@pytest.fixture
def drawn_zones(sides) -> dict[str, Zone]:
    Side.objects.filter(code="RU").update(time_zone="Asia/Vladivostok")
    Side.objects.filter(code="CN").update(time_zone="Asia/Shanghai")
    return {"RU": make_drawn_zone("RU", OUTLINE), "CN": make_drawn_zone("CN", CN_OUTLINE)}


@pytest.fixture
def released(drawn_zones) -> list[Event]:
    """Four public visits in drawn zones, one of them of an animal known by name, one in a zone without an outline."""
    places = {side: make_deployment(side, start_year=2020) for side in drawn_zones}
    for side, place in places.items():
        place.zone = drawn_zones[side]
        place.save()
    leopard, tiger = make_species("amur-leopard"), make_species("amur-tiger")
    visits = [
        make_event("RU", deployment=places["RU"], species=leopard, band="night", month=4, sex="female"),
        make_event("RU", deployment=places["RU"], species=leopard, band="dawn", month=6, count=3),
        make_event("CN", deployment=places["CN"], species=tiger, band="dusk", month=11, year=2025,
                   behaviour_en="walking, marking"),
        make_event("CN", deployment=places["CN"], species=leopard, band="day", month=12, frames=1),
    ]  # fmt: skip
    animals.make_claim(animals.make_alias("RU", species=leopard), visits[0])
    PopulationFigure.objects.create(
        species=leopard, year=2024, scope="RU-area", value=129, source_en="Ministry, 16 May 2024"
    )
    make_event("RU", species=leopard)
    return visits
