/** Draw one party: who, how to reach them, which papers, where they are, and what a ranger can say of them. */
import { mayLeave, standing, whereabouts } from "./rule.js";

export const words = JSON.parse(document.getElementById("ranger-words").textContent);

const heard = (party, waiting) => [...party.words, ...waiting.filter((note) => note.booking === party.id)];

export function stateOf(party, waiting) {
  return whereabouts(heard(party, waiting), party.awaits_papers ? 0 : party.size);
}

export function drawParty(party, walk, waiting) {
  const line = document.querySelector("template[data-party]").content.cloneNode(true).firstElementChild;
  const find = (name) => line.querySelector(`[data-${name}]`);
  const state = stateOf(party, waiting);
  line.id = party.reference;
  line.dataset.booking = party.id;
  find("name").textContent = party.name || party.reference;
  find("people").textContent = party.party;
  addReach(find("line"), party);
  addPapers(find("line"), party);
  if (state) addState(line, find("now"), state, party);
  if (state?.isDisputed) addDispute(find("dispute"), heard(party, waiting), walk);
  showSteps(line, party, walk, state, heard(party, waiting));
  return line;
}

function addReach(place, party) {
  place.append(`${party.reference} · ${party.language}`);
  if (!party.telephone) return;
  const link = document.createElement("a");
  link.href = `tel:${party.phone}`;
  link.textContent = party.telephone;
  place.append(" · ", link);
}

function addPapers(place, party) {
  const lines = party.awaits_papers ? [words["awaits-papers"], ...party.papers] : party.papers;
  const drawn = [...party.persons.map((text) => told(text, "party__person")), ...lines.map((text) => told(text, "party__papers"))];
  place.after(...drawn);
}

function told(text, name) {
  const line = document.createElement("p");
  line.className = name;
  line.textContent = text;
  return line;
}

function addState(line, place, state, party) {
  line.classList.add(`party--${state.state}`);
  place.hidden = false;
  const people = words.of.replace("{people}", state.people).replace("{size}", party.size);
  place.textContent = state.people ? `${words[state.state]} · ${people}` : words[state.state];
  if (state.onTrail > 0 && state.onTrail < state.people) {
    place.textContent += ` · ${words["on-trail"].replace("{out}", state.onTrail)}`;
  }
}

function addDispute(place, all, walk) {
  const [intro, list] = [document.createElement("p"), document.createElement("ul")];
  intro.textContent = words.disputed;
  for (const word of standing(all)) {
    const item = document.createElement("li");
    const people = word.people ? ` (${word.people})` : "";
    item.textContent = `${clock(word.at, walk.time_zone)} · ${word.by || words.me} · ${words[word.kind]}${people}`;
    list.append(item);
  }
  place.hidden = false;
  place.append(intro, list);
}

export function clock(at, timeZone) {
  return new Date(at).toLocaleTimeString(document.documentElement.lang, { timeZone, hour: "2-digit", minute: "2-digit" });
}

function showSteps(line, party, walk, state, all) {
  const isOpen = walk.is_open && !party.awaits_papers;
  const now = !state || state.isDisputed ? "gate" : state.onTrail > 0 ? "trail" : "done";
  for (const steps of line.querySelectorAll("[data-steps]")) {
    const isUndo = steps.dataset.steps === "done" && Boolean(state?.isDisputed);
    steps.hidden = !isOpen || (steps.dataset.steps !== now && !isUndo);
  }
  offer(line.querySelector("[data-came]"), party.size);
  offer(line.querySelector("[data-gone]"), Math.max(1, state?.onTrail ?? 1));
  line.querySelector('[data-say="back"]').dataset.people = mayLeave("back", all, party.size);
}

function offer(select, most) {
  for (let number = most; number > 0; number -= 1) select.append(new Option(number, number));
}

/** Return how many people a pressed button speaks of. */
export function spokenOf(button) {
  const line = button.closest(".party");
  switch (button.dataset.say) {
    case "arrived":
      return Number(line.querySelector("[data-came]").value);
    case "back":
      return Number(button.dataset.people);
    case "turned-back":
    case "left":
      return Number(line.querySelector("[data-gone]").value);
    default:
      return 0;
  }
}
