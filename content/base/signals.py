from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile
from wagtail.signals import page_published, page_unpublished, post_page_move

from content.base.menus import forget_menus
from content.base.models import SiteSettings
from content.base.scrubbing import RefusedFileError, scrub_document, scrub_picture
from content.base.site_settings import forget_settings
from content.base.texts.columns import LANGUAGES, column_of, text_fields
from content.base.texts.outdated import forget, note_changes


@receiver([page_published, page_unpublished, post_page_move])
def forget_menus_when_pages_change(**kwargs) -> None:
    forget_menus([code for code, _name in settings.LANGUAGES])


@receiver([post_save, post_delete], sender=SiteSettings)
def forget_settings_when_they_change(**kwargs) -> None:
    forget_settings()


@receiver(pre_save, sender=UploadedFile)
def clean_files_in_waiting(instance: UploadedFile, **kwargs) -> None:
    """Clean a file that Wagtail's many-files form keeps until its words are complete; its name goes too.

    What a picture carried stands on the instance for the answer, and is not stored.
    """
    if not instance.file or instance.file._committed:
        return
    try:
        clean = scrub_picture(instance.file)
        instance.traces = clean.traces
    except RefusedFileError:
        clean = scrub_document(instance.file)
    instance.file.file, instance.file.name = clean, clean.name


@receiver(pre_save)
def read_texts_as_they_were(
    sender: type[Model], instance: Model, update_fields=None, **kwargs
) -> None:
    """Keep the texts of a fact that is about to be saved, so that it can be told which of them change."""
    if kwargs.get("raw") or instance._state.adding:
        return
    columns = [column_of(field, code) for field in text_fields(sender) for code in LANGUAGES]
    if update_fields is not None:
        columns = [column for column in columns if column in update_fields]
    if columns:
        stored = sender._base_manager.filter(pk=instance.pk)
        instance._texts_before = stored.values(*columns).first()


@receiver(post_save)
def note_changed_texts(instance: Model, **kwargs) -> None:
    before = instance.__dict__.pop("_texts_before", None)
    if before:
        note_changes(instance, before)


@receiver(post_delete)
def forget_texts(sender: type[Model], instance: Model, **kwargs) -> None:
    if text_fields(sender):
        forget(instance)
