"""Mails written as files, for those who try the site out."""

from django.core.mail import EmailMultiAlternatives

from bigcats.mail import ReadableFileBackend


def test_every_part_becomes_a_file_of_its_own(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    message = EmailMultiAlternatives("Тема", "Текст", to=["Anna <a@example.org>"])
    message.attach_alternative("<p>Текст</p>", "text/html")
    message.attach("walk.ics", b"BEGIN:VCALENDAR", "text/calendar; charset=utf-8")
    message.attach("../../up.txt", "лист", "text/plain")
    ReadableFileBackend().send_messages([message])
    (eml,) = tmp_path.glob("*.eml")
    written = {path.name.removeprefix(eml.stem): path for path in tmp_path.iterdir()}
    assert set(written) == {".eml", ".txt", ".html", "-walk.ics", "-up.txt"}
    assert written[".txt"].read_text() == "To: a@example.org\nSubject: Тема\n\nТекст"
    assert written["-walk.ics"].read_bytes() == b"BEGIN:VCALENDAR"
    assert written["-up.txt"].read_text() == "лист"
