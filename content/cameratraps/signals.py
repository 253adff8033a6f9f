"""Keep the mark on pictures in step with everything that decides about a visit, whoever writes it."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from content.base.models import Image
from content.base.models.images import picture_replaced
from content.cameratraps import services, shown
from content.cameratraps.models import Deployment, Event, Media, Release


@receiver(post_save, sender=Event)
def event_changed(instance: Event, **kwargs) -> None:
    services.keep_pictures_in_step(instance)


@receiver(post_save, sender=Deployment)
def deployment_changed(instance: Deployment, **kwargs) -> None:
    shown.keep_in_step(instance.events.values_list("pk", flat=True))


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
