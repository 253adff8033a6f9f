"""Telephone numbers as people of both countries write them, kept in the international form."""

import phonenumbers

_REGION_OF_LANGUAGE = {"ru": "RU", "zh-hans": "CN"}


def international(typed: str, language: str, side: str) -> str | None:
    """Return a number in E.164, read as local to the visitor's language, then to the trail's country; None if wrong."""
    if typed.startswith("00"):  # how most of the world dials abroad
        typed = f"+{typed[2:]}"
    for region in dict.fromkeys([_REGION_OF_LANGUAGE.get(language), side]):
        try:
            number = phonenumbers.parse(typed, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def readable(number: str) -> str:
    """Return a stored number with its usual spaces."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
