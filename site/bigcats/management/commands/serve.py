import os
import socket
import subprocess
import sys
from io import StringIO

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from bigcats import environment
from bigcats.catalogues import compile_all
from bigcats.environment import BASE_DIR, env


class Command(BaseCommand):
    help = "Bring the database up to date, load the sample content into an empty one, and serve the site."

    def handle(self, *args, **options) -> None:
        host, port = env.str("HOST", "127.0.0.1"), chosen_port()
        refuse_taken_port(host, port)
        if has_unapplied_migrations():
            self.stdout.write("Bringing the database up to date …")
            call_command("migrate", verbosity=0)
            call_command("update_shipped_texts", verbosity=0, stdout=StringIO())
        compile_all()
        if not settings.PRODUCTION and needs_sample_content():
            self.load_sample_content()
        self.say_where(host, port)
        os.environ.setdefault("MAILS_BESIDE_REQUESTS", "true")
        if env.bool("MAILS_BESIDE_REQUESTS"):
            start_beside("send_mail_queue", "--watch=1")
        if env.bool("KEEP_HOUSE", True):
            start_beside("keep_house")
        start_gunicorn(host, port)

    def load_sample_content(self) -> None:
        self.stdout.write("Loading the sample content (once) …")
        try:
            call_command("load_demo")
        except KeyboardInterrupt:
            raise CommandError("Stopped while loading; the next start goes on from here.") from None

    def say_where(self, host: str, port: int) -> None:
        """Print the addresses and, on a sample site, the staff accounts."""
        base = f"http://{host}:{port}"
        self.stdout.write(f"\n  English   {base}/en/")
        self.stdout.write(f"  Русский   {base}/ru/")
        self.stdout.write(f"  中文      {base}/zh-hans/")
        self.stdout.write(f"  Staff     {base}/staff/")
        for line in sample_account_lines():
            self.stdout.write(line)
        self.stdout.write("\nStop with Ctrl+C.\n")
        self.stdout.flush()


def chosen_port() -> int:
    """Return PORT; raise CommandError, in one sentence, when it is no port."""
    try:
        return environment.port()
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from error


def refuse_taken_port(host: str, port: int) -> None:
    """Raise CommandError when another program listens on the port already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken or not allowed; choose another, for example: make run PORT={port + 1}"
            ) from error


def has_unapplied_migrations() -> bool:
    executors = [MigrationExecutor(connection) for connection in connections.all()]
    return any(one.migration_plan(one.loader.graph.leaf_nodes()) for one in executors)


def needs_sample_content() -> bool:
    """Say whether the site has no home page yet, or its sample content was loaded only in part."""
    from content.demo.loading.pictures import has_pictures_without_sizes
    from content.reserve.models import HomePage

    return not HomePage.objects.exists() or has_pictures_without_sizes()


def sample_account_lines() -> list[str]:
    """Return a line for each sample account there is, under a line with their common password."""
    from staff.demo import sample_accounts

    return sample_accounts()


def start_beside(command: str, *options: str) -> None:
    """Start a command that stays beside the server; it ends when the server does."""
    subprocess.Popen(
        [sys.executable, "manage.py", command, *options, "--with-parent"],
        cwd=BASE_DIR,
        stdout=subprocess.DEVNULL,
    )


def start_gunicorn(host: str, port: int) -> None:
    """Become gunicorn: one process with threads unless WEB_WORKERS asks for more."""
    arguments = [
        sys.executable,
        "-m",
        "gunicorn",
        "bigcats.wsgi:application",
        f"--bind={host}:{port}",
        f"--workers={env.int('WEB_WORKERS', 1)}",
        f"--threads={env.int('WEB_THREADS', 8)}",
        "--worker-class=gthread",
        "--log-level=warning",
        f"--chdir={BASE_DIR}",
        f"--pythonpath={BASE_DIR / 'site'}",
    ]
    os.chdir(BASE_DIR)
    os.execv(sys.executable, arguments)
