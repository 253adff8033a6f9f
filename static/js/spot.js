/** The game without waiting: number keys, a closer look, and results that stay on this device.

    Without this every answer is a button of a form and every picture is a picture. Keys are taken only while the
    focus is on the page itself or within the game, and never from a field. */
const KEPT = "spot-the-cat";
const MOST_ROUNDS = 200;

export function spotGame(root) {
  for (const game of root.querySelectorAll("[data-spot]")) {
    game.addEventListener("keydown", (event) => answerByKey(game, event));
    (game.querySelector("#answer") || game.querySelector("#play")).focus({ preventScroll: true });
  }
  for (const figure of root.querySelectorAll("[data-closer]")) lookCloser(figure);
  for (const result of root.querySelectorAll("[data-spot-result]")) keep(result.dataset);
  for (const device of root.querySelectorAll("[data-spot-device]")) tell(device);
}

function answerByKey(game, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const button = game.querySelector(`[data-spot-option="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

function lookCloser(figure) {
  const glass = figure.firstElementChild;
  if (!glass.querySelector("img")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "spot__closer";
  button.textContent = figure.dataset.closer;
  button.setAttribute("aria-pressed", "false");
  glass.append(button);
  button.addEventListener("click", () => enlarge(glass, button, 5));
  glass.querySelector("img").addEventListener("click", (event) => enlarge(glass, button, placeOf(glass, event)));
}

/** Number the nine parts of a picture like the keys of a telephone. */
function placeOf(glass, event) {
  const box = glass.getBoundingClientRect();
  const third = (share) => Math.min(2, Math.max(0, Math.floor(share * 3)));
  return 1 + third((event.clientX - box.left) / box.width) + 3 * third((event.clientY - box.top) / box.height);
}

function enlarge(glass, button, place) {
  const isNear = !glass.classList.contains("spot__glass--near");
  for (let number = 0; number < 10; number += 1) glass.classList.toggle(`spot__near-${number}`, number === place);
  glass.classList.toggle("spot__glass--near", isNear);
  button.setAttribute("aria-pressed", String(isNear));
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch {
    return {}; // nothing may be kept here, or something else stands there
  }
}

function keep({ round, right, total }) {
  const rounds = { ...kept(), [round]: [Number(right), Number(total)] };
  try {
    localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(Object.entries(rounds).slice(-MOST_ROUNDS))));
  } catch {
    /* a device that keeps nothing plays as well */
  }
}

function tell(device) {
  const results = Object.values(kept());
  if (!results.length) return;
  const [right, total] = results.reduce((best, one) => (one[0] / one[1] > best[0] / best[1] ? one : best));
  const told = device.querySelector("[data-spot-told]");
  told.textContent = told.dataset.text.replace("{rounds}", results.length).replace("{best}", `${right}/${total}`);
  device.hidden = false;
  device.querySelector("[data-spot-forget]").addEventListener("click", () => {
    localStorage.removeItem(KEPT);
    device.hidden = true;
  });
}
