"""The words of the sample pictures: text alternatives and captions by media key."""

from content.demo.loading.texts import TEXTS_DIR, read_texts


def picture_words() -> dict[str, dict]:
    """Return media key → {"alt": {en, ru, zh}, "caption": {en, ru, zh}, "focus": [x, y]}."""
    words: dict[str, dict] = {}
    if (TEXTS_DIR / "banners.toml").exists():
        for banner in read_texts("banners")["banners"]:
            words[f"banners/{banner['key']}"] = {"alt": banner["alt"], "focus": banner["focus"]}
    if (TEXTS_DIR / "species.toml").exists():
        for species in read_texts("species")["species"]:
            if "portrait" in species:
                words[f"portraits/{species['slug']}"] = species["portrait"]
    if (TEXTS_DIR / "galleries.toml").exists():
        galleries = read_texts("galleries")
        for frame in galleries.get("frames", []):
            words[f"frames/{frame['id']}"] = {"alt": frame["alt"]}
    return words
