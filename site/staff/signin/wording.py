"""Words of the sign-in that allauth says in its own way, or only in some of our languages."""

from django.utils.translation import gettext_lazy as _

ERRORS = {
    "username_password_mismatch": _("Username and password do not fit together. Please try again."),
    "incorrect_password": _("This is not your password."),
    "too_many_login_attempts": _(
        "Too many wrong tries for this account. Wait five minutes; other accounts are not affected."
    ),
    "rate_limited": _("Too many tries. Wait five minutes."),
    "incorrect_code": _(
        "This code does not fit. Each code works only once: wait for the next one."
    ),
}
FACTOR_ERRORS = {
    "incorrect_code": ERRORS["incorrect_code"],
    "cannot_generate_recovery_codes": _("Connect an app or add a passkey first."),
}
PASSKEY_REFUSED = _("This passkey was not accepted. Please try again.")

# The ways to show again who one is.
METHODS = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}

# What a page says after something is done; what is missing here is said by the page itself.
DONE = {
    "mfa/messages/totp_activated.txt": _("The app is connected."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}
