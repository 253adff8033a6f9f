"""The addresses of the sign-in, and no others of allauth; under /staff/, before Wagtail's own of the same name."""

from django.urls import path
from django.views.i18n import JavaScriptCatalog

from staff.invitations import entrance as invitation
from staff.signin import entrance, language, security, session_views

urlpatterns = [
    path(  # open to all: led to the sign-in, the script of a page would begin its second step anew
        "jsi18n/",
        JavaScriptCatalog.as_view(packages=["wagtail.admin", "staff"]),
        name="wagtailadmin_javascript_catalog",
    ),
    path("language/", language.choose_language, name="staff_language"),
    path("login/", entrance.SignIn.as_view(), name="account_login"),
    path("login/code/", entrance.EnterCode.as_view(), name="mfa_authenticate"),
    path("login/passkey/", entrance.PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("login/leave/", entrance.leave, name="leave_sign_in"),
    path("login/again/", entrance.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("login/again/code/", entrance.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path(
        "login/again/passkey/",
        entrance.PasskeyAgain.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("invitation/", invitation.accept_invitation, name="accept_invitation"),
    path("invitation/<str:token>/", invitation.open_invitation, name="open_invitation"),
    path("password_reset/", entrance.ForgottenPassword.as_view()),
    path("security/", security.Security.as_view(), name="mfa_index"),
    path("security/app/connect/", security.ConnectApp.as_view(), name="mfa_activate_totp"),
    path("security/app/remove/", security.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("security/passkeys/add/", security.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/rename/",
        security.RenamePasskey.as_view(),
        name="mfa_edit_webauthn",
    ),
    path(
        "security/passkeys/<int:pk>/remove/",
        security.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("security/codes/", security.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "security/codes/new/",
        security.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("security/sessions/", session_views.list_sessions, name="usersessions_list"),
    path("security/sessions/end/", session_views.end_other_sessions, name="end_other_sessions"),
    path("security/sessions/<int:pk>/end/", session_views.end_session, name="end_session"),
]
