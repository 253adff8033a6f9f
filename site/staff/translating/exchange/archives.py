"""Many pages at once: their texts out as one ZIP, and in again, all of them or none."""

from collections.abc import Iterable, Iterator
from uuid import UUID
from zipfile import ZIP_DEFLATED

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation
from zipstream import ZipStream

from staff.models import User
from staff.translating.exchange.files import file_name, write_as
from staff.translating.exchange.po import po_belongs_to
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.services import Taken, is_xml, take_in, text_of
from staff.translating.exchange.unpacking import unpack
from staff.translating.exchange.xliff import xliff_belongs_to
from staff.translating.services import CannotTranslateError, begin_translation
from staff.translating.work import PageWork, State


def goes_out(work: PageWork, languages: Iterable[str]) -> bool:
    """Say whether a page can be given to an agency: it has segments, or can be begun by who asks."""
    if work.translation_id:
        return work.language in languages
    return work.state == State.MISSING and not work.missing_parent and work.language in languages


def translations_of(user: User, rows: Iterable[PageWork]) -> list[Translation]:
    """Return the translations of some pages, begun now where nobody has; those not the user's are left out."""
    pages = [page for work in rows if (page := _page_of(user, work))]
    translations = Translation.objects.filter(
        enabled=True,
        source__object__in=[page.translation_key for page in pages],
        target_locale__in={page.locale_id for page in pages},
    )
    return list(translations.select_related("source", "target_locale").order_by("pk"))


def _page_of(user: User, work: PageWork) -> Page | None:
    if work.target_id is None:
        try:
            return begin_translation(user, Page.objects.get(pk=work.source_id), work.language)
        except CannotTranslateError:
            return None
    page = Page.objects.get(pk=work.target_id)
    return page if page.permissions_for_user(user).can_edit() else None


def pack(translations: list[Translation], kind: str) -> ZipStream:
    """Return the files of some translations as a ZIP, one by one as it is sent."""
    archive = ZipStream(compress_type=ZIP_DEFLATED)
    for one in translations:
        archive.add(_written(one, kind), f"{file_name(one)}-{one.pk}.{kind}")
    return archive


def _written(translation: Translation, kind: str) -> Iterator[bytes]:
    yield write_as(translation, kind)


@transaction.atomic
def take_in_archive(user: User, file: File) -> Taken:
    """Write the texts of every file of a ZIP; raise RefusedFileError with every reason and change nothing."""
    files = unpack(file)
    problems: list[Problem] = []
    owners: dict[str, Translation] = {}
    for name, one in files.items():
        try:
            owners[name] = _owner(user, one, owners)
        except RefusedFileError as refused:
            problems += _named(refused, name)
    taken: list[Taken] = []
    for name, translation in owners.items():
        try:
            taken.append(take_in(user, translation, files[name]))
        except RefusedFileError as refused:
            problems += _named(refused, name)
    if problems:
        raise RefusedFileError(*problems)
    return Taken(sum(one.texts for one in taken), sum(one.left_out for one in taken))


def _named(refused: RefusedFileError, name: str) -> list[Problem]:
    return [Problem(problem.line, problem.reason, name) for problem in refused.problems]


def _owner(user: User, file: File, others: dict[str, Translation]) -> Translation:
    """Return the translation a file belongs to, when the user may change it and no other file is for it."""
    text = text_of(file)
    mark = xliff_belongs_to(text.encode()) if is_xml(text) else po_belongs_to(text)
    translation = _translation(mark)
    page = translation and translation.get_target_instance()
    if page is None:
        raise RefusedFileError(Problem(0, _("The file belongs to no page of this site.")))
    if not page.permissions_for_user(user).can_edit():
        raise RefusedFileError(Problem(0, _("This page is translated by others.")))
    if translation in others.values():
        raise RefusedFileError(Problem(0, _("There are two files for this page in the ZIP.")))
    return translation


def _translation(mark: str) -> Translation | None:
    try:
        number = UUID(mark)
    except ValueError:
        return None
    found = Translation.objects.filter(uuid=number, enabled=True)
    found = found.select_related("source__locale", "target_locale").first()
    try:
        return found if found and found.get_target_instance() else None
    except Page.DoesNotExist:
        return None
