"""Where the animals stand in every frame of the plan."""

from dataclasses import dataclass

STEPS = (0.0, 1.0, 0.1, 0.92)  # of the leg swing; halfway the legs would hide each other


@dataclass(frozen=True)
class Figure:
    """One animal: x of its middle as a part of the width, metres from the lens, pose."""

    x: float
    z: float = 4.6
    step: float = 0.0
    nod: float = 0.0
    size: float = 1.0
    antlers: bool = True  # or, of a boar, tusks
    who: int = 0  # 0 the first animal of the sequence, 1 the second …


@dataclass(frozen=True)
class Shot:
    """The seed of the first animal's coat, and its figures frame by frame."""

    seed: int
    frames: tuple[tuple[Figure, ...], ...]


def walk(seed: int, z: float, xs, nods=(0, 0, 0, 0), **pose) -> Shot:
    """Let one animal walk through the positions `xs`."""
    return Shot(
        seed,
        tuple((Figure(x, z, STEPS[k % 4], nods[k], **pose),) for k, x in enumerate(xs)),
    )


SHOTS: dict[str, Shot] = {
    "leopard-snow-1": walk(3, 4.7, (0.10, 0.38, 0.64, 0.96), (2, -2, 0, 0)),
    "leopard-snow-2": walk(21, 4.3, (0.97, 0.52, 0.31), (0, 4, 0)),
    "tiger-snow-1": walk(8, 4.7, (0.98, 0.70, 0.36, 0.05), (0, 0, 10, 0)),
    "tiger-snow-2": walk(14, 5.8, (0.12, 0.46, 0.76), (3, 0, 2)),
    "sika-snow-1": Shot(31, (
        (Figure(0.32, 5.0),),
        (Figure(0.08, 5.5, 0.1, antlers=False, who=1, size=0.9), Figure(0.66, 5.0, 1.0)),
        (Figure(0.50, 5.5, 1.0, antlers=False, who=1, size=0.9), Figure(0.99, 5.0, 0.1)),
    )),
    "boar-snow-1": Shot(5, (
        (Figure(0.68, 4.5),),
        (Figure(0.82, 5.6, 1.0, who=1, size=0.78, antlers=False), Figure(0.36, 4.5, 1.0, 9)),
        (Figure(0.50, 5.6, 0.1, 6, who=1, size=0.78, antlers=False),
         Figure(0.84, 5.2, 1.0, who=2, size=0.7, antlers=False),
         Figure(0.02, 4.5, 0.1, 4)),
    )),
    "roe-snow-1": Shot(44, (
        (Figure(0.58, 4.9, antlers=False),),
        (Figure(0.46, 4.9, 1.0, -3, antlers=False),),
    )),
    "lynx-snow-1": walk(17, 4.3, (0.34, 0.76), (0, 4)),
    "fox-snow-1": walk(29, 4.2, (0.64, 0.33), (4, 0)),
    "leopard-leaves-1": walk(37, 4.5, (0.03, 0.52, 0.95), (0, 2, 0)),
    "leopard-leaves-2": walk(52, 4.9, (0.72, 0.52, 0.30, 0.05), (0, 0, 9, 0)),
    "tiger-leaves-1": walk(66, 4.6, (0.03, 0.50, 0.95), (0, 3, 0)),
    "sika-leaves-1": walk(32, 4.9, (0.97, 0.64, 0.31), (0, -3, 0)),
    "boar-leaves-1": Shot(15, (
        (Figure(0.30, 4.6),),
        (Figure(0.10, 5.3, 1.0, who=1, size=0.62, antlers=False), Figure(0.56, 4.6, 1.0, 9)),
        (Figure(0.48, 5.3, 0.1, 5, who=1, size=0.62, antlers=False), Figure(0.97, 4.6, 0.1)),
    )),
    "bear-leaves-1": walk(61, 4.5, (0.97, 0.54, 0.34), (0, 2, 10)),
    "raccoon-dog-leaves-1": walk(6, 4.2, (0.33, 0.68), (3, 10)),
    "badger-leaves-1": walk(77, 4.1, (0.68, 0.32), (0, 7)),
    "hare-leaves-1": Shot(83, ((Figure(0.49, 4.4),), (Figure(0.64, 4.2, nod=3),))),
    "leopard-green-1": walk(91, 4.8, (0.94, 0.50, 0.05), (0, 3, 0)),
    "tiger-green-1": walk(101, 4.9, (0.32, 0.62, 0.95), (0, 2, 0)),
    "tiger-green-2": walk(103, 5.5, (0.95, 0.50, 0.30), (0, 0, 9)),
    "sika-green-1": Shot(107, (
        (Figure(0.68, 5.0, antlers=False),),
        (Figure(0.50, 5.0, 1.0, 46, antlers=False),),
        (Figure(0.96, 5.6, 0.1, antlers=False, who=1, size=0.95),
         Figure(0.32, 5.0, 0.1, antlers=False)),
    )),
    "roe-green-1": walk(109, 4.8, (0.05, 0.46, 0.71), (0, -2, 0)),
    "bear-green-1": walk(113, 4.8, (0.14, 0.50, 0.76), (0, 7, 0)),
    "raccoon-dog-green-1": walk(127, 4.3, (0.57, 0.27), (2, 9)),
    "badger-green-1": walk(131, 4.2, (0.30, 0.72), (5, 0)),
    "fox-green-1": walk(137, 4.4, (0.33, 0.76), (0, 3)),
}  # fmt: skip
