/** Keep a ticket on this device for where there is no signal, when its owner asks for it, until the walk is over.

    A ticket is a cache of its own, named after the booking and the moment it is to be forgotten. */
const PREFIX = "ticket-";

export function keepTickets(root) {
  if (!("caches" in window) || !navigator.serviceWorker) return;
  forgetOld();
  for (const box of root.querySelectorAll("[data-keep]")) prepare(box);
}

/** Forget the tickets of walks that are over, on whatever page their owner comes by. */
async function forgetOld() {
  for (const name of await ticketNames()) {
    if (Number(name.split("-").at(-1)) < Date.now()) await caches.delete(name);
  }
}

const ticketNames = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const ownName = (box) => `${PREFIX}${box.dataset.keep}-${box.dataset.until}`;

async function prepare(box) {
  const [keep, remove] = [box.querySelector("[data-do]"), box.querySelector("[data-undo]")];
  keep.addEventListener("click", () => act(box, keepOne));
  remove.addEventListener("click", () => act(box, removeOne));
  await show(box);
  box.hidden = false;
}

async function act(box, deed) {
  try {
    await deed(box);
    await show(box);
  } catch {
    box.querySelector("[role=status]").textContent = box.dataset.failed;
  }
}

async function show(box) {
  const isKept = await caches.has(ownName(box));
  box.querySelector("[data-do]").hidden = isKept;
  box.querySelector("[data-undo]").hidden = !isKept;
  box.querySelector("[role=status]").textContent = isKept ? box.dataset.kept : "";
}

async function keepOne(box) {
  const { page, style, script } = box.dataset;
  const requests = [page, style, script].map((address) => new Request(address, { cache: "reload", redirect: "error" }));
  const answers = await Promise.all(requests.map((request) => fetch(request)));
  if (!answers.every((answer) => answer.ok)) throw new Error("not all of it came");
  const registration = await navigator.serviceWorker.register(box.dataset.worker, { scope: box.dataset.scope });
  const cache = await caches.open(ownName(box));
  await Promise.all(requests.map((request, at) => cache.put(request.url, answers[at])));
  await registration.update().catch(() => {});
}

async function removeOne(box) {
  for (const name of await ticketNames()) {
    if (name.startsWith(`${PREFIX}${box.dataset.keep}-`)) await caches.delete(name);
  }
  if ((await ticketNames()).length > 0) return;
  const registration = await navigator.serviceWorker.getRegistration(box.dataset.scope);
  await registration?.unregister();
}
