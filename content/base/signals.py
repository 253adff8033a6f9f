from django.conf import settings
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from content.base.menus import forget_menus


@receiver([page_published, page_unpublished, post_page_move])
def forget_menus_when_pages_change(**kwargs) -> None:
    forget_menus([code for code, _name in settings.LANGUAGES])
