from django.conf import settings
from django.core.management.base import BaseCommand

from staff.quality.links.services import find_broken_links


class Command(BaseCommand):
    help = "Look at the links of every live page and fact and write down those that lead nowhere."

    def handle(self, *args, **options) -> None:
        found = find_broken_links(asks_other_sites=settings.LINK_CHECK_EXTERNAL)
        for broken in found:
            record = broken.page or broken.fact
            self.stdout.write(
                f"{record} · {broken.where}: {broken.address} – {broken.get_reason_display()}"
            )
        self.stdout.write(f"{len(found)} broken links.")
