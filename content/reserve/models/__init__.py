from content.reserve.models.areas import ProtectedArea
from content.reserve.models.contact import ContactMessage, ContactPage
from content.reserve.models.fire import FireDanger, FireLevel
from content.reserve.models.holidays import DayKind, Holiday
from content.reserve.models.methods import CountMethod
from content.reserve.models.pages import AreaPage, HomePage, ReserveIndexPage, WildlifeIndexPage
from content.reserve.models.population import PopulationFigure
from content.reserve.models.sides import EmergencyNumber, Side
from content.reserve.models.species import Species

__all__ = [
    "AreaPage",
    "ContactMessage",
    "ContactPage",
    "CountMethod",
    "DayKind",
    "EmergencyNumber",
    "FireDanger",
    "FireLevel",
    "Holiday",
    "HomePage",
    "PopulationFigure",
    "ProtectedArea",
    "ReserveIndexPage",
    "Side",
    "Species",
    "WildlifeIndexPage",
]
