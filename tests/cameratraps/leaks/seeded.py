"""A site with one visit to be seen, and around it all that must not be: each secret is a word found nowhere else."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image as PillowImage

from content.base.models import Image
from content.base.scrubbing import scrub_picture
from content.cameratraps.camtrapdp import import_package
from content.cameratraps.editions.services import approve_edition, make_edition
from content.cameratraps.models import Event, Media, Release, Zone
from content.reserve.models import Species
from content.stories.models import StoryIndexPage
from staff.models import User
from tests.base.pictures import CAMERA_SECRETS, SECRET, camera_files, upload
from tests.cameratraps.animals import make_alias, make_claim, person
from tests.cameratraps.camtrapdp.packages import Package
from tests.cameratraps.factories import PAST, make_event, make_gallery
from tests.search.factories import make_wildlife
from tests.stories.factories import make_indexes as make_story_indexes
from tests.stories.factories import make_story

OUTLINE = {
    "type": "Polygon",
    "coordinates": [
        [
            [131.1271, 43.0183],
            [131.6357, 43.0183],
            [131.6357, 43.4291],
            [131.1271, 43.4291],
            [131.1271, 43.0183],
        ]
    ],
}
APPROVED = datetime(2026, 8, 13, 21, 47, 33, tzinfo=UTC)

# What no page, file, header or name may ever hold, by number of the vector.
SECRETS: dict[str, tuple[str, ...]] = {
    "1 position in files": ("43.2173", "131.3391"),
    "2 serials of cameras": (SECRET, "H2RXHO05109538", "SN-998877", *CAMERA_SECRETS[:2]),
    "7 names of files": ("IMG-STATION-7", "STATION-7", "SPRING-CAM"),
    "8 identifiers": ("DEP-SECRET", "MED-SECRET", "OBS-SECRET", "EVT-SECRET", "PROJ-SECRET", "LOC-4711"),
    "10 exact times": (
        "2026-04-10", "10 April 2026", "April 10, 2026", "10 апреля", "4月10日", "10.04.2026", "23:30", "11:30 p.m.",
    ),
    "14 outlines of zones": ("131.1271", "131.6357", "43.0183", "43.4291"),
    "19 free text": ("Stony-Ridge", "den-of-cubs", "by-the-spring", "tag-of-river", "note-of-ridge"),
    "20 people": ("Ivan-Setup", "Maria-Classifier", "Igor-Approver", "Li-Approver", "Igor-Claims", "leave-by-gate-4"),
    "22 time of release": ("2026-08-13", "13 August 2026", "August 13", "13 августа", "8月13日", "21:47", "13.08.2026"),
}  # fmt: skip


@dataclass
class Seeded:
    """The visible visit, the hidden ones by reason, and what tells of each of those."""

    public: Event
    page_url: str
    hidden: dict[str, Event] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # reason → secrets of that visit

    @property
    def secrets_of_hidden(self) -> list[str]:
        return [word for words in self.words.values() for word in words]


def picture(name: str = "SPRING-CAM_2026-04-10__23-30-00.jpg", source: bytes = b"") -> Image:
    """Store a picture through the door of all uploads."""
    if not source:
        encoded = BytesIO()
        PillowImage.linear_gradient("L").resize((640, 480)).convert("RGB").save(encoded, "JPEG")
        source = encoded.getvalue()
    clean = scrub_picture(upload(source, name))
    image = Image(
        title="Picture", credit="Land of Big Cats", licence="CC-BY-4.0", alt_en="A leopard"
    )
    image.file = ContentFile(clean.read(), name=clean.name)
    image.strip_top = image.strip_bottom = 0
    image.save()
    return image


def seed(home_pages: dict, sides: dict) -> Seeded:
    """Fill the site. Nothing secret is given to it by another way than the ones people have."""
    leopard = Species.objects.get_or_create(
        slug="amur-leopard",
        defaults={
            "scientific_name": "Panthera pardus orientalis", "group": "cats",
            "name_en": "Amur leopard", "name_ru": "Леопард", "name_zh_hans": "东北豹",
        },
    )[0]  # fmt: skip
    zone = Zone.objects.create(
        side=sides["RU"], code="ru-middle", name_en="Middle", name_ru="Середина", name_zh_hans="中部",
        camera_places=120, area_km2=1700, outline=OUTLINE,
    )  # fmt: skip
    public = _imported_visit(leopard)
    assert public.deployment.zone == zone
    reasons = _hidden_visits(public)
    pages = make_gallery(home_pages, public, *reasons.values())
    page = pages["en"]
    seeded = Seeded(public, page.url, reasons)
    seeded.words = {reason: _mark(reason, event) for reason, event in reasons.items()}
    _name_animals(seeded)
    _write_about(home_pages, seeded)
    make_wildlife(home_pages)
    edition = make_edition("2026-1")
    for side in ("RU", "CN"):
        approve_edition(edition, person(side))
    return seeded


def _imported_visit(leopard: Species) -> Event:
    """Take a visit in from a package, with a frame of a real camera where one is at hand, and release it."""
    files = camera_files()
    import_package(Package().with_frame(files[0].read_bytes() if files else None).archive(), "RU")
    event = Event.objects.get()
    event.species, event.title_en = leopard, "A leopard on the move"
    event.title_ru, event.title_zh_hans = "Леопард в пути", "行走的豹"
    event.save()
    for frame in event.media.all():
        frame.file_public = True
        frame.save()
    people = [User.objects.create(username=f"{name}-Approver") for name in ("Igor", "Li")]
    release(event, people)
    return event


def release(event: Event, people=(None, None), until: date = PAST) -> None:
    for side, somebody in zip(("RU", "CN"), people, strict=True):
        Release.objects.create(
            event=event,
            side_id=side,
            embargo_until=until,
            approved_by=somebody,
            approved_at=APPROVED,
        )


def _hidden_visits(public: Event) -> dict[str, Event]:
    """Return visits of the same camera, each hidden for one reason."""
    made = {}
    for reason in ("draft", "one-side", "embargo", "people", "person", "withdrawn"):
        made[reason] = event = make_event(
            frames=0, released=False, deployment=public.deployment, species=public.species,
            year=2026, month=5, band="dawn",
        )  # fmt: skip
        Media.objects.create(event=event, image=picture(), file_public=True)
    release(made["embargo"], until=date(2199, 1, 1))
    release(made["people"])
    Media.objects.create(event=made["people"], image=picture(), shows_people=True)
    release(made["person"])
    made["person"].observation_type = "human"
    made["person"].save()
    release(made["withdrawn"])
    made["withdrawn"].releases.get(side_id="CN").delete()
    Release.objects.create(event=made["one-side"], side_id="RU", embargo_until=PAST)
    return made


def _mark(reason: str, event: Event) -> tuple[str, ...]:
    """Write secrets into every text of a hidden visit; return them with its addresses."""
    words = {name: f"{name}-of-{reason}-zqx" for name in ("title", "caption", "behaviour", "alt")}
    for name in ("title", "caption", "behaviour"):
        for language in ("en", "ru", "zh_hans"):
            setattr(event, f"{name}_{language}", words[name])
    Event.objects.filter(pk=event.pk).update(
        **{
            column: value
            for column, value in vars(event).items()
            if column.startswith(tuple(words))
        }
    )
    found = [*words.values(), event.code, str(event.uuid)]
    for frame in event.media.select_related("image"):
        Image.objects.filter(pk=frame.image_id).update(alt_en=words["alt"], alt_ru=words["alt"])
        names = [frame.image.file.name, *frame.image.renditions.values_list("file", flat=True)]
        found += [name.rpartition("/")[2].partition(".")[0] for name in names]
    return tuple(dict.fromkeys(found))


def _name_animals(seeded: Seeded) -> None:
    """Name an animal on the visible visit, and one on each hidden visit of an animal."""
    User.objects.get_or_create(
        username="names-animals-RU", defaults={"side": "RU", "first_name": "Igor-Claims"}
    )
    known = make_alias("RU", species=seeded.public.species, name_en="Maple")
    make_claim(known, seeded.public, flank="left")
    for reason, event in seeded.hidden.items():
        if reason == "person":
            continue
        alias = make_alias("RU", species=event.species, name_en=f"Cat-{reason}-zqx")
        make_claim(alias, event, flank="left")
        make_claim(known, make_event(released=False, species=event.species), flank="right")
        seeded.words[reason] += (f"Cat-{reason}-zqx", alias.code, alias.individual.code)


def _write_about(home_pages: dict, seeded: Seeded) -> None:
    """Write stories that show the visible visit, and each hidden one, as a sequence."""
    index = StoryIndexPage.objects.child_of(home_pages["en"]).first()
    index = index or make_story_indexes(home_pages)["en"]
    for event in (seeded.public, *seeded.hidden.values()):
        block = {"type": "sequence", "value": {"event": event.pk}}
        image = event.media.first().image
        make_story(index, f"Story of {event.pk}", body=[block], image=image)
