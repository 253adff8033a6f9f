"""A real SMTP server for tests: it takes mails, refuses them or is away."""

import email
import socket
from email import policy

import pytest
from aiosmtpd.controller import Controller


class Sink:
    """What an SMTP server received."""

    def __init__(self) -> None:
        self.mails: list[email.message.EmailMessage] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:
        if self.answer.startswith("250"):
            parsed = email.message_from_bytes(envelope.content, policy=policy.default)
            self.mails.append(parsed)
        return self.answer


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def sink(settings, port):
    """A mail server that can be started and stopped."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    handler = Sink()
    handler.controllers = []

    def start() -> None:
        controller = Controller(handler, hostname="127.0.0.1", port=port)
        controller.start()
        handler.controllers.append(controller)

    def stop() -> None:
        handler.controllers.pop().stop()

    handler.start, handler.stop = start, stop
    yield handler
    while handler.controllers:
        stop()


def parts(message) -> dict[str, str | bytes]:
    """Return what a mail consists of by type: texts as text, files as bytes."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return {part.get_content_type(): _payload(part) for part in leaves}


def _payload(part) -> str | bytes:
    payload = part.get_payload(decode=True)
    return payload.decode() if part.get_content_maintype() == "text" else payload
