"""One record of every kind that has screens, for one side, and the values its addresses want."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow
from wagtail_localize.models import Translation, TranslationSource

from content.base.models import Video
from content.base.permissions import SIDE_LANGUAGES
from content.cameratraps.models import Edition
from content.notices.models import PreparedPhrase
from content.reserve.models import CountMethod, FireDanger, PopulationFigure
from content.schools.models import Material
from content.stories.models import Author
from content.trails.models import ClosureReason
from staff.models import GlossaryTerm, Invitation, User
from staff.roles import OWN_SHELF
from tests.bookings import factories as bookings
from tests.cameratraps import animals
from tests.cameratraps import factories as cameratraps
from tests.schools import factories as schools
from tests.staff.factories import make_area, make_message
from tests.stories import factories as stories
from tests.trails import factories as trails

_numbers = count(1)


@dataclass(frozen=True)
class Subjects:
    """Records of one side by the label of their model, a page of its language, and one translated into it."""

    side: str
    records: dict[str, Model]
    page: Page
    parent: Page
    translation: Translation


def make_subjects(side: str, sections: dict) -> Subjects:
    """Make one record of every kind; what belongs to nobody is made as well."""
    language = SIDE_LANGUAGES[side]
    parent = sections["stories"][language]
    page = stories.make_story(parent)
    records = [page, *_facts(side), *_of_wagtail(side, page)]
    by_label = {record._meta.label_lower: record for record in records}
    return Subjects(side, by_label, page, parent, _translation(sections, parent))


def _translation(sections: dict, into: Page) -> Translation:
    """Begin the translation of an English story into the language of a section."""
    story = stories.make_story(sections["stories"]["en"])
    source, _made = TranslationSource.get_or_create_from_instance(story)
    translation = Translation.objects.create(source=source, target_locale=into.locale)
    translation.save_target(publish=False)
    return translation


def _facts(side: str) -> list[Model]:
    number = next(_numbers)
    event = cameratraps.make_event(side)
    trail = trails.make_trail(side)
    departure = bookings.make_departure(trail)
    standard = schools.standard()
    gallery = cameratraps.Gallery.objects.create(name_en=f"Gallery {number}")
    figure = PopulationFigure.objects.create(
        species=event.species, year=2020, scope="joint", value=number, source="s"
    )
    return [
        trail,
        departure,
        bookings.make_series(trail),
        bookings.make_guide(side),
        bookings.make_zone(trail, limit=50),
        bookings.make_booking(departure).booking,
        bookings.make_class_visit(trail),
        trail.closures.create(reason_id="fire", starts_on=timezone.localdate()),
        trail.side,
        trails.make_entry_zone(side),
        trail.side.holidays.create(day=timezone.localdate() + timedelta(days=number)),
        event,
        event.deployment,
        event.deployment.zone,
        event.deployment.zone.side.imports.create(is_open=False, state="done"),
        event.species.package_names.create(scientific_name=f"Panthera alia {number}"),
        Edition.objects.create(
            name=f"edition-{number}", file=ContentFile(b"PK", name="edition.zip")
        ),
        *_known_animal(side),
        Video.objects.create(title_en=f"Film {number}", file="videos/none.mp4", side=side),
        event.species,
        gallery,
        figure,
        CountMethod.objects.create(scope="joint", name_en=f"Method {number}"),
        PreparedPhrase.objects.first(),
        ClosureReason.objects.first(),
        make_area(side),
        make_message(side),
        FireDanger.objects.create(
            side_id=side, level=4, valid_until=timezone.localdate() + timedelta(days=2)
        ),
        Author.objects.create(slug=f"author-{number}", side_id=side, name_en=f"Author {number}"),
        stories.make_topic(f"topic-{number}"),
        standard,
        standard.framework,
        schools.subject(f"subject-{number}"),
        Material.objects.create(lesson_key=uuid4()),
    ]


def _known_animal(side: str) -> list[Model]:
    alias = animals.make_alias(side)
    decision = animals.both_say(alias, animals.make_alias(side), "different")
    return [alias, alias.individual, decision]


def _invitation(side: str) -> Invitation:
    person = User.objects.create(username=f"invited-{next(_numbers)}", side=side)
    return Invitation.objects.create(
        person=person,
        token_hash=f"{next(_numbers):064}",
        expires_at=timezone.now() + timedelta(days=7),
    )


def _of_wagtail(side: str, page: Page) -> list[Model]:
    shelf = Collection.objects.get(name=OWN_SHELF[side])
    document = get_document_model().objects.create(title="Sheet", collection=shelf, file="a.pdf")
    return [
        cameratraps.make_image(collection=shelf),
        document,
        shelf,
        User.objects.create(username=f"somebody-{next(_numbers)}", side=side),
        Group.objects.filter(name__startswith=side).first(),
        *[model.objects.first() for model in (Locale, Site, Task, Workflow)],
        page.get_latest_revision() or page.save_revision(),
        _invitation(side),
        Redirect.objects.create(old_path=f"/old-{next(_numbers)}/", redirect_link="/en/"),
        GlossaryTerm.objects.create(en=f"term {next(_numbers)}", ru="слово", zh_hans="词"),
    ]
