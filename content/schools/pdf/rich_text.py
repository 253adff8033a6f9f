"""Rich text as a small list of blocks: strings stay data and never become markup."""

from html.parser import HTMLParser

PARAGRAPHS = {"p": "p", "h3": "h3", "h2": "h3", "h4": "h3"}
LISTS = {"ul", "ol"}
BOLD = {"b", "strong"}
ITALIC = {"i", "em"}


def blocks_of(html: str) -> list[dict]:
    """Return the blocks of rich text: {"kind": "p"|"h3", "runs": […]} or {"kind": "ul"|"ol", "items": […]}.

    A run is {"text": …} with `bold`, `italic` and `href` where they hold. Links must lead somewhere outside
    a page already (https://…); others lose their link and keep their words.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block.get("items") or block.get("runs")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict] = []
        self._runs: list[dict] | None = None
        self._bold = self._italic = 0
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PARAGRAPHS:
            self._open({"kind": PARAGRAPHS[tag], "runs": []})
        elif tag in LISTS:
            self.blocks.append({"kind": tag, "items": []})
            self._runs = None
        elif tag == "li" and self.blocks and "items" in self.blocks[-1]:
            self._runs = []
            self.blocks[-1]["items"].append(self._runs)
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self._href = href if href.startswith(("https://", "http://")) else ""
        self._bold += tag in BOLD
        self._italic += tag in ITALIC

    def handle_endtag(self, tag: str) -> None:
        if tag in PARAGRAPHS or tag in LISTS or tag == "li":
            self._runs = None
        elif tag == "a":
            self._href = ""
        self._bold -= tag in BOLD
        self._italic -= tag in ITALIC

    def handle_data(self, data: str) -> None:
        if self._runs is None and data.strip():
            self._open({"kind": "p", "runs": []})
        self._add(data)

    def _open(self, block: dict) -> None:
        self.blocks.append(block)
        self._runs = block["runs"]

    def _add(self, text: str) -> None:
        if self._runs is None:
            return
        run: dict = {"text": text}
        if self._bold > 0:
            run["bold"] = True
        if self._italic > 0:
            run["italic"] = True
        if self._href:
            run["href"] = self._href
        self._runs.append(run)
