"""A reader without a mouse: presses keys only, and looks after each Tab where the focus went."""

from playwright.sync_api import Locator, Page

MOST_TABS = 160

# What a sighted reader must see of the element that has the focus: a ring, and the element itself; of an invisible
# choice its label stands for it, or the drawing of a switch right after it.
_FOCUS = """(wanted) => {
  const element = document.activeElement;
  if (!element || element === document.body) return { wrong: "" };
  const style = (one) => getComputedStyle(one);
  const stand = style(element).opacity === "0" ? element.labels?.[0] : null;
  const place = stand ?? element.closest("label, summary") ?? element;
  const boxes = [...place.getClientRects()];
  const box = boxes.find((one) => one.width && one.height) ?? place.getBoundingClientRect();
  const ringed = (one) => style(one).outlineStyle !== "none" && parseFloat(style(one).outlineWidth) >= 2;
  const drawing = stand && element.nextElementSibling;
  let ring = drawing && ringed(drawing) ? drawing : stand ?? element;
  while (ring && !ringed(ring)) ring = ring.parentElement;
  const isInside = box.bottom > 1 && box.right > 1 && box.top < innerHeight - 1 && box.left < innerWidth - 1;
  const seen = (from, to, most) => Math.min(most - 1, Math.max(1, (Math.max(0, from) + Math.min(most, to)) / 2));
  const over = isInside
    ? document.elementFromPoint(seen(box.left, box.right, innerWidth), seen(box.top, box.bottom, innerHeight)) : null;
  const isCovered = over && !place.contains(over) && !over.contains(place);
  const name = element.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
  const cover = isCovered ? `under ${over.outerHTML.slice(0, 80)}` : "";
  const wrong = !ring ? "no ring" : !isInside ? "out of sight" : cover;
  return { wrong: wrong && `${wrong}: ${name}`, isWanted: element === wanted, at: name };
}"""


class Hands:
    """Keys on a page; what a reader could not see on the way is kept in `complaints`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def go_to(self, target: Locator, *, back: bool = False) -> None:
        """Press Tab until the target has the focus."""
        wanted = target.element_handle()
        for _ in range(MOST_TABS):
            self.press("Shift+Tab" if back else "Tab")
            focus = self.page.evaluate(_FOCUS, wanted)
            if focus["wrong"] and focus["wrong"] not in self.complaints:
                self.complaints.append(focus["wrong"])
            if focus.get("isWanted"):
                return
        raise AssertionError(f"Tab does not come to {target}; it is at {focus.get('at')}")

    def follow(self, target: Locator) -> None:
        """Go to a link or button and press Enter on it."""
        self.go_to(target)
        self.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        """Go to a field and type over what is in it."""
        self.go_to(target)
        self.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)
