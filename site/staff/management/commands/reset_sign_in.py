from django.core.management.base import BaseCommand, CommandError

from staff.models import User
from staff.signin.services import reset_sign_in


class Command(BaseCommand):
    help = (
        "Remove the second factors of a person and end their sessions, when no administrator can."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("username")

    def handle(self, *args, username: str, **options) -> None:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account called {username}.")
        reset_sign_in(person)
        self.stdout.write(f"{username} signs in with the password and sets up a new second factor.")
