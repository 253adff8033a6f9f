from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from staff.translating.following import follow_publication


@receiver(page_published)
def follow_when_published(instance: Page, revision: Revision, **kwargs) -> None:
    follow_publication(instance, revision)
