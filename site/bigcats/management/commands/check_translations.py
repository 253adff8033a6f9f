from django.core.management.base import BaseCommand, CommandError

from bigcats.catalogues import TRANSLATED, collect, missing, update


class Command(BaseCommand):
    help = "Fail when an interface text has no Russian or Chinese translation or a fuzzy one."
    requires_system_checks: list = []

    def handle(self, *args, **options) -> None:
        template = collect()
        problems = [
            f"{language}: {message.id!r}"
            for language in TRANSLATED
            for message in missing(update(language, template))
        ]
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} interface texts are not translated.")
        self.stdout.write(f"{len(template)} interface texts, all translated.")
