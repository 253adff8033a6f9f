"""Two processes import at once: one of them is refused and says why, the other one takes everything."""

import os
import subprocess
import sys
import threading

import pytest
from django.db import connection

from bigcats.environment import BASE_DIR
from content.cameratraps.models import Event, PackageImport
from content.reserve.models import Side
from tests.cameratraps.camtrapdp.packages import Package

VISITS = 400


def environment() -> dict[str, str]:
    """Return what makes another process use the database of this test."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{settings['NAME']}"
    else:
        who = f"{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT']}"
        url = f"postgres://{who}/{settings['NAME']}"
    return {**os.environ, "DATABASE_URL": url}


def many_visits() -> Package:
    package = Package()
    first = package.observations[0]
    package.observations = [
        {**first, "observationID": f"o{at}", "eventID": f"e{at}"} for at in range(VISITS)
    ]
    return package


def run(place: str, found: list) -> None:
    command = [sys.executable, "manage.py", "import_camtrapdp", place, "--side", "RU"]
    found.append(
        subprocess.run(
            command, cwd=BASE_DIR, env=environment(), capture_output=True, text=True, timeout=240
        )
    )


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_processes_is_refused_and_nothing_is_half_done(tmp_path, request):
    if connection.vendor == "sqlite" and ":memory:" in str(connection.settings_dict["NAME"]):
        pytest.skip("another process cannot see a database in memory")
    Side.objects.get_or_create(
        code="RU", defaults={"time_zone": "Asia/Vladivostok", "currency": "RUB", "name_en": "RU"}
    )
    request.getfixturevalue("zone")
    request.getfixturevalue("leopard")
    place = str(many_visits().folder(tmp_path))
    held = PackageImport.objects.create(side_id="RU")  # a third one that is under way
    refused: list = []
    run(place, refused)
    assert refused[0].returncode == 1 and "Another import is running" in refused[0].stderr
    assert not Event.objects.exists()
    PackageImport.objects.filter(pk=held.pk).delete()
    ended: list = []
    both = [threading.Thread(target=run, args=(place, ended)) for _number in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    codes = sorted(process.returncode for process in ended)
    told = "".join(process.stderr for process in ended)
    assert codes in ([0, 0], [0, 1]), told  # one after the other, or one refused
    assert codes == [0, 0] or "Another import is running" in told
    assert Event.objects.count() == VISITS
    assert set(PackageImport.objects.values_list("state", "is_open")) == {("done", False)}
