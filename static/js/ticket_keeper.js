/** Show a kept ticket where its booking cannot be reached. Nothing else of a booking is ever kept (see keep_ticket.js). */
const PATIENCE = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || new URL(url).origin !== self.location.origin) return;
  if (mode === "navigate") event.respondWith(liveOrKept(event.request));
  else if (/\.(css|js)$/.test(new URL(url).pathname)) event.respondWith(fileOf(event.request));
});

/** Return the caches of tickets whose walk is not over; the others are forgotten. */
async function tickets() {
  const names = (await caches.keys()).filter((name) => name.startsWith("ticket-"));
  const isOver = (name) => Number(name.split("-").at(-1)) < Date.now();
  await Promise.all(names.filter(isOver).map((name) => caches.delete(name)));
  return names.filter((name) => !isOver(name));
}

async function liveOrKept(request) {
  const page = await keptPage(new URL(request.url));
  if (!page) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(page.clone()), PATIENCE));
  return Promise.race([fetch(request).catch(() => page.clone()), late]);
}

/** Return the kept page of the booking an address belongs to: its number and its secret are the same. */
async function keptPage(address) {
  for (const name of await tickets()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = new URL(request.url).pathname;
      if (kept.endsWith("/kept/") && address.pathname.startsWith(kept.replace(/kept\/$/, ""))) return cache.match(request);
    }
  }
  return undefined;
}

async function fileOf(request) {
  try {
    return await fetch(request);
  } catch {
    for (const name of await tickets()) {
      const kept = await (await caches.open(name)).match(request, { ignoreSearch: true });
      if (kept) return kept;
    }
    return Response.error();
  }
}
