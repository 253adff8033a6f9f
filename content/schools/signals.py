"""Files follow the page: made when it is published, taken away when it is unpublished."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from content.schools.models import Framework, LessonPage, StandardNode, Subject
from content.schools.services import drop_files
from content.schools.tasks import make_files_of, make_files_of_all


@receiver(page_published, sender=LessonPage)
def make_files_when_published(instance: LessonPage, **kwargs) -> None:
    # a lambda: Django's report of a failure needs the name a `partial` does not have
    transaction.on_commit(lambda: make_files_of.enqueue(instance.pk), robust=True)


@receiver(page_unpublished, sender=LessonPage)
def drop_files_when_unpublished(instance: LessonPage, **kwargs) -> None:
    drop_files(instance)


@receiver(post_save, sender=Framework)
@receiver(post_save, sender=StandardNode)
@receiver(post_save, sender=Subject)
def make_files_when_facts_change(created: bool, raw: bool = False, **kwargs) -> None:
    if not created and not raw:
        transaction.on_commit(make_files_of_all.enqueue, robust=True)
