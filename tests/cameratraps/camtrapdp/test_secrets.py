"""Nothing of a place, a camera, a person or an identifier is in any table or file afterwards."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from content.cameratraps.camtrapdp import import_package
from content.cameratraps.models import Event, Media
from tests.base.pictures import CAMERA_SECRETS, camera_files, secrets_in
from tests.cameratraps.camtrapdp.packages import SECRETS

pytestmark = pytest.mark.django_db


def whole_database() -> bytes:
    """Return every cell of every table as text."""
    lines = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            lines += [repr(row) for row in cursor.fetchall()]
    return "\n".join(lines).encode()


def stored_files() -> dict[str, bytes]:
    folders, found = [""], {}
    while folders:
        folder = folders.pop()
        below, names = default_storage.listdir(folder)
        folders += [f"{folder}{name}/" for name in below]
        found |= {
            f"{folder}{name}": default_storage.open(f"{folder}{name}").read() for name in names
        }
    return found


def test_no_secret_of_a_package_is_in_the_database_or_a_file(package):
    frame = camera_files()[0].read_bytes() if camera_files() else None
    import_package(package.with_frame(frame).archive(), "RU")
    assert Event.objects.exists() and Media.objects.exists()
    assert secrets_in(whole_database(), SECRETS) == []
    files = stored_files()
    assert files
    for name, data in files.items():
        assert secrets_in(data, (*SECRETS, *CAMERA_SECRETS)) == [], name
        assert secrets_in(name.encode(), SECRETS) == []


def test_a_refused_package_leaves_nothing_either(package):
    package.deployments.append(
        {**package.deployments[0], "deploymentID": "OBS-SECRET-2", "latitude": "10.5"}
    )
    import_package(package.archive(), "RU")
    assert secrets_in(whole_database(), (*SECRETS, "10.5")) == []


def test_the_search_would_find_a_secret(package):
    """What this page of tests stands on: a secret that is stored is found."""
    import_package(package.archive(), "RU")
    Event.objects.update(title_en="near DEP-SECRET")
    assert secrets_in(whole_database(), SECRETS) == ["DEP-SECRET"]


def test_the_command_says_no_secret_aloud(package, tmp_path, capsys):
    call_command("import_camtrapdp", str(package.folder(tmp_path)), "--side", "RU")
    out = capsys.readouterr()
    assert secrets_in((out.out + out.err).encode(), SECRETS) == []
