from django.core.management.base import BaseCommand

from bookings import databases, vault
from bookings.models import TravelDocument


class Command(BaseCommand):
    help = "Seal all identity papers anew with the first of DOCUMENT_KEYS; afterwards the other keys may be dropped."

    def handle(self, **options) -> None:
        count = 0
        for _alias in databases.in_turn():
            for key, sealed in TravelDocument.objects.values_list("pk", "sealed"):
                # One deleted or replaced meanwhile is left as it is.
                unchanged = TravelDocument.objects.filter(pk=key, sealed=sealed)
                count += unchanged.update(sealed=vault.seal_anew(sealed))
        self.stdout.write(f"{count} identity papers sealed anew.")
