import pytest

from content.cameratraps.models import Event
from content.cameratraps.models.events import EventQuerySet
from tests.cameratraps.leaks.seeded import Seeded, seed
from tests.cameratraps.leaks.walking import Answered, walk
from tests.staff.conftest import sections, staffed

__all__ = ["sections", "staffed"]

LISTS = (
    "galleries/",
    "galleries/visits/",
    "galleries/cats/",
    "galleries/cats/count/",
    "galleries/spot-the-cat/",
    "wildlife/",
    "stories/",
)
NARROWED = (
    "?species=amur-leopard",
    "?side=RU&season=spring&time=twilight",
    "?page=2",
    "?zone=ru-middle&month=5",
)


@pytest.fixture
def seeded(home_pages, sides, django_capture_on_commit_callbacks) -> Seeded:
    with django_capture_on_commit_callbacks(execute=True):
        return seed(home_pages, sides)


def starts(seeded: Seeded) -> list[str]:
    """Return where a stranger begins: what every site has, lists and filters, searches, guesses."""
    codes = [event.code for event in seeded.hidden.values()]
    guessed = [
        f"{seeded.page_url}{code}/{end}" for code in codes for end in ("", "1/", "1/download/")
    ]
    words = [words[0] for words in seeded.words.values()]
    return [
        "/", "/sitemap.xml", "/robots.txt", "/healthz", "/readyz", "/en/manifest.webmanifest", "/en/no-such-page/",
        "/en/stories/feed.atom", "/api/v2/pages/", "/api/v2/images/", "/documents/1/none.pdf", "/media/images/",
        *(f"/en/{name}{end}" for name in LISTS for end in ("", *NARROWED)),
        *(f"/en/search/?q={word}" for word in ("leopard", "43.2173", "SPRING-CAM", *words)),
        *(f"/en/galleries/spot-the-cat/?round=x&key={key}" for key in ("", "1")),
        "/en/galleries/data/", "/en/galleries/promise/", "/ru/galleries/promise/",
        *guessed,
    ]  # fmt: skip


_walked: dict[str, tuple[Seeded, list[Answered]]] = {}


@pytest.fixture
def walked(request) -> tuple[Seeded, list[Answered]]:
    """The seeded site and every answer of it to a stranger, asked once: the answers are plain bytes."""
    if "answers" not in _walked:
        seeded = request.getfixturevalue("seeded")
        _walked["answers"] = seeded, walk(request.getfixturevalue("client"), starts(seeded))
    return _walked["answers"]


@pytest.fixture
def gate_open(monkeypatch) -> None:
    """Take the one gate out: every visit is public."""
    monkeypatch.setattr(EventQuerySet, "public", lambda self, on=None: self.all())
    monkeypatch.setattr(Event, "public_from", lambda self: self.earliest_release)
