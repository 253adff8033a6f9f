import pytest

from content.cameratraps.models import Zone
from content.reserve.models import Species
from tests.cameratraps.camtrapdp.packages import OUTLINE, Package


@pytest.fixture
def zone(sides) -> Zone:
    return Zone.objects.create(
        side=sides["RU"],
        code="ru-middle",
        name_en="Middle",
        camera_places=120,
        area_km2=1700,
        outline=OUTLINE,
    )


@pytest.fixture
def leopard(db) -> Species:
    return Species.objects.create(
        slug="amur-leopard",
        scientific_name="Panthera pardus orientalis",
        name_en="Leopard",
        group="cats",
    )


@pytest.fixture
def package(zone, leopard) -> Package:
    return Package()
