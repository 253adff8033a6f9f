from collections.abc import Iterator

from babel.messages.catalog import Catalog
from django.core.management.base import BaseCommand, CommandError

from bigcats.catalogues import TRANSLATED, collect, missing, update
from bigcats.plurals import uncounted


class Command(BaseCommand):
    help = (
        "Fail when an interface text has no Russian or Chinese translation or a fuzzy one, "
        "or a Russian one has a number before a word without its plural forms."
    )
    requires_system_checks: list = []

    def handle(self, *args, **options) -> None:
        template = collect()
        problems = [
            f"{language}: {problem}"
            for language in TRANSLATED
            for problem in _problems(language, update(language, template))
        ]
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} interface texts are not translated.")
        self.stdout.write(f"{len(template)} interface texts, all translated.")


def _problems(language: str, catalogue: Catalog) -> Iterator[str]:
    for message in missing(catalogue):
        yield repr(message.id)
    if language == "ru":
        for message in uncounted(catalogue):
            yield f"{message.id!r} has a number before a word: give it plural forms (ngettext, blocktranslate count)"
