"""A small schools section: one programme, one unit, and lessons as a test needs them."""

from content.schools.models import (
    Alignment,
    Framework,
    LessonPage,
    ProgrammePage,
    SchoolsIndexPage,
    StandardNode,
    Subject,
    UnitPage,
)

TITLES = {"en": "Whose coat is it?", "ru": "Чья это шуба?", "zh-hans": "这是谁的外衣？"}
GOALS = {"en": "Name four cats.", "ru": "Назвать четырёх кошек.", "zh-hans": "说出四种猫科动物。"}


def subject(slug: str = "biology") -> Subject:
    names = {"name_en": slug.title(), "name_ru": f"Предмет {slug}", "name_zh_hans": f"学科{slug}"}
    return Subject.objects.get_or_create(slug=slug, defaults=names)[0]


def standard(code: str = "3-LS4-2") -> StandardNode:
    framework, _made = Framework.objects.get_or_create(
        code="NGSS",
        defaults={
            "country": "US",
            "edition": "2013",
            "lang": "en",
            "title_en": "NGSS (USA)",
            "title_ru": "NGSS (США)",
            "title_zh_hans": "NGSS（美国）",
        },
    )
    return StandardNode.objects.get_or_create(
        framework=framework,
        code=code,
        defaults={"grade_min": 3, "grade_max": 3, "text": "Explain.", "gloss_en": "Explain it."},
    )[0]


def step(minutes: int, *, optional: bool = False, title: str = "Look") -> dict:
    value = {
        "phase": "explore",
        "minutes": minutes,
        "optional": optional,
        "title": title,
        "teacher": "Ask.",
        "pupils": "Answer.",
    }
    return {"type": "step", "value": value}


def plan(code: str = "en", *, steps: list[dict] | None = None, without: tuple = ()) -> list[dict]:
    word = {
        "term_en": "coat",
        "term_ru": "шуба",
        "term_zh_hans": "毛皮",
        "meaning": "what it wears",
    }
    parts = [
        {"type": "objectives", "value": [GOALS[code]]},
        {"type": "materials", "value": ["Pencils"]},
        {"type": "vocabulary", "value": [word]},
        *(steps if steps is not None else [step(15), step(25), step(10, optional=True)]),
        {"type": "background", "value": "<p>A <b>leopard</b> has rosettes.</p>"},
        {"type": "safety", "value": ["Keep together."]},
        {"type": "assessment", "value": ["Three of four are right."]},
        {"type": "home_version", "value": "Do it at home."},
        {"type": "sources", "value": [{"date": "2024-05-16", "text": "A source."}]},
    ]
    return [part for part in parts if part["type"] not in without]


def sheet() -> list[dict]:
    key = {"answer": "SECRET-ANSWER", "comment": "Accept others."}
    return [
        {"type": "question", "value": {"prompt": "Why?", "lines": 2, "key": key}},
        {
            "type": "table",
            "value": {
                "prompt": "Fill in.",
                "columns": ["", "Cat"],
                "rows": [["1", ""]],
                "key": key,
            },
        },
        {
            "type": "choice",
            "value": {"prompt": "Choose.", "choose": "one", "options": ["a", "b"], "key": key},
        },
        {"type": "draw", "value": {"prompt": "Draw.", "height_cm": 4, "key": key}},
        {
            "type": "match",
            "value": {"prompt": "Join.", "left": ["l1", "l2"], "right": ["r1", "r2"], "key": key},
        },
        {"type": "numbers", "value": {"prompt": "Count.", "items": ["2 + 2 ="], "key": key}},
        {"type": "text", "value": {"prompt": "Read.", "text": "<p>Words.</p>", "key": key}},
    ]


def section(home_pages: dict) -> dict[str, dict]:
    """Make index, programme and unit in all three languages; return them by name and language."""
    made: dict[str, dict] = {"index": {}, "programme": {}, "unit": {}}
    for code, home in home_pages.items():
        parent = home
        for name, model, fields in [
            ("index", SchoolsIndexPage, {"slug": "schools"}),
            ("programme", ProgrammePage, {"slug": "cats", "age_min": 7, "age_max": 11}),
            ("unit", UnitPage, {"slug": "four-cats"}),
        ]:
            page = model(title=f"{name} {code}", locale=home.locale, **fields)
            if made[name]:
                page.translation_key = made[name]["en"].translation_key
            parent.add_child(instance=page)
            made[name][code] = parent = page
    return made


def lesson(unit: UnitPage, *, original: LessonPage | None = None, **fields) -> LessonPage:
    """Make a published lesson below a unit, in the language of the unit."""
    code = unit.locale.language_code
    values = {
        "title": TITLES[code],
        "slug": "whose-coat",
        "summary": f"Summary {code}",
        "age_min": 7,
        "age_max": 9,
        "minutes": 40,
        "setting": "indoor",
        "group_min": 6,
        "group_max": 32,
        "body": plan(code),
        "sheet": sheet(),
        "subjects": [subject()],
        "alignments": [Alignment(node=standard(), relation="teaches", why_en="It fits.")],
        **fields,
    }
    page = LessonPage(locale=unit.locale)
    for name, value in values.items():
        setattr(page, name, value)
    if original:
        page.translation_key = original.translation_key
    unit.add_child(instance=page)
    page.save_revision().publish()
    return LessonPage.objects.get(pk=page.pk)
