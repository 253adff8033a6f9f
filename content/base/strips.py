"""What a person decides about the information strip that was found in a picture."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as PillowImage
from wagtail.log_actions import log

from content.base.models import Image
from content.base.models.images import picture_replacing


@transaction.atomic
def cut_strips(image: Image, user) -> None:
    """Cut off the strips that were found; the old file and its sizes are gone with the commit."""
    picture_replacing.send(Image, instance=image)
    image = Image.objects.select_for_update().get(pk=image.pk)
    if not image.has_strip:
        return
    with image.open_file() as stored, PillowImage.open(stored) as opened:
        inner = opened.crop((0, image.strip_top, opened.width, opened.height - image.strip_bottom))
    encoded = BytesIO()
    inner.save(encoded, "PNG")
    if image.focal_point_y is not None:
        image.focal_point_y = min(max(0, image.focal_point_y - image.strip_top), inner.height)
    rows = {"top": image.strip_top, "bottom": image.strip_bottom}
    image.file = ContentFile(encoded.getvalue(), name="cut.png")
    image.save()
    log(instance=image, action="base.cut_strip", user=user, data=rows)


@transaction.atomic
def keep_as_it_is(image: Image, user) -> None:
    """Note that what was found is no strip; it is not asked about again."""
    Image.objects.filter(pk=image.pk).update(strip_top=0, strip_bottom=0)
    log(instance=image, action="base.no_strip", user=user)
