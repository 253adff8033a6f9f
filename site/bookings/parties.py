"""The small typed values that verbs take."""

from dataclasses import dataclass

from bookings.models import ActorKind, Booking


@dataclass(frozen=True)
class Party:
    """How many come, and with the passports of which `NationalityGroup`s; asked only where an entry rule needs it."""

    adults: int
    children: int = 0
    groups: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return self.adults + self.children


def party_of(booking: Booking) -> Party:
    """Return who comes with a booking."""
    return Party(booking.adults, booking.children, tuple(booking.nationality_groups))


@dataclass(frozen=True)
class Contact:
    """Whom to reach; `phone` in E.164 or empty."""

    name: str
    email: str
    phone: str = ""


@dataclass(frozen=True)
class ConsentGiven:
    """Which text a visitor agreed to, and for which `ConsentPurpose`."""

    version: str
    text_hash: str
    language: str
    purpose: str = "booking"


@dataclass(frozen=True)
class Actor:
    """Who does something. `name` is a member of staff's user name, never a visitor's."""

    kind: ActorKind
    name: str = ""


VISITOR = Actor(ActorKind.VISITOR)
SYSTEM = Actor(ActorKind.SYSTEM)


def staff_actor(user) -> Actor:
    """Return the actor for a signed-in member of staff."""
    return Actor(ActorKind.STAFF, user.get_username())
