"""One component of the style guide in its states."""

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True)
class Specimen:
    """One component in one or more states. `states` are the inputs its template is given, one dict a state."""

    name: str | Promise
    component: str
    states: list[dict] = field(default_factory=lambda: [{}])
    is_row: bool = False
