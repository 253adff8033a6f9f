"""The registry of screens is filled once, however often somebody looks."""

from wagtail import hooks

from staff.quality.facts import viewset_of
from staff.role_table import rows
from staff.screens import registered_viewsets
from tests.staff.test_roles import models_in_the_interface


def test_looking_registers_nothing_again():
    registered_viewsets()
    before = len(registered_viewsets()), len(hooks.get_hooks("register_permissions"))
    for look in (models_in_the_interface, rows, lambda: viewset_of(object)):
        look()
    assert (len(registered_viewsets()), len(hooks.get_hooks("register_permissions"))) == before
