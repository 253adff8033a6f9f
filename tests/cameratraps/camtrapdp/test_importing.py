"""A package becomes drafts: once, whole or not at all, in the local clock of its side."""

import pytest

from content.base.models import Image
from content.base.models.images import FOR_EVER
from content.cameratraps.camtrapdp import check_package, import_package, writing
from content.cameratraps.camtrapdp.claims import SILENT_FOR, ImportRunningError, claim_import
from content.cameratraps.models import Deployment, Event, Media, PackageImport, TaxonName
from content.reserve.models import Species

pytestmark = pytest.mark.django_db


def observation(package, number: int, **changes) -> dict:
    return {**package.observations[0], "observationID": f"o{number}", **changes}


def test_a_visit_is_a_draft_with_month_and_band_and_nothing_finer(package, leopard):
    report = import_package(package.archive(), "RU")
    event = Event.objects.get()
    assert (event.species, event.count, event.life_stage, event.sex) == (leopard, 2, "adult", "female")  # fmt: skip
    assert (event.year, event.month, event.band) == (2026, 4, "night")
    assert (event.behaviour_en, event.behaviour_ru) == ("walking", "идёт")
    assert not event.releases.exists() and not Event.objects.public().exists()
    deployment = Deployment.objects.get()
    assert (deployment.start_month, deployment.end_month, deployment.zone.code) == (3, 5, "ru-middle")  # fmt: skip
    assert (report.record.state, report.record.is_open) == ("done", False)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("form", ["folder", "descriptor", "archive", "archive in a folder"])
def test_every_form_of_a_package_is_read(package, tmp_path, form, packed):
    package.packed = packed
    place = {
        "folder": lambda: package.folder(tmp_path),
        "descriptor": lambda: package.folder(tmp_path) / "datapackage.json",
        "archive": package.archive,
        "archive in a folder": lambda: package.archive("survey-2026/"),
    }[form]()
    assert import_package(place, "RU").counts["visits_new"] == 1


def test_the_second_time_nothing_is_new(package):
    package.with_frame()
    import_package(package.archive(), "RU")
    again = import_package(package.archive(), "RU").counts
    assert (again["deployments_new"], again["visits_new"], again["frames_new"]) == (0, 0, 0)
    assert (again["deployments_known"], again["visits_known"], again["frames_known"]) == (1, 1, 1)
    assert (Deployment.objects.count(), Event.objects.count(), Media.objects.count()) == (1, 1, 1)


def test_the_same_identifiers_of_another_project_are_other_records(package):
    import_package(package.archive(), "RU")
    package.descriptor["project"]["id"] = "another"
    assert import_package(package.archive(), "RU").counts["visits_new"] == 1


def test_observations_of_one_event_add_up_and_files_do_not(package):
    female = observation(package, 1, count="1")
    cubs = observation(package, 2, count="2", lifeStage="juvenile", sex="")
    package.media.append({**package.media[0], "mediaID": "second"})
    files = [
        observation(package, 3 + at, observationLevel="media", mediaID=name, count="9")
        for at, name in enumerate(("MED-SECRET", "second"))
    ]
    package.observations = [female, cubs, *files]
    import_package(package.archive(), "RU")
    event = Event.objects.get()
    assert (event.count, event.life_stage, event.sex) == (3, "", "")


def test_without_events_the_fullest_file_tells_how_many(package):
    package.media.append({**package.media[0], "mediaID": "second"})
    package.observations = [
        observation(package, at, observationLevel="media", mediaID=name, count=count)
        for at, (name, count) in enumerate(
            [("MED-SECRET", "1"), ("MED-SECRET", "2"), ("second", "2")]
        )
    ]
    import_package(package.archive(), "RU")
    assert Event.objects.get().count == 3


def test_files_without_an_event_are_visits_of_their_own(package):
    package.media.append({**package.media[0], "mediaID": "second"})
    package.observations = [
        observation(package, at, observationLevel="media", mediaID=name, eventID="")
        for at, name in enumerate(["MED-SECRET", "second"])
    ]
    import_package(package.archive(), "RU")
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    ("moment", "month", "band"),
    [
        ("2026-03-31T16:00:00Z", 4, "night"),  # 2 o'clock on the first of April in Vladivostok
        ("2026-04-10T02:00:00+00:00", 4, "day"),
        ("2026-04-10T06:20:00+10:00", 4, "dawn"),
        ("2026-04-09T22:20:00+02:00", 4, "dawn"),
        ("2026-04-10T19:40:00+10:00", 4, "dusk"),
    ],
)
def test_month_and_band_are_those_of_the_place(package, moment, month, band):
    package.observations[0] |= {"eventStart": moment, "eventEnd": moment}
    import_package(package.archive(), "RU")
    event = Event.objects.get()
    assert (event.month, event.band) == (month, band)


def test_people_vehicles_blanks_and_setups_are_counted_and_not_stored(package):
    package.observations = [
        observation(package, at, eventID=str(at), scientificName="", **kind)
        for at, kind in enumerate(
            [
                {"observationType": "human"},
                {"observationType": "vehicle"},
                {"observationType": "blank"},
                {"observationType": "human", "cameraSetupType": "setup"},
                {"observationType": "unclassified"},
            ]
        )
    ]
    counts = import_package(package.archive(), "RU").counts
    assert [counts[name] for name in ("people", "vehicles", "blanks", "setups")] == [1, 1, 1, 1]
    assert [event.observation_type for event in Event.objects.all()] == ["unclassified"]


