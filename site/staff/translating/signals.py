from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from staff.translating.following import follow_publication
from staff.translating.leaving import keep_work_on


@receiver(page_published)
def follow_when_published(instance: Page, revision: Revision, **kwargs) -> None:
    follow_publication(instance, revision)


@receiver(pre_delete, sender=Page)
def keep_work_when_deleted(instance: Page, **kwargs) -> None:
    keep_work_on(instance)
