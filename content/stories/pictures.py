"""Fetching the pictures of everything on a page at once."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from content.base.models import Image


def attach_pictures(holders: Iterable, further: Iterable[Image] = ()) -> None:
    """Fetch the pictures of pages and authors, and the ready sizes of these and `further` ones: two questions."""
    having = [holder for holder in holders if holder.image_id]
    images = Image.objects.in_bulk({holder.image_id for holder in having}) if having else {}
    for holder in having:
        holder.image = images[holder.image_id]
    shown = {id(image): image for image in (*images.values(), *further)}
    prefetch_related_objects(list(shown.values()), "renditions")
