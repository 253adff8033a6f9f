"""By what an animal is told from others on a picture; one that is not here by the marks or the lead of its page."""

from django.utils.translation import gettext_lazy as _

from content.base.facts import fact_text
from content.base.formats import sentences
from content.reserve.models import Species

FIELD_MARKS = {
    "amur-leopard": _(
        "Black rosettes all over a pale coat, and a long, spotted tail: a leopard. A lynx has a stub for "
        "a tail, a tiger has stripes."
    ),
    "amur-tiger": _(
        "Stripes from the shoulder to the ringed tail, and a body heavier than anything else that walks here: a tiger."
    ),
    "eurasian-lynx": _(
        "Long legs, tufts on the ears and a short tail with a black tip: a lynx. Its spots are small and "
        "never form rosettes."
    ),
    "asiatic-black-bear": _(
        "Black, with large round ears and a pale crescent on the chest: an Asiatic black bear. A brown "
        "bear has a hump over the shoulders and no crescent."
    ),
    "red-fox": _(
        "A narrow muzzle, dark stockings and a bushy tail with a white tip: a fox. A raccoon dog is low "
        "and round and wears a mask."
    ),
    "raccoon-dog": _(
        "Low and shaggy, short legs, a dark mask over the eyes: a raccoon dog. A badger wears its "
        "stripes along the face."
    ),
    "asian-badger": _(
        "A low, wide body and dark stripes that run through the eyes along the face: a badger."
    ),
    "sika-deer": _(
        "White spots in summer, a pale patch under the tail, and branched antlers on a stag: a sika "
        "deer. A roe deer is smaller and has no spots when grown."
    ),
    "siberian-roe-deer": _(
        "Slender, with large ears, no tail to be seen and no spots: a roe deer. A sika deer is heavier "
        "and spotted in summer."
    ),
    "wild-boar": _(
        "A heavy front, a long snout near the ground and a crest of bristles: a wild boar."
    ),
    "manchurian-hare": _(
        "Long hind legs, and ears shorter than one expects of a hare: a Manchurian hare. It stays brown in winter."
    ),
}


def field_marks(species: Species) -> str:
    """Return by what a species is known on a picture, in the reader's language."""
    own = str(FIELD_MARKS.get(species.slug, ""))
    marks = fact_text(species, "marks").text.split("\n")
    return own or sentences(*filter(None, marks)) or fact_text(species, "lead").text
