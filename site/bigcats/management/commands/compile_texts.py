from django.core.management.base import BaseCommand

from bigcats.catalogues import compile_all


class Command(BaseCommand):
    help = "Compile the interface texts (PO to MO) without gettext's programs."
    requires_system_checks: list = []

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{compile_all()} catalogues compiled.")
