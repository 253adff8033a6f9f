from content.schools.models.facts import Framework, StandardNode, Subject
from content.schools.models.lessons import Alignment, LessonPage, Relation, Season, Setting
from content.schools.models.materials import (
    Audience,
    FileSource,
    Material,
    MaterialFile,
    Role,
)
from content.schools.models.pages import ProgrammePage, SchoolsIndexPage, UnitPage

__all__ = [
    "Alignment",
    "Audience",
    "FileSource",
    "Framework",
    "LessonPage",
    "Material",
    "MaterialFile",
    "ProgrammePage",
    "Relation",
    "Role",
    "SchoolsIndexPage",
    "Season",
    "Setting",
    "StandardNode",
    "Subject",
    "UnitPage",
]
