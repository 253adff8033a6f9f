/** The sheet on the telephone: show the kept list, note what is pressed, exchange both with the server when it answers. */
import { exchange } from "./exchange.js";
import { begunNotes, noteOf, takeUp } from "./noting.js";
import { clock, spokenOf, words } from "./party.js";
import { replacedBy } from "./rule.js";
import { canScan, readPhoto, scan } from "./scanner.js";
import { dropNote, forgetSheet, keepNote, notes, tidy } from "./store.js";
import { drawWalks } from "./walk.js";

const EVERY = 60000;
const OLD = 60 * 60000;
const page = document.body;
const find = (name) => page.querySelector(`[data-${name}]`);
const box = find("find").elements.q;
let outcome = "";

async function show() {
  const sheet = await tidy();
  const all = await notes();
  const place = find("list");
  const begun = begunNotes(place);
  const open = new Set([...place.querySelectorAll("details[open]")].map(keyOf));
  if (sheet) drawWalks(place, sheet, mine(all, sheet), sought());
  else place.replaceChildren();
  for (const one of place.querySelectorAll("details")) one.open = open.has(keyOf(one));
  takeUp(place, begun);
  tell(sheet, all);
}

/** A list that draws itself anew would close the keyboard of whoever is writing. */
const showUnlessWriting = () => document.activeElement?.closest("[data-kind]") || show();

const keyOf = (details) => `${details.closest(".party")?.id ?? details.closest(".walk").dataset.departure} ${details.className}`;
const mine = (all, sheet) => all.filter((note) => note.owner === sheet.owner && !note.refused);

function sought() {
  const typed = box.value.trim();
  if (!typed) return null;
  const number = typed.toUpperCase().replace(/[- ]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const name = typed.toLocaleLowerCase();
  return (party) => party.reference === number || party.name.toLocaleLowerCase().includes(name);
}

function tell(sheet, all) {
  const told = [];
  if (outcome === "signed-out") told.push(link(words["signed-out"], page.dataset.login));
  if (outcome === "offline") told.push(words.offline);
  if (sheet && Date.now() - new Date(sheet.as_of) > OLD) told.push(words.old);
  if (!sheet && outcome && outcome !== "fresh") told.push(words.nothing);
  told.push(...refusals(all), ...ofOthers(all, sheet));
  find("told").hidden = told.length === 0;
  find("told").replaceChildren(...told.map(line));
  const count = sheet ? mine(all, sheet).length : all.length;
  const sent = count ? words.queued.replace("{count}", count) : sheet ? words["all-sent"] : "";
  find("state").textContent = [sheet && age(sheet), sent].filter(Boolean).join(" · ");
}

function age(sheet) {
  const [at, zone] = [new Date(sheet.as_of), sheet.walks[0]?.time_zone];
  const options = { timeZone: zone, day: "numeric", month: "short" };
  const day = (moment) => moment.toLocaleDateString(document.documentElement.lang, options);
  const text = day(at) === day(new Date()) ? words["as-of"] : words["as-of-day"].replace("{day}", day(at));
  return text.replace("{time}", clock(at, zone));
}

const refusals = (all) =>
  all.filter((note) => note.refused).map((note) => {
    const what = `${note.reference}, ${words[note.kind]} – ${words[note.refused] ?? note.refused}`;
    const told = line(words.refused.replace("{what}", what));
    const drop = document.createElement("button");
    drop.className = "button button--quiet";
    drop.textContent = words.dismiss;
    drop.addEventListener("click", () => dropNote(note.id).then(show));
    told.append(" ", drop);
    return told;
  });

function ofOthers(all, sheet) {
  const counts = new Map();
  for (const note of all) if (sheet && note.owner !== sheet.owner) counts.set(note.owner, (counts.get(note.owner) ?? 0) + 1);
  return [...counts].map(([name, count]) => words.others.replace("{name}", name).replace("{count}", count));
}

function line(content) {
  if (content instanceof HTMLElement && content.tagName === "P") return content;
  const told = document.createElement("p");
  told.append(content);
  return told;
}

function link(text, address) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

async function noteOfParty(button) {
  const sheet = await tidy();
  const booking = Number(button.closest(".party").dataset.booking);
  const party = sheet?.walks.flatMap((walk) => walk.parties).find((one) => one.id === booking);
  if (!party) return show();
  const known = [...party.words, ...mine(await notes(), sheet).filter((note) => note.booking === booking)];
  const kind = button.dataset.say;
  await keepNote({
    id: crypto.randomUUID(),
    booking,
    reference: party.reference,
    kind,
    people: spokenOf(button),
    replaces: replacedBy(kind, known),
    at: new Date().toISOString(),
    owner: sheet.owner,
  });
  await show();
  return refresh();
}

let running = null;

/** Exchange with the server, one exchange at a time. */
function refresh() {
  running ??= exchange({ data: page.dataset.data, words: page.dataset.words }).then((result) => {
    outcome = result;
    running = null;
    return showUnlessWriting();
  });
  return running;
}

async function noteDown(form) {
  const sheet = await tidy();
  if (sheet) await keepNote(noteOf(form, sheet.owner));
  form.reset();
  form.closest("details").open = false;
  await show();
  return refresh();
}

async function readTicket() {
  try {
    await seek(await scan(find("eye")));
  } catch {
    say(words["camera-off"]);
  }
}

async function readPhotograph(input) {
  const [photo] = input.files;
  if (!photo) return;
  try {
    const number = await readPhoto(photo, page.dataset.ticket, (await tidy())?.csrf);
    await seek(number);
    if (!number) say(words["no-code"]);
  } catch {
    say(words["no-photo"]);
  }
  input.value = "";
}

async function seek(number) {
  box.value = number;
  await show();
  if (number) find("list").querySelector(".party")?.scrollIntoView({ block: "center" });
}

function say(text) {
  find("told").hidden = false;
  find("told").replaceChildren(line(text));
}

async function forget() {
  if ((await notes()).length > 0 && !confirm(words["sign-out"])) return;
  await forgetSheet();
  location.assign(page.dataset.scope);
}

find("list").addEventListener("click", (event) => {
  const button = event.target.closest("[data-say]");
  if (button) noteOfParty(button);
  const gone = event.target.closest("[data-remove]");
  if (gone) dropNote(gone.dataset.remove).then(show);
});
find("list").addEventListener("submit", (event) => {
  event.preventDefault();
  noteDown(event.target);
});
find("find").addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", show);
find("refresh").addEventListener("click", refresh);
find("forget").addEventListener("click", forget);
find("scan").addEventListener("click", readTicket);
find("close").addEventListener("click", () => find("eye").close());
addEventListener("online", refresh);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
setInterval(refresh, EVERY);
find("photo").addEventListener("change", (event) => readPhotograph(event.target));
canScan().then((can) => {
  find("scan").hidden = !can;
  find("photo").hidden = can;
});
navigator.serviceWorker?.register(page.dataset.worker, { scope: page.dataset.scope });
navigator.storage?.persist?.();
show().then(refresh);
