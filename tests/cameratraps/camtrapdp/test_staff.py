"""The screens of packages: check, import, follow, look back; each side sees its own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.cameratraps.camtrapdp import background, staff
from content.cameratraps.camtrapdp.claims import claim_import
from content.cameratraps.models import Event, Media, PackageImport
from staff.models import User
from tests.base.pictures import secrets_in
from tests.cameratraps.camtrapdp.packages import SECRETS
from tests.cameratraps.test_staff import make_curator

pytestmark = pytest.mark.django_db
PACKAGES = "cameratraps_packages"


@pytest.fixture(autouse=True)
def _within_the_request(monkeypatch):
    """Do the import at once: a thread of its own would not see the transaction of a test."""
    monkeypatch.setattr(
        staff, "import_beside", lambda file, record: background.run(file, record, "en")
    )


@pytest.fixture
def curator(client, sides) -> User:
    user = make_curator("RU")
    client.force_login(user)
    return user


def send(client, package, action: str = "check", **extra):
    data = package if isinstance(package, bytes) else package.archive().getvalue()
    upload = SimpleUploadedFile("survey.zip", data, "application/zip")
    return client.post(reverse(PACKAGES), {"package": upload, action: "1", **extra})


def test_a_check_tells_what_would_come_and_writes_nothing(client, curator, package):
    answer = send(client, package)
    assert "The package has no fault." in answer.text and "New visits" in answer.text
    assert not Event.objects.exists() and not PackageImport.objects.exists()


def test_faults_are_shown_with_file_row_and_field(client, curator, package):
    package.observations[0]["count"] = "none"
    answer = send(client, package, "import")
    assert "The package is refused: 1 fault." in answer.text
    row = "<td>observations.csv</td><td>2</td><td>count</td><td>“none” is not a whole number.</td>"
    assert row in answer.text
    assert not Event.objects.exists() and not PackageImport.objects.exists()


def test_an_import_leads_to_its_numbers(client, curator, package):
    answer = send(client, package.with_frame(), "import")
    record = PackageImport.objects.get()
    assert answer.headers["Location"] == reverse("cameratraps_package", args=[record.pk])
    assert (record.started_by, record.side_id, record.state) == (curator, "RU", "done")
    assert (Event.objects.count(), Media.objects.count()) == (1, 1)
    page = client.get(answer.headers["Location"]).text
    assert "Finished" in page and "data-open" not in page
    assert reverse("cameratraps_package", args=[record.pk]) in client.get(reverse(PACKAGES)).text
    assert secrets_in(page.encode(), SECRETS) == []


def test_a_running_import_is_told_of_and_keeps_others_out(client, curator, package):
    record = claim_import("RU", curator)
    assert "data-open" in client.get(reverse("cameratraps_package", args=[record.pk])).text
    assert "Another import is running." in send(client, package, "import").text
    assert not Event.objects.exists()


@pytest.mark.parametrize("data", [b"no archive", b"PK\x03\x04broken"])
def test_what_is_no_package_is_refused_at_the_field(client, curator, package, data):
    assert "This file is not a ZIP archive, or damaged." in send(client, data).text


def test_an_upload_without_a_file_is_asked_for_one(client, curator):
    assert client.post(reverse(PACKAGES), {"check": "1"}).status_code == 200


def test_the_zones_of_the_other_side_are_no_zones(client, curator, package, zone):
    zone.side_id = "CN"
    zone.save()
    assert "refused" in send(client, package, side="CN").text


def test_administrators_say_whose_package_it_is(client, sides, package):
    client.force_login(User.objects.create(username="root", is_superuser=True))
    assert "This field is required." in send(client, package, "import").text
    send(client, package, "import", side="RU")
    assert PackageImport.objects.get().side_id == "RU"


def test_the_other_side_sees_nothing_of_an_import(client, curator, package):
    send(client, package, "import")
    address = reverse("cameratraps_package", args=[PackageImport.objects.get().pk])
    client.force_login(make_curator("CN"))
    assert client.get(address).status_code in {302, 403}
    assert address not in client.get(reverse(PACKAGES)).text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_few_questions(
    client, curator, package, number, django_assert_num_queries
):
    for _time in range(number):
        PackageImport.objects.create(side_id="RU", started_by=curator, is_open=False)
    client.get(reverse(PACKAGES))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(reverse(PACKAGES))


LIST_QUERIES = 11
