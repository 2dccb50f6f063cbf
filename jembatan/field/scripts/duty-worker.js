// Opens the pages of a duty without a network: the page itself, and the files that it is made of. What it shows is not kept here.
const CACHE = "duty-1";
const PATIENCE = 4_000;
const HOME = new URL("./", self.location).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", ({ data }) => {
  if (data.keep) caches.open(CACHE).then((cache) => data.keep.forEach((address) => keep(cache, address)));
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    if (pathname === HOME || pathname.startsWith(`${HOME}at/`)) event.respondWith(page());
  } else if (pathname.includes("/static/")) event.respondWith(file(event.request));
});

// What is pushed says as much as anybody may read on a locked screen; what it is about is fetched when it is opened.
self.addEventListener("push", (event) => {
  const { text, tag, address } = event.data?.json() ?? {};
  if (text) event.waitUntil(show(text, tag, address));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

async function show(text, tag, address) {
  const icon = new URL("static/ui/icon-192.png", new URL("../", self.location)).href;
  await self.registration.showNotification(text, { tag, renotify: true, icon, badge: icon, data: address });
  for (const page of await pages()) page.postMessage("news");
}

async function open(address) {
  const [page] = address ? [] : await pages();
  if (!page) return self.clients.openWindow(address || HOME);
  page.postMessage("news");
  return page.focus();
}

async function pages() {
  const found = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return found.filter(({ url }) => new URL(url).pathname.startsWith(HOME));
}

// Every page of a duty is the same one. A scan does not wait for a network that does not answer.
async function page() {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(HOME, { signal: AbortSignal.timeout(PATIENCE), credentials: "same-origin" });
    if (response.ok) await cache.put(HOME, response.clone());
    return response;
  } catch {
    return (await cache.match(HOME)) ?? Response.error();
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  });
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
}

async function keep(cache, address) {
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    if (response.ok) await cache.put(new URL(address, self.location).href, response);
  } catch {
    // Without a network what was kept before stays.
  }
}
