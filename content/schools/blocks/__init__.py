"""The blocks a lesson is made of: the plan's parts in one file, the pupil sheet's tasks in another."""

from content.schools.blocks.plan import PlanBlock
from content.schools.blocks.tasks import SheetBlock

__all__ = ["PlanBlock", "SheetBlock"]
