"""Which browser on which device a session belongs to, said in three words out of the long name a browser sends."""

from django.utils.translation import gettext as _

# The first that fits wins: many browsers also call themselves Chrome or Safari.
BROWSERS = (
    ("YaBrowser/", "Yandex"),
    ("MicroMessenger/", "WeChat"),
    ("QQBrowser/", "QQ"),
    ("HuaweiBrowser/", "Huawei"),
    ("MiuiBrowser/", "Mi"),
    ("SamsungBrowser/", "Samsung"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("HarmonyOS", "HarmonyOS"),
    ("OpenHarmony", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Return words such as “Firefox · Windows”."""
    found = [_first(names, user_agent) for names in (BROWSERS, SYSTEMS)]
    return " · ".join(name for name in found if name) or _("Unknown device")


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in names if sign in user_agent), "")
