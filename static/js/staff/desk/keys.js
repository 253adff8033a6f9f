/** Keys press the buttons, links and boxes that carry them, by their place on the keyboard: alike in every layout. */
const TYPED = "input:not([type=checkbox], [type=radio]), textarea, select";

/** `current()` is the frame that is looked at; its buttons come before those of the whole desk. */
export function listen(desk, current, moves) {
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.(TYPED)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const move = event.key === "?" ? moves["?"] : moves[event.code];
    const find = (where) => where?.querySelector(`[data-key="${event.code}"]`);
    const pressed = event.key === "?" ? null : (find(current()) ?? find(desk));
    if (!move && !pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // the frame of the screen has keys of its own
    if (move) move();
    else pressed.click();
  };
  addEventListener("keydown", press, { capture: true });
}
