from django.core.management.base import BaseCommand
from django.utils.translation import override

from bigcats.environment import BASE_DIR
from staff.role_table import as_markdown

BEGIN, END = "<!-- table -->\n", "<!-- end of table -->\n"
PATH = BASE_DIR / "docs" / "roles.md"


def with_table(text: str) -> str:
    """Return the page with the table as the code has it now."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    with override("en"):
        return f"{before}{BEGIN}{as_markdown()}{END}{after}"


class Command(BaseCommand):
    help = "Write the table of roles into docs/roles.md."

    def handle(self, *args, **options) -> None:
        PATH.write_text(with_table(PATH.read_text(encoding="utf-8")), encoding="utf-8")
