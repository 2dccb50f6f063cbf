// Keeps podiums that were opened, so that they open again without a network; asks the network first, always.
// A podium that the desk does not give out any more (signed out, over, moved) is forgotten at once.
const CACHE = "podium";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", ({ data }) => {
  if (data.keep) caches.open(CACHE).then((cache) => data.keep.forEach((address) => keep(cache, address)));
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && pathname.endsWith("/podium/")) event.respondWith(page(event.request));
  else if (pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    else await cache.delete(request.url);
    return response;
  } catch {
    const kept = await cache.match(request.url);
    if (kept && !isOver(kept)) return kept;
    await cache.delete(request.url);
    return Response.error();
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}

async function keep(cache, address) {
  try {
    const response = await fetch(address, { headers: { "X-Unasked": "true" } }); // Toasts are for whoever looks.
    if (response.ok) await cache.put(address, response);
  } catch {
    // Without a network what was kept before stays.
  }
}

function isOver(response) {
  const until = Date.parse(response.headers.get("X-Holds-Until") ?? "");
  return Number.isFinite(until) && until < Date.now();
}
