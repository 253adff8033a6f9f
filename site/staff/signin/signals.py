"""Session bookkeeping at the moments allauth tells of."""

from allauth.mfa import signals

from staff.signin.factors import forget_without_factor, note_second_factor


def connect_signals() -> None:
    """Note in the session when a second factor was used or removed."""
    signals.authenticator_used.connect(note_second_factor)
    signals.authenticator_removed.connect(forget_without_factor)
