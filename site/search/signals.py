"""What happens elsewhere and changes what can be found."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from modeltranslation.manager import get_translatable_fields_for_model
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from content.cameratraps.models import Individual
from content.reserve.models import Species
from search import services


@receiver([page_published, page_unpublished])
def page_changed(instance: Page, **kwargs) -> None:
    services.index_page(instance)


@receiver([post_page_move, page_slug_changed])
def address_changed(instance: Page, **kwargs) -> None:
    services.index_subtree(instance)


@receiver(post_delete, sender=Page)
def page_deleted(instance: Page, **kwargs) -> None:
    services.remove_pages([instance.pk])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page and not raw:
        services.index_subtree(page)


@receiver(post_save)
def fact_changed(sender: type, instance, created: bool, raw: bool, **kwargs) -> None:
    """Follow facts: species have entries of their own, other facts are part of the pages that show them."""
    if raw or issubclass(sender, Page):
        return
    if sender is Species:
        services.index_species([instance])
    elif sender is Individual:
        services.index_animals([instance])
    elif not created and get_translatable_fields_for_model(sender):
        services.index_pages_of(instance)


@receiver(post_delete, sender=Species)
def species_deleted(instance: Species, **kwargs) -> None:
    services.remove_species([instance.pk])
