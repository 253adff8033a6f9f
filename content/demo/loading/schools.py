"""The schools section: subjects, standards, programmes, units, lessons and their files."""

from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, columns, in_language, linked, read_texts
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
from content.schools.services import make_files

FOLDER = "schools"
TASK_SHARED = ("lines", "height_cm", "choose")


def load(sample: Sample) -> None:
    """Load the whole section. What exists is left as it is; missing files are made."""
    texts = read_texts(f"{FOLDER}/programmes")
    _load_facts(texts)
    sample.ensure_pages(SchoolsIndexPage, FOLDER, read_texts(f"{FOLDER}/index"), in_menu=True)
    paths: dict[str, str] = {}  # slug of a unit → its path
    for record in sorted(texts["programmes"], key=lambda one: one["order"]):
        _load_programme(sample, record)
    for record in sorted(texts["units"], key=lambda one: one["order"]):
        paths[record["slug"]] = f"{FOLDER}/{record['programme']}/{record['slug']}"
        sample.ensure_pages(UnitPage, paths[record["slug"]], record)
    lessons: list[LessonPage] = []
    for unit in texts["units"]:
        for slug in unit["lessons"]:
            lessons += _load_lesson(sample, f"{paths[unit['slug']]}/{slug}", slug)
    make_files(
        LessonPage.objects.filter(pk__in=[one.pk for one in lessons]).select_related("locale")
    )


def _load_facts(texts: dict) -> None:
    for order, record in enumerate(texts["subjects"]):
        Subject.objects.get_or_create(
            slug=record["slug"], defaults={"order": order, **columns(record, "name")}
        )
    for order, record in enumerate(texts["frameworks"]):
        Framework.objects.get_or_create(
            code=record["code"],
            defaults={
                "country": record["country"],
                "edition": record["edition"],
                "lang": LANGUAGES[record["lang"]],
                "url": record["url"],
                "order": order,
                **columns(record, "title", "note"),
            },
        )
    frameworks = {framework.code: framework for framework in Framework.objects.all()}
    for record in texts["nodes"]:
        StandardNode.objects.get_or_create(
            framework=frameworks[record["framework"]],
            code=record["code"],
            defaults={
                "grade_min": record["grade_min"],
                "grade_max": record["grade_max"],
                "text": record["text"],
                **columns(record, "gloss"),
            },
        )


def _subjects(record: dict) -> list[Subject]:
    return list(Subject.objects.filter(slug__in=record["subjects"]))


def _load_programme(sample: Sample, record: dict) -> None:
    def fields(key: str) -> dict:
        return {
            "age_min": record["age_min"],
            "age_max": record["age_max"],
            "audience": in_language(record, "audience", key),
            "subjects": _subjects(record),
        }

    sample.ensure_pages(ProgrammePage, f"{FOLDER}/{record['slug']}", record, fields=fields)


def _load_lesson(sample: Sample, path: str, slug: str) -> list[LessonPage]:
    record = read_texts(f"{FOLDER}/lesson-{slug}")

    def fields(key: str) -> dict:
        smallest, largest = record["group_size"]
        return {
            "age_min": record["age_min"],
            "age_max": record["age_max"],
            "minutes": record["minutes"],
            "setting": record["setting"],
            "season": record["season"],
            "group_min": smallest,
            "group_max": largest,
            "subjects": _subjects(record),
            "body": _plan(record, key),
            "sheet_title": in_language(record["sheet"], "title", key),
            "sheet_intro": in_language(record["sheet"], "intro", key),
            "sheet": _tasks(record, key),
            "alignments": _alignments(record),
        }

    return list(sample.ensure_pages(LessonPage, path, record, fields=fields).values())


def _plan(record: dict, key: str) -> list[dict]:
    """Return the parts of a lesson plan as raw StreamField data."""
    code = LANGUAGES[key]
    parts = [
        ("objectives", record["objectives"][key]),
        ("materials", record["materials"][key]),
        ("vocabulary", [_word(word, key) for word in record["vocabulary"]]),
        *[("step", _step(step, key)) for step in record["steps"]],
        ("background", linked(in_language(record, "background", key), code)),
        ("safety", record.get("safety", {}).get(key, [])),
        ("assessment", record["assessment"][key]),
        ("home_version", in_language(record, "home_version", key)),
        ("extension", in_language(record, "extension", key)),
        (
            "sources",
            [
                {"date": source["date"], "text": source["text"][key]}
                for source in record.get("sources", [])
            ],
        ),
    ]
    return [{"type": name, "value": value} for name, value in parts if value]


def _word(word: dict, key: str) -> dict[str, str]:
    terms = {f"term_{code.replace('-', '_')}": word["term"][k] for k, code in LANGUAGES.items()}
    return {**terms, "meaning": word["meaning"][key]}


def _step(step: dict, key: str) -> dict:
    shared = {
        "phase": step["phase"],
        "minutes": step["minutes"],
        "optional": step.get("optional", False),
    }
    return {**shared, **step[key]}


def _tasks(record: dict, key: str) -> list[dict]:
    """Return the tasks of the pupil sheet, each with its answer, as raw StreamField data."""
    answers = {answer["task"]: answer[key] for answer in record["key"]["answers"]}
    tasks = []
    for task in record["sheet"]["tasks"]:
        shared = {name: task[name] for name in TASK_SHARED if name in task}
        value = {**shared, **task[key], "key": answers.get(task["id"], {})}
        tasks.append({"type": task["kind"], "value": value})
    return tasks


def _alignments(record: dict) -> list[Alignment]:
    nodes = {node.code: node for node in StandardNode.objects.all()}
    return [
        Alignment(
            node=nodes[one["node"]],
            relation=one["relation"],
            sort_order=order,
            **columns(one, "why"),
        )
        for order, one in enumerate(record["alignments"])
    ]
