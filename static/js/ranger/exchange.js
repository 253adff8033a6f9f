/** Sending notes and fetching the list. Whatever goes wrong on the way, a note is dropped only when the server has it. */
import { device, dropNote, keepNote, keepSheet, notes } from "./store.js";

const PATIENCE = 20000;
const DONE = new Set(["entered", "known"]);

/** Return how it went: "fresh", "offline" or "signed-out". */
export async function exchange(addresses) {
  try {
    let sheet = await fetchSheet(addresses.data);
    const mine = (await notes()).filter((note) => note.owner === sheet.owner && !note.refused);
    if (mine.length > 0) {
      await send(addresses.words, mine, sheet.csrf);
      sheet = await fetchSheet(addresses.data);
    }
    await keepSheet(sheet);
    return "fresh";
  } catch (problem) {
    return problem instanceof SignedOut ? "signed-out" : "offline";
  }
}

class SignedOut extends Error {}

async function ask(address, options = {}) {
  const answer = await fetch(address, {
    ...options,
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) throw new SignedOut();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer.json();
}

const fetchSheet = (address) => ask(address);

async function send(address, mine, csrf) {
  const words = mine.filter((note) => note.booking).map(({ id, booking, kind, people, at, replaces }) => ({
    id, booking, kind, people, at, replaces,
  }));
  const ofWalks = mine.filter((note) => note.departure);
  const told = ofWalks.map(({ id, departure, kind, at, said }) => ({ id, departure, what: kind, at, ...said }));
  const body = JSON.stringify({ device: await device(), sent_at: new Date().toISOString(), words, notes: told });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const { verdicts } = await ask(address, { method: "POST", headers, body });
  for (const note of mine) {
    const verdict = verdicts[note.id];
    if (DONE.has(verdict)) await dropNote(note.id);
    else if (verdict) await keepNote({ ...note, refused: verdict });
  }
}
