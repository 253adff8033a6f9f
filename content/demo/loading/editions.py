"""One edition of the sample data, agreed to by both sides, so that the page of the data has something to give."""

from django.utils import timezone

from content.base.choices import SideCode
from content.cameratraps.editions.services import make_edition
from content.cameratraps.models import Edition, EditionApproval, EditionState, Event
from content.demo.loading.sample import Sample

NAME = "sample-1"


def load(sample: Sample) -> None:
    """Make it once; without footage there is nothing to make it of."""
    if Edition.objects.filter(name=NAME).exists() or not Event.objects.public().exists():
        return
    edition = make_edition(NAME)
    EditionApproval.objects.bulk_create(
        EditionApproval(edition=edition, side_id=side) for side in SideCode.values
    )
    edition.state, edition.published_at = EditionState.PUBLISHED, timezone.now()
    edition.save(update_fields=["state", "published_at"])
