"""What a visitor does to book, one verb each; the tests of the journey are written with them."""

import re
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.e2e.words import Words


def written_at(path: Path) -> int:
    """Return when a mail was written: names of mails of one second say nothing of their order."""
    return path.stat().st_mtime_ns


REFERENCE = re.compile(r"[0-9A-HJKMNP-TV-Z]{8}")


@dataclass
class Visitor:
    """A person at a browser who reads one language; the address is new for each person."""

    page: Page
    say: Words
    name: str = "Nika Sample 妮卡"
    email: str = ""

    def __post_init__(self) -> None:
        self.email = self.email or f"visitor-{uuid4().hex[:10]}@example.org"

    @property
    def language(self) -> str:
        return self.say.language

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def choose_departure(self, places: int = 6, trail: str = "") -> None:
        """Open the calendar, ask for free places, and take the first walk there is."""
        self.page.goto(f"/{self.language}/bookings/departures/{f'?trail={trail}' if trail else ''}")
        self.page.get_by_label(self.say("Places for")).fill(str(places))
        self.page.get_by_role("button", name=self.say("Show")).click()
        self.book_link().click()
        expect(self.hold_button).to_be_visible()

    def book_link(self) -> Locator:
        """Return the first link to a walk that can be booked."""
        return self.main.get_by_role("link", name=self.say.starts("Book")).first

    def places_free(self) -> int:
        """Return the number the departure on screen shows."""
        said = self.fact("Places")
        if said == self.say.many("Last place", "Last %(count)d places", 1):
            return 1
        number = re.search(r"\d+", said)
        return int(number[0]) if number else 0

    def fact(self, term: str) -> str:
        """Return what a list of facts on the page says about a term."""
        return (
            self.page.locator("dl > div")
            .filter(has=self.page.get_by_role("term").get_by_text(self.say(term), exact=True))
            .get_by_role("definition")
            .first.inner_text()
        )

    def own_passport(self) -> Locator | None:
        """Return the box for the passport of the country of the trail, where an entry rule asks for passports."""
        group = self.page.get_by_role("group", name=self.say("Passports in your party"))
        if not group.count():
            return None
        is_chinese = "UTC+8" in self.main.inner_text()
        wanted = "citizens of China" if is_chinese else "citizens of Russia"
        return group.get_by_label(re.compile(re.escape(self.say(wanted)), re.IGNORECASE))

    def show_passports(self) -> None:
        """Where an entry rule asks, answer with the passport of the country of the trail."""
        if box := self.own_passport():
            box.check()

    @property
    def hold_button(self) -> Locator:
        return self.page.get_by_role("button", name=self.say("Hold these places"))

    def say_how_many(self, adults: int = 2, children: int = 0) -> None:
        """Fill the first step: who comes."""
        self.page.get_by_label(self.say("Adults")).fill(str(adults))
        self.page.get_by_label(self.say("Children under 18")).fill(str(children))
        self.show_passports()

    def hold(self) -> None:
        """Go on to the second step, which holds the places and says for how long."""
        self.hold_button.click()
        expect(self.page.get_by_role("button", name=self.say("I need more time"))).to_be_visible()
        if self.page.url.endswith("/people/"):  # an entry rule of this trail asks for names
            self.say_who_comes()
            self.store_who_comes()

    def say_who_comes(self) -> None:
        """Name each person of the party as in the passport, and agree that the names are kept."""
        names = self.page.get_by_label(self.say("Name as in the passport"))
        for number, field in enumerate(names.all(), start=1):
            field.fill(f"{self.name} {number}")
        self.page.get_by_label(self.say("I have read this text and agree"), exact=True).check()
        guardian = self.page.locator("input[name=guardian]")
        if guardian.count():
            guardian.check()

    def store_who_comes(self) -> None:
        """Go on to the contact step."""
        self.page.get_by_role("button", name=self.say("Store and go on")).click()
        self.page.wait_for_url("**/details/")

    def say_who(self) -> None:
        """Fill the second step: whom to reach."""
        self.page.get_by_label(self.say("Your name")).fill(self.name)
        self.main.get_by_label(self.say("E-mail")).fill(self.email)
        self.page.get_by_label(
            self.say("I have read this text and agree that my data are used for this booking")
        ).check()

    def fill_in(self, adults: int = 2, children: int = 0) -> None:
        """Fill both steps of the form."""
        self.say_how_many(adults, children)
        self.hold()
        self.say_who()

    def go_to_review(self) -> None:
        self.page.get_by_role("button", name=self.say("Continue to review")).click()
        expect(
            self.page.get_by_role("heading", level=1, name=self.say("Review your booking"))
        ).to_be_visible()

    @property
    def send_button(self) -> Locator:
        return self.page.get_by_role("button", name=self.say("Book these places"))

    def send_in(self) -> None:
        self.send_button.click()
        self.is_told("Please look at your mail")

    def open_mail(self, folder: Path) -> None:
        """Follow the link in the mail that asks to confirm, the last of them."""
        links = re.findall(r"https?://\S+/confirm/\S+", "\n".join(self.mails(folder, 1)))
        self.page.goto(urlsplit(links[-1]).path)
        expect(
            self.page.get_by_role("heading", level=1, name=self.say("Confirm your booking"))
        ).to_be_visible()

    def confirm(self, folder: Path) -> None:
        """Send the booking in, open the mail, press the button."""
        self.send_in()
        self.open_mail(folder)
        self.page.get_by_role("button", name=self.say("Confirm the booking")).click()
        self.is_told("Your places are booked")

    def is_told(self, text: str) -> None:
        """Expect a notice that is announced to screen readers too."""
        expect(
            self.main.get_by_role("status").get_by_text(self.say(text), exact=True)
        ).to_be_visible()

    def reference(self) -> str:
        """Return the booking number on the page."""
        found = self.fact("Booking number")
        assert REFERENCE.fullmatch(found), found
        return found

    def private_link(self) -> str:
        return self.page.url.partition("?")[0]

    def mails(self, folder: Path, expected: int) -> list[str]:
        """Return the texts of the mails to this person; waits a little for the expected number."""
        deadline = time.monotonic() + 20
        while True:
            texts = [path.read_text() for path in sorted(folder.glob("*.txt"), key=written_at)]
            own = [text for text in texts if text.startswith(f"To: {self.email}\n")]
            if len(own) >= expected or time.monotonic() > deadline:
                return own
            time.sleep(0.2)
