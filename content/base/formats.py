"""Dates, times, numbers, units and money as each language writes them (CLDR, by Babel)."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale, dates, lists, numbers, units
from django.utils.translation import get_language

BABEL_LOCALES = {"en": "en_GB", "ru": "ru_RU", "zh-hans": "zh_Hans_CN"}
UNITS = {
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "%": "concentr-percent",
    "km2": "area-square-kilometer",
    "ha": "area-hectare",
    "min": "duration-minute",
    "h": "duration-hour",
    "day": "duration-day",
    "C": "temperature-celsius",
    "mm": "length-millimeter",
}
CHINESE_MONEY = {"CNY": "元", "RUB": "卢布"}


def babel_locale(language: str | None = None) -> Locale:
    """Return Babel's locale for one of the site's languages; the active one by default."""
    return Locale.parse(BABEL_LOCALES.get(language or get_language() or "en", "en_GB"))


def format_date(value: date, style: str = "long") -> str:
    """Write a date: `long` (16 May 2024), `medium`, `full` (with weekday) or a CLDR skeleton such as yMMMM."""
    locale = babel_locale()
    if style in {"short", "medium", "long", "full"}:
        text = dates.format_date(value, style, locale=locale)
    else:
        text = dates.format_skeleton(style, value, locale=locale)
    # Russian keeps the day with its month: 16 мая does not break over two lines.
    return re.sub(r"(?<=\d) (?=[а-я])", "\u00a0", text) if _is_russian() else text


def format_time(value: datetime | time, zone: str) -> str:
    """Write a clock time in the named IANA zone."""
    return dates.format_time(value, "short", tzinfo=ZoneInfo(zone), locale=babel_locale())


def format_clock(value: time) -> str:
    """Write a clock time that belongs to no day."""
    return dates.format_time(value, "short", locale=babel_locale())


def local(value: datetime, zone: str) -> datetime:
    """Return an aware datetime in the named IANA zone."""
    return value.astimezone(ZoneInfo(zone))


def format_number(value: int | float | Decimal, digits: int | None = None) -> str:
    """Write a number with the language's separators; `digits` fixes the decimals."""
    pattern = _number_pattern(value)
    if digits is not None:
        pattern = pattern.replace(".###", "." + "0" * digits if digits else "")
    return numbers.format_decimal(value, format=pattern, locale=babel_locale())


def format_unit(value: int | float | Decimal, unit: str) -> str:
    """Write a quantity with its short unit; `unit` is a key of UNITS."""
    text = units.format_unit(
        value, UNITS[unit], length="short", format=_number_pattern(value), locale=babel_locale()
    )
    return text.replace(" ", "\u00a0") if _is_russian() else text  # a number keeps its unit


def _number_pattern(value: int | float | Decimal) -> str:
    """Return the pattern of a number.

    Chinese running text does not part the thousands (GB/T 15835), Russian parts five digits and more.
    """
    runs_on = _is_chinese() or (_is_russian() and abs(value) < 10_000)
    return "0.###" if runs_on else "#,##0.###"


def format_duration(minutes: int) -> str:
    """Write a walking time such as 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    parts = [format_unit(hours, "h")] if hours else []
    if rest or not hours:
        parts.append(format_unit(rest, "min"))
    return ("" if _is_chinese() else " ").join(parts)


def format_money(value: Decimal | float, currency: str) -> str:
    """Write an amount of RUB or CNY; whole amounts without decimals."""
    locale = babel_locale()
    if locale.language == "zh" and currency in CHINESE_MONEY:  # the unit stands behind: 50元
        return format_number(value, None if value == int(value) else 2) + CHINESE_MONEY[currency]
    if value == int(value):
        pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
        text = numbers.format_currency(value, currency, pattern, locale, currency_digits=False)
    else:
        text = numbers.format_currency(value, currency, locale=locale)
    if locale.language == "ru":
        text = text.replace("CN¥", "¥")  # no Latin letters in a Russian price
    # CLDR's spacing between a code of letters and the amount (RUB 200), which Babel leaves out.
    return re.sub(r"(?<=[A-Za-z])(?=\d)", "\u00a0", text)


def format_list(items: list[str]) -> str:
    """Join words as the language does: a, b and c."""
    return lists.format_list([str(item) for item in items], locale=babel_locale())


def enumeration(items: list[str]) -> str:
    """Join names by commas alone, as they may hold an “and”; in Russian only the first keeps its capital."""
    names = [str(item) for item in items]
    if _is_russian():
        names[1:] = [name[:1].lower() + name[1:] for name in names[1:]]
    return ("、" if _is_chinese() else ", ").join(names)


def between(low: object, high: object) -> str:
    """Write a span of numbers with the dash of the language: 8–12, in Chinese 8—12."""
    return f"{low}{'—' if _is_chinese() else '–'}{high}"


def sentences(*texts: str) -> str:
    """Put whole sentences one after another; Chinese has no space between them."""
    return ("" if _is_chinese() else " ").join(text for text in texts if text)


def comma() -> str:
    """Return a comma with its space, as the language writes it."""
    return "，" if _is_chinese() else ", "


def semicolon() -> str:
    """Return a semicolon with its space, as the language writes it."""
    return "；" if _is_chinese() else "; "


def dash() -> str:
    """Return a dash with its spaces, as the language parts a title from the site's name."""
    return " — " if _is_russian() else " – "


def colon_after(label: str) -> str:
    """Return what parts a label from its value: a colon, unless the label ends a sentence."""
    if str(label).rstrip().endswith(tuple(".?!:。？！：")):
        return "" if _is_chinese() else " "
    return "：" if _is_chinese() else ": "


def in_brackets(text: str) -> str:
    """Put words behind others in brackets, with the space before them where the language has one."""
    return f"（{text}）" if _is_chinese() else f" ({text})"


def month_name(month: int, width: str = "wide") -> str:
    """Return the stand-alone name of a month (1–12); in Chinese with a figure: 5月, narrow 5."""
    if _is_chinese() and width != "narrow":
        width = "abbreviated"
    return babel_locale().months["stand-alone"][width][month]


def _is_russian() -> bool:
    return babel_locale().language == "ru"


def _is_chinese() -> bool:
    return babel_locale().language == "zh"
