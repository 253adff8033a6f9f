/** Draw the walks of the list, day by day, from the templates of the page. */
import { drawNoting } from "./noting.js";
import { drawParty, stateOf, words } from "./party.js";

const days = JSON.parse(document.getElementById("ranger-days").textContent);

/** Show a list; `meant` says whether a party is looked for, `waiting` are the notes not sent yet. */
export function drawWalks(place, sheet, waiting, meant) {
  const drawn = ["0", "1", "-1"].flatMap((day) => drawDay(day, sheet, waiting, meant));
  if (drawn.length === 0) drawn.push(saying(meant ? words["nobody-found"] : words["no-walks"]));
  place.replaceChildren(...drawn);
}

function drawDay(day, sheet, waiting, meant) {
  const walks = sheet.walks
    .filter((walk) => String(walk.day) === day)
    .map((walk) => ({ ...walk, parties: walk.parties.filter(meant ?? (() => true)) }))
    .filter((walk) => !meant || walk.parties.length > 0);
  if (walks.length === 0) return [];
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  heading.textContent = days[day];
  section.append(heading, ...walks.map((walk) => drawWalk(walk, waiting, sheet.species ?? [])));
  return [section];
}

function drawWalk(walk, waiting, species) {
  const article = document.querySelector("template[data-walk]").content.cloneNode(true).firstElementChild;
  const find = (name) => article.querySelector(`[data-${name}]`);
  article.dataset.departure = walk.id;
  const facts = { trail: "trail", when: "when", meeting: "meeting_point", note: "note", guides: "guides", ends: "ends" };
  for (const [name, field] of Object.entries(facts)) fill(find(name), walk[field]);
  fill(find("office"), walk.office, telephone);
  for (const [label, number] of walk.emergency) addNumber(article.querySelector("dl"), label, number);
  const states = walk.parties.map((party) => stateOf(party, waiting));
  find("count").textContent = countText(walk, states);
  const out = states.some((state) => state?.onTrail > 0);
  if (out && new Date(walk.overdue_from) <= new Date()) alarm(article, find("alarm"), walk);
  const list = article.querySelector("ul");
  list.replaceChildren(...walk.parties.map((party) => drawParty(party, walk, waiting)));
  if (walk.parties.length === 0) list.replaceWith(saying(words["nobody-booked"]));
  drawNoting(find("noting"), { noted: [], ...walk }, waiting, species);
  return article;
}

function countText(walk, states) {
  const sum = (name) => states.reduce((total, state) => total + (state?.[name] ?? 0), 0);
  const booked = walk.parties.reduce((total, party) => total + party.size, 0);
  const text = walk.day > 0 ? words.expected : words.count;
  return text.replace("{came}", sum("people")).replace("{booked}", booked).replace("{out}", sum("onTrail"));
}

function alarm(article, place, walk) {
  article.classList.add("walk--overdue");
  place.hidden = false;
  place.textContent = words.overdue.replace("{time}", walk.ends);
}

function fill(place, text, make = (plain) => plain) {
  if (text) return place.replaceChildren(make(text));
  if (place.tagName === "DD") place.previousElementSibling.remove();
  return place.remove();
}

function addNumber(list, label, number) {
  const [term, value] = [document.createElement("dt"), document.createElement("dd")];
  term.textContent = label;
  value.append(telephone(number));
  list.append(term, value);
}

export function telephone(number, text = number) {
  const link = document.createElement("a");
  link.href = `tel:${number}`;
  link.textContent = text;
  return link;
}

function saying(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}
