/** Where a party is: the rule of `bookings/attending.py`, so that the sheet says without a signal what the server will. */
const GATE = ["arrived", "no-show"];
const EXITS = ["turned-back", "left", "back"];

export function standing(words) {
  const known = new Map(words.map((word) => [word.id, word]));
  const replaced = new Set();
  for (const word of known.values()) {
    for (const id of word.replaces) if (id !== word.id) replaced.add(id);
  }
  return [...known.values()]
    .filter((word) => !replaced.has(word.id) && word.kind !== "undone")
    .sort((a, b) => new Date(a.at) - new Date(b.at) || (a.id < b.id ? -1 : 1));
}

export function whereabouts(words, booked) {
  const alive = standing(words);
  if (alive.length === 0) return null;
  const gate = alive.filter((word) => GATE.includes(word.kind));
  const exits = alive.filter((word) => EXITS.includes(word.kind));
  const left = EXITS.map((kind) => exits.filter((word) => word.kind === kind))
    .filter((same) => same.length > 0)
    .reduce((sum, same) => sum + Math.min(...same.map((word) => word.people)), 0);
  const people = Math.max(0, ...gate.map((word) => word.people)) || left;
  const off = Math.min(left, people);
  return {
    state: stateOf(exits, people, off),
    people,
    onTrail: people - off,
    isDisputed: isDisputed(gate, exits, people, left, booked),
  };
}

function stateOf(exits, people, off) {
  if (people === 0) return "no-show";
  if (off < people) return "arrived";
  const order = (word) => EXITS.indexOf(word.kind);
  return [...exits].sort((a, b) => new Date(a.at) - new Date(b.at) || order(a) - order(b)).at(-1).kind;
}

function isDisputed(gate, exits, people, left, booked) {
  const said = (words) => new Set(words.map((word) => `${word.kind} ${word.people}`));
  const kinds = new Set(exits.map((word) => word.kind));
  return (
    said(gate).size > 1 ||
    kinds.size < said(exits).size ||
    (exits.length > 0 && gate.some((word) => word.kind === "no-show")) ||
    left > people ||
    people > booked
  );
}

/** Return the ids that a new word replaces: what it is about, as far as this device has heard of it. */
export function replacedBy(kind, words) {
  const about = GATE.includes(kind) ? GATE : kind === "undone" ? [...GATE, ...EXITS] : [kind];
  return standing(words)
    .filter((word) => about.includes(word.kind))
    .map((word) => word.id);
}

/** Return how many people may leave the trail in one way: all who came but those who left in another. */
export function mayLeave(kind, words, booked) {
  const others = standing(words).filter((word) => EXITS.includes(word.kind) && word.kind !== kind);
  const came = whereabouts(words, booked)?.people ?? 0;
  return came - others.reduce((sum, word) => sum + word.people, 0);
}
