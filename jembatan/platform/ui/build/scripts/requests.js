// What a page asks by itself says so: toasts wait for what its reader asks, or the news would take them from the next page.
export const UNASKED = { "X-Unasked": "true" };

// A request that asks for a fragment, as htmx would send it: with its headers, and with the toasts that come back.
export async function fetchFragment(url, { method = "GET", body } = {}) {
  const response = await fetch(url, {
    method,
    body,
    headers: {
      "HX-Request": "true",
      "HX-Current-URL": location.href,
      ...(method === "GET" ? {} : { "X-CSRFToken": csrfToken() }),
    },
  });
  announceEvents(response.headers.get("HX-Trigger"));
  const elsewhere = response.headers.get("HX-Redirect");
  if (elsewhere) location.assign(elsewhere);
  return { status: response.status, ok: response.ok, redirected: Boolean(elsewhere), html: await response.text() };
}

export function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

function announceEvents(header) {
  if (!header) return;
  for (const [name, detail] of Object.entries(JSON.parse(header))) {
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
