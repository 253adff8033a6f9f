"""Keep the mark on pictures in step with everything that decides about a visit, whoever writes it."""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from content.base.models import Image
from content.base.models.images import picture_replaced
from content.cameratraps import services
from content.cameratraps.editions.services import pull_what_holds
from content.cameratraps.models import Event, IdentityClaim, Media, Release


@receiver(post_save, sender=Event)
def event_changed(instance: Event, **kwargs) -> None:
    services.keep_pictures_in_step(instance)


@receiver([post_save, post_delete], sender=Release)
def release_changed(instance: Release, **kwargs) -> None:
    services.keep_pictures_in_step(instance.event)


@receiver(pre_save, sender=Media)
def remember_picture(instance: Media, **kwargs) -> None:
    before = Media.objects.filter(pk=instance.pk).values_list("image_id", flat=True).first()
    instance.image_before = before if before != instance.image_id else None


@receiver(post_save, sender=Media)
def frame_saved(instance: Media, **kwargs) -> None:
    if instance.image_before:
        services.mark_picture(Image.objects.get(pk=instance.image_before))
    services.keep_pictures_in_step(instance.event)


@receiver(post_delete, sender=Media)
def frame_deleted(instance: Media, **kwargs) -> None:
    services.mark_picture(Image.objects.get(pk=instance.image_id))
    services.keep_pictures_in_step(instance.event)


@receiver(picture_replaced, sender=Image)
def other_pixels(instance: Image, **kwargs) -> None:
    """A release was given for the pixels that were seen then."""
    for event in Event.objects.filter(media__image=instance).distinct():
        services.withdraw_all(event)


@receiver(pre_delete, sender=Event)
def event_goes(instance: Event, **kwargs) -> None:
    pull_what_holds(instance, also_public=True)


@receiver(post_save, sender=Event)
@receiver([post_save, post_delete], sender=Release)
@receiver([post_save, post_delete], sender=Media)
@receiver([post_save, post_delete], sender=IdentityClaim)
def editions_keep_in_step(sender: type, instance, **kwargs) -> None:
    pull_what_holds(instance if sender is Event else Event(pk=instance.event_id))
