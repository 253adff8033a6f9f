from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from staff.quality.links.services import look_again_at


@receiver([page_published, page_unpublished])
def forget_mended_links(instance: Page, **kwargs) -> None:
    look_again_at(instance.specific)
