from django.conf import settings
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile
from wagtail.signals import page_published, page_unpublished, post_page_move

from content.base.menus import forget_menus
from content.base.models import SiteSettings
from content.base.scrubbing import RefusedFileError, scrub_document, scrub_picture
from content.base.site_settings import forget_settings


@receiver([page_published, page_unpublished, post_page_move])
def forget_menus_when_pages_change(**kwargs) -> None:
    forget_menus([code for code, _name in settings.LANGUAGES])


@receiver([post_save, post_delete], sender=SiteSettings)
def forget_settings_when_they_change(**kwargs) -> None:
    forget_settings()


@receiver(pre_save, sender=UploadedFile)
def clean_files_in_waiting(instance: UploadedFile, **kwargs) -> None:
    """Clean a file that Wagtail's many-files form keeps until its words are complete; its name goes too."""
    if not instance.file or instance.file._committed:
        return
    try:
        clean = scrub_picture(instance.file)
    except RefusedFileError:
        clean = scrub_document(instance.file)
    instance.file.file, instance.file.name = clean, clean.name
