"""Work that a page does not wait for: done at once without a worker, by the worker where there is one."""

from django_tasks import task

from content.schools.models import LessonPage
from content.schools.services import make_files


@task()
def make_files_of(page_pk: int) -> None:
    """Make the files of one lesson page, if it is still published."""
    make_files(LessonPage.objects.live().filter(pk=page_pk).select_related("locale"))


@task()
def make_files_of_all() -> None:
    """Make what is missing or out of date for every published lesson."""
    make_files(LessonPage.objects.live().select_related("locale"))
