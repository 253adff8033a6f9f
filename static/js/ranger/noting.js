/** Animals and incidents met on the way: two short forms under each walk, and what has been noted there so far. */
import { clock, words } from "./party.js";

/** Fill in the animals that may be chosen; show what the server has and what this telephone still has to send. */
export function drawNoting(place, walk, waiting, species) {
  const choice = place.querySelector("select[name=species]");
  choice.append(...species.map(([slug, name]) => new Option(name, slug)));
  place.hidden = !walk.is_open;
  const mine = waiting.filter((note) => note.departure === walk.id);
  const sent = new Set(walk.noted.map((note) => note.id));
  const lines = [
    ...walk.noted.map((note) => entry(`${note.time} · ${note.text} · ${note.by}`)),
    ...mine.filter((note) => !sent.has(note.id)).map((note) => unsent(note, walk)),
  ];
  const list = place.querySelector("[data-noted]");
  list.hidden = lines.length === 0;
  list.replaceChildren(...lines);
}

function entry(text) {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}

function unsent(note, walk) {
  const line = entry(`${clock(note.at, walk.time_zone)} · ${note.label} · ${words["to-send"]}`);
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "button button--quiet";
  remove.textContent = words.remove;
  remove.dataset.remove = note.id;
  line.append(" ", remove);
  return line;
}

/** Return what a filled-in form says, ready to be kept; its label is for the eyes of this telephone alone. */
export function noteOf(form, owner) {
  const fields = new FormData(form);
  const kind = form.dataset.kind;
  const said = Object.fromEntries(fields);
  if (kind === "animal") said.count = Number(said.count);
  const chosen = [...form.querySelectorAll("select")].map((select) => select.selectedOptions[0].textContent);
  const label = kind === "animal" ? [...chosen, said.count] : chosen;
  return {
    id: crypto.randomUUID(),
    departure: Number(form.closest(".walk").dataset.departure),
    reference: form.closest(".walk").querySelector("h3").textContent,
    kind,
    said,
    label: label.join(" · "),
    at: new Date().toISOString(),
    owner,
  };
}

const keyOf = (form) => `${form.closest(".walk").dataset.departure} ${form.dataset.kind}`;

/** Return what stands in the forms, sent or not, so that a list drawn anew can take it up. */
export function begunNotes(place) {
  const forms = [...place.querySelectorAll("[data-kind]")];
  return new Map(forms.map((form) => [keyOf(form), Object.fromEntries(new FormData(form))]));
}

export function takeUp(place, begun) {
  for (const form of place.querySelectorAll("[data-kind]")) {
    for (const [name, value] of Object.entries(begun.get(keyOf(form)) ?? {})) form.elements[name].value = value;
  }
}
