"""What `make run` does before it serves: sample content that is missing, in part or in whole."""

import pytest
from django.core.management import CommandError

from bigcats.management.commands import serve
from content.base.models import Image
from content.demo.loading.picture_titles import title_of
from content.demo.loading.pictures import media_keys
from tests.base.pictures import picture_bytes, upload


def add_sample_picture() -> Image:
    image = Image(title=title_of(media_keys()[0]), is_sample=True, file=upload(picture_bytes()))
    image.save()
    return image


def test_empty_site_needs_the_sample_content(db):
    assert serve.needs_sample_content()


def test_loaded_site_needs_nothing(home_pages, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add_sample_picture()
    assert not serve.needs_sample_content()


def test_loading_that_was_interrupted_goes_on(home_pages):
    add_sample_picture()  # its sizes are what loading stores last
    assert serve.needs_sample_content()


def test_stopping_while_loading_is_said_in_one_sentence(db, monkeypatch):
    def stop(*_arguments) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "call_command", stop)
    with pytest.raises(CommandError, match="the next start goes on from here"):
        serve.Command().load_sample_content()
