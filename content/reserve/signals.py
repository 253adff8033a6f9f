from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from content.reserve.fire import forget_fire_notices
from content.reserve.models import FireDanger


@receiver([post_save, post_delete], sender=FireDanger)
def fire_danger_changed(**kwargs) -> None:
    forget_fire_notices()