def test_animals_this_site_does_not_have_are_told_until_staff_say_what_they_are(package):
    package.descriptor["taxonomic"].append({"scientificName": "Felis bengalensis"})
    package.observations[0]["scientificName"] = "Felis bengalensis"
    report = import_package(package.archive(), "RU")
    assert report.unknown == {"Felis bengalensis": 1}
    assert not Event.objects.exists()
    cat = Species.objects.create(
        slug="cat", scientific_name="Prionailurus bengalensis", group="cats"
    )
    TaxonName.objects.create(scientific_name="Felis bengalensis", species=cat)
    import_package(package.archive(), "RU")
    assert Event.objects.get().species == cat


def test_a_clock_that_is_known_to_be_wrong_makes_no_month(package):
    package.deployments[0]["timestampIssues"] = "true"
    package.observations[0] |= {
        "eventStart": "1999-01-01T00:00:00Z",
        "eventEnd": "1999-01-01T00:00:00Z",
    }
    report = import_package(package.archive(), "RU")
    assert (report.counts["wrong_clock"], Event.objects.count()) == (1, 0)


def test_a_check_writes_nothing_and_says_what_would_come(package):
    counts = check_package(package.archive()).counts
    assert (counts["deployments_new"], counts["visits_new"]) == (1, 1)
    assert not PackageImport.objects.exists() and not Event.objects.exists()


def test_rows_that_cannot_all_be_written_are_not_written_at_all(package, monkeypatch):
    package.observations = [observation(package, at, eventID=str(at)) for at in range(3)]
    monkeypatch.setattr(writing, "BATCH", 1)
    calls = iter(range(3))

    def broken(length):
        if next(calls) == 2:
            raise RuntimeError("the power is gone")
        return f"code-{length}-{id(calls)}-{next(calls)}"[-12:]

    monkeypatch.setattr(writing, "new_code", broken)
    with pytest.raises(RuntimeError):
        import_package(package.archive(), "RU")
    assert not Event.objects.exists() and not Deployment.objects.exists()
    record = PackageImport.objects.get()
    assert (record.state, record.is_open) == ("broken", False)


def test_the_second_of_two_imports_is_told(package):
    claim_import("CN")
    with pytest.raises(ImportRunningError):
        import_package(package.archive(), "RU")
    assert not Event.objects.exists()


def test_a_claim_whose_process_is_gone_is_taken_over(package):
    claim = claim_import("CN")
    PackageImport.objects.filter(pk=claim.pk).update(seen_at=claim.seen_at - 2 * SILENT_FOR)
    import_package(package.archive(), "RU")
    assert PackageImport.objects.get(pk=claim.pk).state == "broken"


def test_frames_are_scrubbed_hidden_and_tied_to_their_visit(package):
    counts = import_package(package.with_frame().archive(), "RU").counts
    frame, image = Media.objects.get(), Image.objects.get()
    assert (counts["frames_new"], frame.image, frame.file_public) == (1, image, False)
    assert frame.event == Event.objects.get() and frame.favourite
    assert image.withheld_until == FOR_EVER
    assert "STATION" not in image.title + image.file.name


def test_frames_of_people_and_of_nothing_stay_outside(package):
    package.with_frame()
    package.observations.append(observation(package, 1, observationType="human", scientificName=""))
    counts = import_package(package.archive(), "RU").counts
    assert (counts["frames_of_people"], Image.objects.count()) == (1, 0)


def test_a_damaged_frame_is_counted_and_the_others_come_in(package):
    package.with_frame(b"no picture")
    package.media.append({**package.media[0], "mediaID": "second", "filePath": "media/2.jpg"})
    package.files["media/2.jpg"] = type(package)().with_frame().files["media/IMG-STATION-7.jpg"]
    counts = import_package(package.archive(), "RU").counts
    assert (counts["frames_faulty"], counts["frames_new"]) == (1, 1)


def test_boxes_of_a_frame_come_along(package):
    package.with_frame()
    box = {"bboxX": "0.1", "bboxY": "0.2", "bboxWidth": "0.3", "bboxHeight": "0.4"}
    package.observations.append(
        observation(
            package,
            1,
            observationLevel="media",
            mediaID="MED-SECRET",
            classificationProbability="0.9",
            **box,
        )
    )
    import_package(package.archive(), "RU")
    assert Media.objects.get().detections == [
        {"category": "animal", "confidence": 0.9, "box": [0.1, 0.2, 0.3, 0.4]}
    ]


def test_frames_that_broke_off_go_on_where_they_stopped(package, monkeypatch):
    package.with_frame()
    package.media.append({**package.media[0], "mediaID": "second", "filePath": "media/2.jpg"})
    package.files["media/2.jpg"] = package.files["media/IMG-STATION-7.jpg"]
    from content.cameratraps.camtrapdp import frames

    store, calls = frames._store, iter(range(9))

    def once(*args):
        if next(calls):
            raise RuntimeError("the power is gone")
        store(*args)

    monkeypatch.setattr(frames, "_store", once)
    with pytest.raises(RuntimeError):
        import_package(package.archive(), "RU")
    assert (Event.objects.count(), Media.objects.count()) == (1, 1)
    monkeypatch.setattr(frames, "_store", store)
    counts = import_package(package.archive(), "RU").counts
    assert (counts["frames_known"], counts["frames_new"], Media.objects.count()) == (1, 1, 2)
