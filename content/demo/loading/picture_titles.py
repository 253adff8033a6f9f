"""What the sample pictures are called in lists of the staff: by name in three languages, for a title has one column."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from content.demo.loading.texts import TEXTS_DIR, read_texts

KEYS = ("en", "ru", "zh")
# The sections have no name of their own in the texts.
SECTIONS = {
    "home": "Home · Главная · 首页",
    "galleries": "Galleries · Галереи · 图库",
    "reserve": "The reserve · Резерват · 保护区",
    "schools": "Schools · Школам · 学校",
    "stories": "Stories · Истории · 故事",
    "trails": "Trails · Тропы · 步道",
    "visit": "Visit · Посетителям · 参观",
    "wildlife": "Wildlife · Животный мир · 野生动物",
    "northeast-china": "Northeast China Tiger and Leopard · Северо-Восточный парк тигра и леопарда · 东北虎豹",
}


@cache
def picture_titles() -> dict[str, str]:
    """Return media key → title of all pictures whose subject has a name, such as a species or a trail."""
    names = _names()
    titles = {
        f"{folder}/{slug}": name
        for slug, name in names.items()
        for folder in ("banners", "portraits")
    }
    return {**titles, **_frame_titles(names)}


def title_of(key: str) -> str:
    """Return the title of a picture; without a name, the words of its key."""
    words = key.partition("/")[2].replace("-", " ")
    return picture_titles().get(key) or words[:1].upper() + words[1:]


def _names() -> dict[str, str]:
    """Return slug → name in three languages of everything in the texts that has both."""
    names: dict[str, str] = dict(SECTIONS)
    for path in sorted(TEXTS_DIR.rglob("*.toml")):
        text = read_texts(str(path.relative_to(TEXTS_DIR).with_suffix("")))
        for record in _records(text):
            names.setdefault(record["slug"], _in_three(record.get("name") or record.get("title")))
    return {slug: name for slug, name in names.items() if name}


def _records(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        if isinstance(value.get("slug"), str):
            yield value
        for inner in value.values():
            yield from _records(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _records(inner)


def _in_three(name: object) -> str:
    if not isinstance(name, dict):
        return ""
    return " · ".join(name[key] for key in KEYS if isinstance(name.get(key), str))


def _frame_titles(names: dict[str, str]) -> dict[str, str]:
    """Number the visits of a species, and the frames of a visit."""
    titles, visits = {}, Counter()
    for sequence in read_texts("footage")["sequences"]:
        species = sequence["species"]
        visits[species] += 1
        for number, frame in enumerate(sequence["frames"], start=1):
            titles[f"frames/{frame}"] = (
                f"{names.get(species, species)} · {visits[species]}.{number}"
            )
    return titles
