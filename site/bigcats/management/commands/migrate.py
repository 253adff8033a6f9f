from django.core.management.commands import migrate
from django.db import connections

from bookings.databases import in_charge


class Command(migrate.Command):
    help = "Bring the databases up to date: the main one and those of the sides, or the one that is named."

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def get_check_kwargs(self, options: dict) -> dict:
        return {**super().get_check_kwargs(options), "databases": _named(options["database"])}

    def handle(self, *args, database: str | None, **options) -> None:
        for alias in _named(database):
            with in_charge(alias):
                super().handle(*args, database=alias, **options)


def _named(database: str | None) -> list[str]:
    return [database] if database else list(connections)
