"""The reasons of closures a new site begins with. Staff change them and add their own.

Whoever changes one here puts its former words into `FORMER_REASONS` (`test_shipped` insists): then
`update_shipped_texts` renews it on sites that are there already, where the staff has left it as it was. What parties
are told of a walk called off (`bookings.models.CancelReason`) is interface text and needs none of this.
"""

# Code and kind; the name in English, Russian and Chinese; the prepared sentence in the same order.
FIRST_REASONS = (
    (
        "fire",
        ("fire danger", "пожарная опасность", "森林火险"),
        (
            "The forest may burn. Do not enter it, and make no fire anywhere.",
            "Высока опасность лесного пожара. Не заходите в лес и нигде не разводите огонь.",
            "林区火险高。请勿进入，任何地方都不要用火。",
        ),
    ),
    (
        "flood",
        ("high water", "паводок", "洪水"),
        (
            "Streams are high. Fords and bridges cannot be crossed safely.",
            "Вода в ручьях поднялась. Броды и мосты переходить опасно.",
            "溪水上涨，涉水处和桥梁均无法安全通过。",
        ),
    ),
    (
        "typhoon",
        ("typhoon", "тайфун", "台风"),
        (
            "Strong wind and rain are expected; trees may fall.",
            "Ожидаются сильный ветер и дождь, возможно падение деревьев.",
            "预计有强风大雨，树木可能倒伏。",
        ),
    ),
    (
        "predator",
        ("a big cat is near", "рядом большая кошка", "附近有大猫活动"),
        (
            "A tiger or leopard stays near the path. We leave it in peace until it has moved on.",
            "Рядом с тропой держится тигр или леопард. Не будем его тревожить, пока он не уйдёт.",
            "步道附近有虎豹停留。在其离开之前，我们不去打扰。",
        ),
    ),
    (
        "border",
        ("border service regime", "режим пограничной службы", "边防管控"),
        (
            "By order of the border service nobody may enter for the time.",
            "По распоряжению пограничной службы вход временно закрыт для всех.",
            "按边防部门要求，暂时禁止任何人进入。",
        ),
    ),
    (
        "works",
        ("works on the trail", "работы на тропе", "步道施工"),
        ("The path is being repaired.", "Тропу ремонтируют.", "步道正在维修。"),
    ),
    ("other", ("other reason", "другая причина", "其他原因"), ("", "", "")),
)

# What was shipped before: code, names and sentences as above.
FORMER_REASONS: tuple[tuple[str, tuple[str, str, str], tuple[str, str, str]], ...] = ()

COLUMNS = ("en", "ru", "zh_hans")


def columns_of(names: tuple[str, ...], phrases: tuple[str, ...]) -> dict[str, str]:
    """Return the texts of a reason by column."""
    return {
        f"{field}_{column}": text
        for field, texts in (("name", names), ("phrase", phrases))
        for column, text in zip(COLUMNS, texts, strict=True)
    }
