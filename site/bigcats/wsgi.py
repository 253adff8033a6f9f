"""The WSGI entry point: `gunicorn bigcats.wsgi:application` with `site/` and the checkout on the path."""

import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
for source_root in (BASE_DIR, BASE_DIR / "site"):
    if str(source_root) not in sys.path:
        sys.path.insert(0, str(source_root))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bigcats.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402  (the path comes first)

application = get_wsgi_application()
# The thread that has locked a departure needs the interpreter back after each answer of the database; with the usual
# 5 ms it queues that long, ten times a booking, behind threads that draw pages, and everybody queues behind it.
sys.setswitchinterval(0.0005)
