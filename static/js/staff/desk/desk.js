/** The desk of a curator: everything is saved at once by small requests, and the next visit lies ready before it is asked
    for. Without this the same forms and links work by themselves. */
import { showCut } from "./cut.js";
import { listen } from "./keys.js";
import { Sender } from "./sender.js";

const desk = document.getElementById("desk");
const part = desk.querySelector("[data-part]");
const said = desk.querySelector("[data-said]");
const again = desk.querySelector("[data-try-again]");
const undoForm = desk.querySelector("[data-undo-form]");
const ready = new Map(); // address → HTML of a visit
let at = 0; // the frame that is looked at

const words = { saving: "saving", saved: "saved", failed: "failed", lost: "lost" };
const sender = new Sender({
  tell(state) {
    say(desk.dataset[words[state]], state);
    again.hidden = state !== "failed" && state !== "lost";
  },
  refused(reason) {
    say(reason, "refused");
    again.hidden = true;
  },
  async done(answer, press) {
    ready.clear();
    showUndo(answer.undo);
    const visit = shown();
    if (answer.go && answer.go !== visit.dataset.address) await go(answer.go);
    else if (answer.leaves) await go(visit.dataset.next || visit.dataset.list);
    else if (press.address === visit.dataset.address || answer.go) put(answer.html);
    if (!sender.isBusy || answer.leaves) say(answer.said, "saved");
  },
});
again.addEventListener("click", () => sender.again());

function say(text, state) {
  said.textContent = text;
  said.dataset.state = state;
}

function shown() {
  return part.firstElementChild;
}

function frames() {
  return [...part.querySelectorAll("[data-frame]")];
}

function current() {
  return frames()[at];
}

function look(number, { focus = true } = {}) {
  const all = frames();
  at = Math.max(0, Math.min(number, all.length - 1));
  all.forEach((frame, place) => frame.toggleAttribute("data-current", place === at));
  if (focus && all[at]) {
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  }
}

function put(html, { anew = false } = {}) {
  const large = !anew && current()?.hasAttribute("data-large");
  part.innerHTML = html;
  look(anew ? 0 : at);
  current()?.toggleAttribute("data-large", large);
  undoForm.action = shown().dataset.address;
  prepare(shown().dataset.next);
}

async function go(address, { keep = true } = {}) {
  if (!new URL(address, location.href).pathname.match(/\/\d+\/$/)) {
    location.assign(address); // nothing is left: the pile itself
    return;
  }
  const html = ready.get(address) ?? (await fetched(address));
  ready.clear();
  if (keep) history.pushState(null, "", address);
  put(html, { anew: true });
  scrollTo({ top: 0 });
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { "X-Part": "1" } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.text();
}

async function prepare(address) {
  if (!address || ready.has(address)) return;
  try {
    const html = await fetched(address);
    ready.set(address, html);
    const other = new DOMParser().parseFromString(html, "text/html");
    for (const { src, srcset, sizes } of other.images) Object.assign(new Image(), { sizes, srcset, src });
  } catch {
    // it is fetched when it is asked for
  }
}

function showUndo(text) {
  undoForm.hidden = !text;
  undoForm.querySelector("[data-undo]").textContent = text;
}

desk.addEventListener("submit", (event) => {
  event.preventDefault();
  sender.add(event.target.getAttribute("action"), new FormData(event.target, event.submitter));
});

desk.addEventListener("change", (event) => {
  const form = event.target.closest(".desk__details");
  if (form) form.requestSubmit(form.querySelector("button"));
  if (event.target.dataset.sends) event.target.form.requestSubmit(event.target.form.querySelector("[value=species]"));
  if (event.target.matches("[data-boxes]")) desk.toggleAttribute("data-no-boxes", !event.target.checked);
});

desk.addEventListener("input", (event) => {
  if (event.target.closest("[data-cut]")) showCut(event.target.closest("[data-frame]"));
});

desk.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    go(link.getAttribute("href")).catch(() => location.assign(link.href));
  }
  const frame = event.target.closest("[data-frame]");
  if (frame) look(frames().indexOf(frame), { focus: !event.target.closest("a, button, input, summary, label") });
  if (event.target.closest(".desk-frame__picture")) frame.toggleAttribute("data-large");
});

addEventListener("popstate", () => go(location.pathname + location.search, { keep: false }));

listen(desk, current, {
  ArrowLeft: () => look(at - 1),
  ArrowRight: () => look(at + 1),
  KeyZ: () => current()?.toggleAttribute("data-large"),
  KeyN: () => part.querySelector(".desk__details input")?.focus(),
  "?": () => desk.querySelector("[data-keys]").toggleAttribute("open"),
});
look(0, { focus: false });
prepare(shown().dataset.next);
