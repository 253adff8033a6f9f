"""Everything a file's texts must keep to before a single one is taken."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from content.base.languages import html_lang
from staff.translating.exchange.inline import marks_of
from staff.translating.exchange.problems import Problem
from staff.translating.exchange.units import Returned, ReturnedFile, Unit, units_of
from staff.translating.exchange.xliff import unknown_text

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
LONGEST = 20_000
OTHER_NAMES = {"zh-hans": {"zh", "zh-cn", "zh_cn", "zh_hans"}}


def problems_of(file: ReturnedFile, translation: Translation) -> list[Problem]:
    """Return what is wrong with a file for a translation; empty: nothing."""
    problems = list(_problems_of_file(file, translation))
    if problems:
        return problems
    units = {(unit.path, unit.source): unit for unit in units_of(translation)}
    for text in file.texts:
        problems += _problems_of_text(text, units.get((text.path, text.source)), translation)
    return problems + list(_contradictions(file.texts))


def _problems_of_file(file: ReturnedFile, translation: Translation) -> Iterator[Problem]:
    if file.translation != str(translation.uuid):
        yield Problem(0, _("The file belongs to another page or another language."))
    code = translation.target_locale.language_code
    names = {code, html_lang(code).lower()} | OTHER_NAMES.get(code, set())
    if file.language and file.language.lower() not in names:
        yield Problem(
            0,
            _("The file is in another language: %(language)s.") % {"language": file.language[:20]},
        )


def _problems_of_text(
    text: Returned, unit: Unit | None, translation: Translation
) -> Iterator[Problem]:
    if unit is None:
        yield Problem(text.line, unknown_text(text.source))
        return
    for reason in wrong_marks(unit.source, text.words):
        yield Problem(text.line, reason)
    longest = _longest(translation, unit.path)
    length = len(StringValue(text.words).render_text())
    if length > longest:
        yield Problem(
            text.line,
            _("%(length)d characters; at most %(longest)d fit here.")
            % {"length": length, "longest": longest},
        )
    try:
        StringValue.from_translated_html(text.words)
        validate_translation_links(unit.source, text.words)
    except ValueError as error:
        yield Problem(text.line, str(error))


def wrong_marks(source: str, words: str) -> Iterator[str]:
    """Say which tags and placeholders of the original a translation lacks, and which it has besides."""
    for one, count in _difference(marks_of(source), marks_of(words)):
        values = {"tag": f"<{one.replace('#', ' id=')}>"}
        yield (
            _("The tag %(tag)s is missing.")
            if count > 0
            else _("The tag %(tag)s is not in the original.")
        ) % values
    ours, theirs = Counter(PLACEHOLDER.findall(source)), Counter(PLACEHOLDER.findall(words))
    for one, count in _difference(ours, theirs):
        values = {"name": one}
        yield (
            _("The placeholder %(name)s is missing.")
            if count > 0
            else _("The placeholder %(name)s is not in the original.")
        ) % values


def _difference(ours: Counter[str], theirs: Counter[str]) -> list[tuple[str, int]]:
    return [
        (one, ours[one] - theirs[one]) for one in sorted(ours | theirs) if ours[one] != theirs[one]
    ]


def _longest(translation: Translation, path: str) -> int:
    """Return how many signs fit: a field's own limit, or what is sensible for a text of a page."""
    model = translation.source.specific_content_type.model_class()
    if "." in path or model is None:
        return LONGEST
    return getattr(model._meta.get_field(path), "max_length", None) or LONGEST


def _contradictions(texts: list[Returned]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for text in texts:
        if seen.setdefault((text.path, text.source), text.words) != text.words:
            yield Problem(
                text.line, _("This text stands twice in the file, with two translations.")
            )
