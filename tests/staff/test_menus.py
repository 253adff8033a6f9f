"""What each role finds in the menu and on the staff home, and in which language."""

import re
from functools import cache

import pytest
from django.urls import reverse
from django.utils import translation
from lxml import html
from wagtail.admin.menu import admin_menu, reports_menu

from bigcats.catalogues import collect
from staff.roles import ROLES, SHELF_NAMES
from staff.tasks import links_for
from tests.cameratraps.factories import make_event
from tests.staff.factories import make_staff

OWN_NAMES = {"English"}  # a language is named in itself, whoever reads
MENUS = {
    "editor": "explorer stories trails camera-traps schools reserve images documents reports handbook",
    "moderator": (
        "explorer stories trails camera-traps schools reserve contact-messages images documents "
        "reports settings handbook"
    ),
    "translator": (
        "explorer to-translate stories trails camera-traps schools reserve images reports handbook"
    ),
    "photo-curator": "camera-traps images explorer reserve reports handbook",
    "education-officer": "schools explorer images documents reports handbook",
    "booking-officer": "bookings check-in handbook",
    "ranger": "check-in handbook",
    "administrator": (
        "explorer to-translate stories trails check-in bookings camera-traps schools reserve "
        "contact-messages images documents reports settings handbook"
