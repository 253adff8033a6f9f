"""Every species that can be drawn, by slug."""

from .cats import AMUR_LEOPARD, AMUR_TIGER, EURASIAN_LYNX
from .hoofed import SIBERIAN_ROE_DEER, SIKA_DEER, WILD_BOAR
from .others import ASIAN_BADGER, ASIATIC_BLACK_BEAR, MANCHURIAN_HARE, RACCOON_DOG, RED_FOX
from .shape import Shape

SHAPES: dict[str, Shape] = {
    shape.slug: shape
    for shape in (
        AMUR_LEOPARD,
        AMUR_TIGER,
        EURASIAN_LYNX,
        SIKA_DEER,
        SIBERIAN_ROE_DEER,
        WILD_BOAR,
        ASIATIC_BLACK_BEAR,
        RACCOON_DOG,
        ASIAN_BADGER,
        RED_FOX,
        MANCHURIAN_HARE,
    )
}
