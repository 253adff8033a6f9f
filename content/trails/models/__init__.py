from content.trails.models.access import Suitability, Surface
from content.trails.models.closures import Closure, ClosureEffect, ClosureState
from content.trails.models.entry import Asked, EntryRule, EntryZone, LeadKind, NationalityGroup
from content.trails.models.pages import TrailIndexPage, TrailPage
from content.trails.models.pictures import TrailPicture
from content.trails.models.points import PointKind, PointOfInterest
from content.trails.models.reasons import ClosureReason, ReasonKind
from content.trails.models.trails import Difficulty, Guide, RouteType, Trail

__all__ = [
    "Asked",
    "Closure",
    "ClosureEffect",
    "ClosureReason",
    "ClosureState",
    "Difficulty",
    "EntryRule",
    "EntryZone",
    "Guide",
    "LeadKind",
    "NationalityGroup",
    "PointKind",
    "PointOfInterest",
    "ReasonKind",
    "RouteType",
    "Suitability",
    "Surface",
    "Trail",
    "TrailIndexPage",
    "TrailPage",
    "TrailPicture",
]
