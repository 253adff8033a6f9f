"""A mail backend for small reserves and for trying out: every mail becomes files a person can open."""

from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class ReadableFileBackend(BaseEmailBackend):
    """Write each message as `.eml`, and its text, HTML and attachments beside it, under EMAIL_FILE_PATH."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            self._write(folder, message)
        return len(email_messages)

    def _write(self, folder: Path, message: EmailMessage) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        stem = folder / f"{stamp}-{uuid4().hex[:8]}"
        stem.with_suffix(".eml").write_bytes(message.message().as_bytes())
        recipients = ", ".join(parseaddr(address)[1] for address in message.recipients())
        header = f"To: {recipients}\nSubject: {message.subject}\n\n"
        stem.with_suffix(".txt").write_text(header + message.body, encoding="utf-8")
        for content, mimetype in getattr(message, "alternatives", []):
            if mimetype == "text/html":
                stem.with_suffix(".html").write_text(content, encoding="utf-8")
        for name, content, _mimetype in message.attachments:
            data = content.encode() if isinstance(content, str) else content
            stem.with_name(f"{stem.name}-{Path(name or 'attachment').name}").write_bytes(data)
