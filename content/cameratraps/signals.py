"""Keep the mark on pictures in step with everything that decides about a visit, whoever writes it."""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from content.base.models import Image
from content.base.models.images import picture_replaced, picture_replacing
from content.cameratraps import services, shown, withholding
from content.cameratraps.editions.services import pull_what_holds
from content.cameratraps.models import (
    Deployment,
    Event,
    IdentityClaim,
    Media,
    Refusal,
    Release,
    Zone,
)


@receiver(post_save, sender=Event)
def event_changed(instance: Event, **kwargs) -> None:
    services.hold_to_agreement(instance)
    withholding.keep_pictures_in_step(instance)


@receiver([post_save, post_delete], sender=Release)
@receiver([post_save, post_delete], sender=Refusal)
def decision_changed(instance: Release | Refusal, **kwargs) -> None:
    withholding.keep_pictures_in_step(instance.event)


@receiver(pre_save, sender=Media)
def remember_picture(instance: Media, **kwargs) -> None:
    before = Media.objects.filter(pk=instance.pk).values_list("image_id", flat=True).first()
    instance.image_before = before if before != instance.image_id else None


@receiver(post_save, sender=Media)
def frame_saved(instance: Media, **kwargs) -> None:
    services.hold_to_agreement(instance.event)
    if instance.image_before:
        withholding.mark_picture(Image.objects.get(pk=instance.image_before))
    withholding.keep_pictures_in_step(instance.event)


@receiver(post_delete, sender=Media)
def frame_deleted(instance: Media, **kwargs) -> None:
    services.hold_to_agreement(instance.event)
    withholding.mark_picture(Image.objects.get(pk=instance.image_id))
    withholding.keep_pictures_in_step(instance.event)


@receiver(post_save, sender=Deployment)
@receiver(post_save, sender=Zone)
def place_changed(instance: Deployment | Zone, created: bool, **kwargs) -> None:
    """What was agreed to for one zone is not agreed to for another."""
    if created:
        return
    path = "deployment" if isinstance(instance, Deployment) else "deployment__zone"
    released = Event.objects.filter(**{path: instance}, releases__isnull=False).distinct()
    for event in released.order_by("pk"):
        services.hold_to_agreement(event)
    if isinstance(instance, Deployment):
        shown.keep_in_step(instance.events.values_list("pk", flat=True))


@receiver(picture_replacing, sender=Image)
def wait_for_decisions(instance: Image, **kwargs) -> None:
    """Whoever decides about the visits of a picture has it to themselves: visits are locked before pictures."""
    list(Event.objects.select_for_update().filter(media__image=instance).order_by("pk"))


@receiver(picture_replaced, sender=Image)
def other_pixels(instance: Image, **kwargs) -> None:
    """A release was given for the pixels that were seen then."""
    for event in Event.objects.filter(media__image=instance).distinct():
        services.withdraw_all(event)


@receiver(post_save, sender=Image)
def other_terms(instance: Image, created: bool, **kwargs) -> None:
    """A licence becomes freer, or a credit goes, only by a release."""
    if created or instance.withheld_until is None:
        return
    for event in Event.objects.filter(media__image=instance).distinct():
        services.hold_to_agreement(event)


@receiver(pre_delete, sender=Event)
def event_goes(instance: Event, **kwargs) -> None:
    pull_what_holds(instance, also_public=True)


@receiver(post_save, sender=Event)
@receiver([post_save, post_delete], sender=Release)
@receiver([post_save, post_delete], sender=Refusal)
@receiver([post_save, post_delete], sender=Media)
@receiver([post_save, post_delete], sender=IdentityClaim)
def editions_keep_in_step(sender: type, instance, **kwargs) -> None:
    pull_what_holds(instance if sender is Event else Event(pk=instance.event_id))
