"""The light of a visit: infrared flash, or the daylight of its season and weather."""

from dataclasses import replace
from functools import cache

from .light import FLASH, Light
from .stations import STATIONS, stems_of

SNOW_DAY = Light(False, sun=(-0.72, -0.42, 0.50), sunlight=(1.50, 1.38, 1.20), sky=(0.315, 0.37, 0.455),
                 bounce=(0.26, 0.30, 0.37), haze=(0.52, 0.57, 0.63), above=(1.7, 1.76, 1.84), thick=150,
                 dapple=0.35)  # fmt: skip
LEAF_DAY = Light(False, sun=(0.62, -0.40, 0.66), sunlight=(2.05, 1.80, 1.45), sky=(0.335, 0.36, 0.385),
                 bounce=(0.11, 0.095, 0.08), haze=(0.46, 0.47, 0.48), above=(2.3, 2.3, 2.35), thick=170,
                 dapple=0.78, closed=0.35)  # fmt: skip
GREEN_DAY = Light(False, sun=(-0.40, 0.30, 0.85), sunlight=(3.5, 3.2, 2.65), sky=(0.33, 0.38, 0.345),
                  bounce=(0.11, 0.14, 0.08), haze=(0.36, 0.43, 0.33), above=(2.9, 3.0, 2.95), thick=190,
                  dapple=0.95, closed=0.55)  # fmt: skip
GREY_DAY = Light(False, sun=(0, -0.3, 0.95), sunlight=(0.20, 0.20, 0.20), sky=(0.42, 0.445, 0.46),
                 bounce=(0.14, 0.13, 0.11), haze=(0.46, 0.48, 0.49), above=(1.1, 1.15, 1.18), thick=20,
                 dapple=0.2)  # fmt: skip
FOG_DAY = Light(False, sun=(0, -0.3, 0.95), sunlight=(0.12, 0.12, 0.12), sky=(0.50, 0.53, 0.55),
                bounce=(0.18, 0.17, 0.15), haze=(0.50, 0.525, 0.54), above=(0.62, 0.65, 0.67), thick=8.0,
                dapple=0.1)  # fmt: skip
DAYLIGHT = {"snow": SNOW_DAY, "fallen leaves": LEAF_DAY, "summer grass": GREEN_DAY}


@cache
def light_of(station: str, camera: str, ground: str, weather: str) -> Light:
    """Return the light of a visit, with the trunks of its station to throw shadows."""
    if camera == "infrared":
        return FLASH
    if weather == "rain":
        return GREY_DAY
    if weather == "fog":
        return FOG_DAY
    return replace(DAYLIGHT[ground], stems=stems_of(STATIONS[station]))
