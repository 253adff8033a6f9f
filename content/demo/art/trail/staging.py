"""Set an animal on its station: pose, place on the sloping ground, feet."""

import numpy as np

from ..footage import Sequence, individuals
from .cast import ROLES, fur_of
from .gaits import held, looking, standing, walking
from .skeleton import Pose
from .stations import STATIONS
from .subject import Stand, Subject
from .tracks import GAITS
from .visits import Figure

SINK = {"fallen leaves": 0.026, "summer grass": 0.016}
FEET = ("fore_toes_L", "fore_toes_R", "hind_toes_L", "hind_toes_R")
CATS = ("amur-leopard", "amur-tiger", "eurasian-lynx")
LOW_HEADED = ("red-fox", "raccoon-dog", "asian-badger", "wild-boar", "asiatic-black-bear")


def role_of(sequence: Sequence, figure: Figure) -> str:
    """Return which body an animal has."""
    return sequence.species + (" hind" if figure.hind else "")


def coat_seed(sequence: Sequence, figure: Figure, seed: int) -> int:
    """Return the seed of the coat: the individual's own, or the visit's."""
    return individuals().get((sequence.id, figure.who), seed + 1000 * len(figure.who))


def is_winter(sequence: Sequence) -> bool:
    """Return whether animals wear their winter coat."""
    first = 10 if sequence.species == "sika-deer" else 11
    return sequence.ground == "snow" or sequence.month >= first or sequence.month <= 3


def pose_of(figure: Figure, role: str) -> Pose:
    """Return the pose of a figure."""
    if figure.pose == "sit":
        pose = Pose()
    elif figure.pose == "stand":
        pose = standing()
    else:
        move = ROLES[role]
        pose = walking(figure.phase, move.stride, move.lift, figure.pose == "trot")
    if figure.pose == "sniff":
        long_neck = "deer" in role
        held(pose, neck=(0, -0.75 if long_neck else -0.42, 0), nape=(0, -0.55 if long_neck else -0.30, 0),
             head=(0, -0.15, 0), chest=(0, -0.06, 0))  # fmt: skip
    elif role in LOW_HEADED:
        held(pose, neck=(0, -0.10, 0), nape=(0, -0.06, 0))
    elif role in CATS:
        held(pose, neck=(0, -0.11, 0), nape=(0, -0.06, 0), head=(0, 0.10, 0))
    curl = 0.10 * np.sin(2 * np.pi * figure.phase)
    held(pose, tail1=(curl, 0, 0), tail2=(curl, 0, 0), tail4=(curl, 0.12, 0), tail5=(0, 0.2, 0))
    return looking(pose, np.radians(figure.look), np.radians(figure.nod))


def staged(sequence: Sequence, figure: Figure, seed: int) -> Subject:
    """Return the animal where it stands, its length along the slope of the ground."""
    station = STATIONS[sequence.station]
    role = role_of(sequence, figure)
    fur = fur_of(role, coat_seed(sequence, figure, seed), is_winter(sequence))
    turn = np.radians(figure.heading)
    ahead = 0.4 * figure.size
    way = np.array([np.cos(turn), np.sin(turn)])
    front, back = (
        float(station.height(figure.x + sign * ahead * way[0], figure.y + sign * ahead * way[1]))
        for sign in (1, -1)
    )
    deep = SINK.get(sequence.ground) or GAITS[sequence.species].sink
    sink = deep * min(1, figure.size + 0.2)
    pitch = float(np.clip(np.arctan2(front - back, 2 * ahead), -0.11, 0.11))
    stand = Stand(figure.x, figure.y, turn, (front + back) / 2 - sink, figure.size, pitch)
    return Subject(fur, pose_of(figure, role), stand, 1.28 if figure.who == "cub" else 1.0)


def feet_of(subject: Subject) -> tuple[np.ndarray, np.ndarray]:
    """Return where the feet are, and how firmly each stands (0: lifted)."""
    body = subject.fur.skin.body
    places = np.array(
        [(subject.matrices[body.index(n)] @ np.array([*body.joints[n], 1.0]))[:3] for n in FEET]
    )
    return places, np.clip(1 - (places[:, 2] - subject.stand.ground - 0.05) / 0.1, 0, 1)
