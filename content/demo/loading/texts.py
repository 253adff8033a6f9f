"""Reading the sample texts: TOML files whose language keys are `en`, `ru` and `zh`."""

import re
import tomllib
from functools import cache
from pathlib import Path

DEMO_DIR = Path(__file__).resolve().parent.parent
TEXTS_DIR = DEMO_DIR / "texts"
MEDIA_DIR = DEMO_DIR / "media"
LANGUAGES = {"en": "en", "ru": "ru", "zh": "zh-hans"}  # key in the texts → code on the site
_INTERNAL_LINK = re.compile(r'href="page:([^"#]*)(#[^"]*)?"')


@cache
def read_texts(name: str) -> dict:
    """Return one file of sample texts, such as `species` or `schools/programmes`."""
    return tomllib.loads((TEXTS_DIR / f"{name}.toml").read_text(encoding="utf-8"))


def columns(record: dict, *names: str) -> dict[str, str]:
    """Return the column values of translated fields: {"name_en": …, "name_zh_hans": …}.

    A list of lines becomes one text, a line each.
    """
    values = {}
    for name in names:
        for key, code in LANGUAGES.items():
            value = record.get(name, {}).get(key, "")
            column = f"{name}_{code.replace('-', '_')}"
            values[column] = "\n".join(value) if isinstance(value, list) else value.strip()
    return values


def in_language(record: dict, name: str, key: str) -> str:
    """Return one text of a record in one language key (`zh`, not `zh-hans`); empty when there is none."""
    value = record.get(name, "")
    return value.get(key, "") if isinstance(value, dict) else value


def address(target: str, code: str) -> str:
    """Return the site address of `page:PATH[#fragment]` in one language."""
    path, hash_mark, fragment = target.removeprefix("page:").partition("#")
    path = path.strip("/")
    return f"/{code}/{path}/{hash_mark}{fragment}" if path else f"/{code}/{hash_mark}{fragment}"


def linked(html: str, code: str) -> str:
    """Return HTML with `page:…` links led to this language of the site."""
    return _INTERNAL_LINK.sub(
        lambda match: f'href="{address(match[1] + (match[2] or ""), code)}"', html.strip()
    )
