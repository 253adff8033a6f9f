/** Marks all visits of a pile at once, and a row of them with the shift key. */
const form = document.querySelector("[data-marks]");
const all = form?.querySelector("[data-mark-all]");
const boxes = [...(form?.querySelectorAll("[name=of]") ?? [])];
let last = null;

if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const wanted = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = wanted;
  });
}

form?.addEventListener("click", (event) => {
  if (event.target.name !== "of") return;
  if (event.shiftKey && last) {
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
    for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
  }
  last = event.target;
});
