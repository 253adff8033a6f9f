/** Keep the page of the sheet and its files, so that it opens without a signal. Nobody's data pass through here.

    `KEPT` stands before this text: the page, its files, and a version that changes with any of them. */
const CACHE = `ranger-${KEPT.version}`;

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));

/** Fetch everything anew; led to the page for signing in, the worker stays as it was. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const fresh = { cache: "reload", redirect: "error" };
  await cache.addAll([KEPT.shell, ...KEPT.files].map((address) => new Request(address, fresh)));
}

async function dropOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith("ranger-") && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    if (address.pathname === KEPT.shell) event.respondWith(kept(event.request));
    else if (address.pathname === KEPT.scope) event.respondWith(liveOrSheet(event.request));
  } else if (KEPT.files.includes(address.pathname)) {
    event.respondWith(kept(event.request));
  }
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function liveOrSheet(request) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(CACHE);
    return (await cache.match(KEPT.shell)) ?? Response.error();
  }
}
