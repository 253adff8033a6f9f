import json
from pathlib import Path

from django.core.management.base import BaseCommand

from bigcats.catalogues import TRANSLATED, collect, missing, update, write_catalogue

LANGUAGE_KEYS = {"ru": "ru", "zh_Hans": "zh"}


class Command(BaseCommand):
    help = "Collect the interface texts from code and templates into the PO files."
    requires_system_checks: list = []

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--fill",
            nargs="*",
            default=[],
            metavar="FILE.json",
            help='translations to fill in: {"text": {"ru": "…", "zh": "…"}}; plurals are lists of forms',
        )
        parser.add_argument(
            "--missing", metavar="FILE.json", help="write what is not translated yet"
        )

    def handle(self, *args, **options) -> None:
        template = collect()
        words: dict = {}
        for path in options["fill"]:
            words.update(json.loads(Path(path).read_text(encoding="utf-8")))
        left: dict = {}
        for language in TRANSLATED:
            catalogue = update(language, template)
            for message in missing(catalogue):
                _fill(message, words, LANGUAGE_KEYS[language])
            write_catalogue(language, catalogue)
            gaps = missing(catalogue)
            for message in gaps:
                left.setdefault(_key(message), {})[LANGUAGE_KEYS[language]] = (
                    list(message.string) if message.pluralizable else ""
                )
            self.stdout.write(
                f"{language}: {len(catalogue)} texts, {len(gaps)} without translation"
            )
        if options["missing"]:
            Path(options["missing"]).write_text(json.dumps(left, ensure_ascii=False, indent=1))


def _key(message) -> str:
    text = message.id[0] if message.pluralizable else message.id
    return f"{message.context}\u0004{text}" if message.context else text


def _fill(message, words: dict, language: str) -> None:
    value = words.get(_key(message), {}).get(language)
    if not value:
        return
    if message.pluralizable:
        message.string = tuple(value) if isinstance(value, list) else (value,) * len(message.string)
    else:
        message.string = value[0] if isinstance(value, list) else value
    message.flags.discard("fuzzy")
