"""Where the animals of every visit are, frame by frame. What is seen stands in texts/footage.toml."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One animal in one frame: metres right and away, heading in degrees (0: to the right,
    180: to the left, -90: towards the lens), pose, phase of its stride, turn of its head."""

    x: float
    y: float
    heading: float = 0.0
    pose: str = "walk"
    phase: float = 0.0
    look: float = 0.0  # degrees to its left
    nod: float = 0.0  # degrees up
    who: str = ""  # another animal than the first: "cub", "second", "third"
    size: float = 1.0
    hind: bool = False  # without antlers
    blur: float = 3.0  # pixels moved while the shutter was open


@dataclass(frozen=True)
class Visit:
    """All frames of a visit; `seed` decides the coat of animals that are not named."""

    seed: int
    frames: tuple[tuple[Figure, ...], ...]
    weather: str = "clear"
    exposure: float = 1.0


F = Figure
VISITS = {
    "leopard-snow-1": Visit(
        1,
        (
            (F(-1.28, 3.32, -6, phase=0.10),),
            (F(-0.64, 3.24, -4, phase=0.42, look=-30),),
            (F(0.40, 3.20, -2, phase=0.80, look=-86),),
            (F(1.27, 2.38, 8, phase=0.22, blur=9),),
        ),
    ),
    "leopard-snow-2": Visit(
        2,
        (
            (F(1.80, 3.36, 186, phase=0.3),),
            (F(0.16, 3.12, 192, phase=0.62, nod=-4, look=60),),
            (F(-0.60, 3.00, 186, phase=0.05, nod=-10),),
        ),
    ),
    "tiger-snow-1": Visit(
        3,
        (
            (F(2.34, 4.17, 190, phase=0.2),),
            (F(0.89, 4.00, 188, phase=0.5, look=58),),
            (F(-0.47, 3.82, 186, pose="sniff", phase=0.8),),
            (F(-1.86, 2.95, 176, phase=0.15, blur=9),),
        ),
    ),
    "tiger-snow-2": Visit(
        4,
        (
            (F(-2.12, 4.17, -8, phase=0.35),),
            (F(0.09, 5.27, 2, phase=0.65, look=-30),),
            (F(0.72, 4.25, -10, phase=0.95, look=-45),),
        ),
    ),
    "sika-snow-1": Visit(
        5,
        (
            (F(-0.60, 4.30, -8, phase=0.15),),
            (F(0.77, 4.21, -4, phase=0.5), F(-2.15, 4.82, 4, phase=0.2, who="second", hind=True)),
            (
                F(2.06, 4.30, 4, phase=0.8),
                F(-0.09, 4.64, -6, pose="stand", look=-30, who="second", hind=True),
            ),
        ),
    ),
    "boar-snow-1": Visit(
        6,
        (
            (F(0.76, 3.53, 188, phase=0.2),),
            (
                F(-0.59, 3.36, 186, pose="sniff", phase=0.6),
                F(1.26, 4.03, 194, phase=0.3, who="second", size=0.62),
            ),
            (
                F(-1.64, 3.36, 180, phase=0.9),
                F(0.00, 3.95, 186, phase=0.55, who="second", size=0.62),
                F(1.43, 4.12, 190, phase=0.1, who="third", size=0.58),
            ),
        ),
    ),
    "roe-snow-1": Visit(
        7,
        (
            (F(0.82, 4.9, 196, pose="stand", look=30, hind=True),),
            (F(-0.08, 4.03, 188, phase=0.3, nod=8, hind=True),),
        ),
    ),
    "lynx-snow-1": Visit(
        8, ((F(-0.50, 2.86, -14, phase=0.2, look=-55),), (F(0.42, 2.77, -8, phase=0.6),))
    ),
    "fox-snow-1": Visit(
        9,
        (
            (F(0.70, 3.30, 186, pose="trot", phase=0.15),),
            (F(-0.98, 3.30, 184, pose="trot", phase=0.6),),
        ),
    ),
    "leopard-leaves-1": Visit(
        10,
        (
            (F(-1.76, 3.32, -8, phase=0.5),),
            (F(0.00, 3.20, -6, phase=0.15, look=-84),),
            (F(1.30, 2.55, 6, phase=0.7, blur=8),),
        ),
    ),
    "leopard-leaves-2": Visit(
        11,
        (
            (F(0.68, 3.36, 184, phase=0.3),),
            (F(0.08, 3.20, 188, phase=0.62, look=25),),
            (F(-0.48, 3.12, 184, pose="sniff", phase=0.9),),
            (F(-2.04, 3.95, 174, phase=0.2, blur=5),),
        ),
    ),
    "tiger-leaves-1": Visit(
        12,
        (
            (F(-2.34, 4.08, -8, phase=0.05),),
            (F(0.00, 4.00, -4, phase=0.4, look=-80),),
            (F(2.29, 4.08, 6, phase=0.75, blur=7),),
        ),
    ),
    "sika-leaves-1": Visit(
        13,
        (
            (F(2.15, 4.30, 190, phase=0.3),),
            (F(0.69, 4.21, 186, phase=0.65, look=40),),
            (F(-0.86, 4.13, 184, phase=0.0),),
        ),
    ),
    "boar-leaves-1": Visit(
        14,
        (
            (F(-0.76, 3.44, -8, phase=0.1, look=-30),),
            (
                F(0.25, 3.36, -6, pose="sniff", phase=0.5),
                F(-1.76, 3.78, 2, phase=0.3, who="second", size=0.62),
            ),
            (
                F(1.20, 2.5, 2, phase=0.8, blur=6),
                F(0.08, 3.95, -8, phase=0.6, who="second", size=0.62),
            ),
        ),
    ),
    "bear-leaves-1": Visit(
        15,
        (
            (F(1.06, 2.62, 212, phase=0.2, look=20),),
            (F(0.09, 3.44, 190, phase=0.55, look=50),),
            (F(-0.60, 3.35, 186, pose="sniff", phase=0.9),),
        ),
    ),
    "raccoon-dog-leaves-1": Visit(
        16,
        (
            (F(-0.46, 2.44, -16, phase=0.2, look=-55),),
            (F(0.50, 2.35, -8, pose="sniff", phase=0.6),),
        ),
    ),
    "badger-leaves-1": Visit(
        17,
        (
            (F(0.50, 2.44, 192, phase=0.2, look=40),),
            (F(-0.46, 2.35, 188, pose="sniff", phase=0.7),),
        ),
    ),
    "hare-leaves-1": Visit(
        18, ((F(0.04, 2.32, -18, pose="sit", look=-30),), (F(0.48, 2.28, -12, pose="sit", nod=6),))
    ),
    "leopard-green-1": Visit(
        19,
        (
            (F(1.40, 2.6, 190, phase=0.4),),
            (F(0.00, 3.12, 188, phase=0.75, look=45),),
            (F(-1.68, 3.16, 176, phase=0.1, blur=6),),
        ),
    ),
    "tiger-green-1": Visit(
        20,
        (
            (F(-1.15, 4.00, -8, phase=0.2),),
            (F(0.59, 3.91, -4, phase=0.55, look=-50),),
            (F(1.66, 3.0, 4, phase=0.9, blur=8),),
        ),
    ),
    "tiger-green-2": Visit(
        21,
        (
            (F(2.75, 5.15, 190, phase=0.1),),
            (F(0.09, 4.93, 186, phase=0.45, look=80),),
            (F(-0.68, 4.42, 186, pose="sniff", phase=0.8),),
        ),
    ),
    "sika-green-1": Visit(
        22,
        (
            (F(0.98, 4.95, 192, phase=0.2, hind=True, look=50),),
            (F(0.09, 4.21, 188, pose="sniff", phase=0.5, hind=True),),
            (
                F(-0.77, 4.13, 190, phase=0.9, hind=True),
                F(2.36, 4.64, 186, phase=0.3, who="second", hind=True),
            ),
        ),
    ),
    "roe-green-1": Visit(
        23,
        (
            (F(-1.85, 3.86, -6, phase=0.1),),
            (F(-0.04, 3.86, -8, pose="stand", look=-60),),
            (F(0.80, 3.78, -2, phase=0.7),),
        ),
    ),
    "bear-green-1": Visit(
        24,
        (
            (F(-1.02, 3.61, -24, phase=0.3, look=-40),),
            (F(0.00, 3.53, -8, phase=0.65, nod=-14),),
            (F(0.82, 3.53, -4, phase=0.95),),
        ),
    ),
    "raccoon-dog-green-1": Visit(
        25,
        (
            (F(0.50, 2.44, 194, phase=0.3, look=50),),
            (F(-0.46, 2.35, 188, pose="sniff", phase=0.8),),
        ),
    ),
    "badger-green-1": Visit(
        26, ((F(-0.46, 2.35, -14, phase=0.3),), (F(0.50, 2.31, -8, phase=0.8),))
    ),
    "fox-green-1": Visit(
        27,
        (
            (F(-0.48, 2.64, -8, pose="trot", phase=0.2, look=-50),),
            (F(0.52, 2.56, -4, pose="trot", phase=0.7),),
        ),
    ),
    "leopard-snow-3": Visit(
        28,
        (
            (F(0.45, 5.40, -112, phase=0.2, look=16),),
            (F(0.14, 3.87, -104, phase=0.55, look=16),),
            (F(-0.23, 2.61, -96, phase=0.85, look=12, nod=-6),),
        ),
        weather="snowfall",
    ),
    "leopard-leaves-3": Visit(
        29,
        (
            (F(0.96, 3.44, 206, phase=0.3),),
            (F(0.08, 2.96, 214, phase=0.65, look=15),),
            (F(-0.42, 2.64, 200, phase=0.0),),
        ),
        weather="rain",
    ),
    "leopard-green-2": Visit(
        30,
        (
            (F(-0.40, 3.36, -10, phase=0.1),),
            (F(0.48, 3.28, -8, phase=0.5), F(-1.00, 3.20, -8, phase=0.2, who="cub", size=0.5)),
            (
                F(0.72, 3.44, -2, pose="stand", look=-62),
                F(-0.08, 3.12, -20, phase=0.7, look=-30, who="cub", size=0.5),
            ),
        ),
    ),
    "tiger-leaves-2": Visit(
        31,
        (
            (F(-0.63, 7.38, -62, phase=0.3),),
            (F(-0.27, 5.58, -70, phase=0.7),),
            (F(0.27, 3.78, -78, phase=0.1, nod=-4),),
        ),
        weather="fog",
    ),
}
