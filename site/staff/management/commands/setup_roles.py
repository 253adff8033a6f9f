from django.core.management.base import BaseCommand

from staff.granting import setup_roles


class Command(BaseCommand):
    help = "Make the staff groups, collections and workflows of the table of roles. May be run again at any time."

    def handle(self, *args, **options) -> None:
        changes = setup_roles()
        for change in changes:
            self.stdout.write(change)
        if not changes:
            self.stdout.write("Nothing to change.")
