"""Turning a body of sample texts (see the files in `texts/`) into the raw data of a StreamField."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from content.demo.loading.texts import LANGUAGES, address, linked

_STRUCTURAL_KEYS = {"type", *LANGUAGES}


def stream_data(body: list[dict], key: str, picture_pk: Callable[[str], int | None]) -> list[dict]:
    """Return the blocks of a body in one language key; blocks not written in it are left out."""
    return [
        {"type": block["type"], "value": _value(block, key, picture_pk)}
        for block in body
        if _is_written(block, key)
    ]


def _is_written(block: dict, key: str) -> bool:
    has_texts = any(language in block for language in LANGUAGES)
    return key in block or not has_texts


def _value(block: dict, key: str, picture_pk: Callable[[str], int | None]) -> Any:
    code = LANGUAGES[key]
    if block["type"] == "text":
        return linked(block[key]["html"], code)
    shared = {name: value for name, value in block.items() if name not in _STRUCTURAL_KEYS}
    value = {**shared, **block.get(key, {})}
    if not value:
        return None
    if block["type"] == "figure":
        value["image"] = picture_pk(value["image"])
    return _linked_deeply(value, code)


def _linked_deeply(value: Any, code: str) -> Any:
    if isinstance(value, dict):
        result = {name: _linked_deeply(inner, code) for name, inner in value.items()}
        if "link" in result:
            result["url"] = address(result.pop("link"), code)
        return result
    if isinstance(value, list):
        return [_list_item(_linked_deeply(inner, code)) for inner in value]
    return linked(value, code) if isinstance(value, str) else value


def _list_item(value: Any) -> dict:
    """Return an item as Wagtail stores it: what has no identifier is not offered to translators."""
    return {"type": "item", "id": str(uuid4()), "value": value}
