// Which colleagues are at the conversations of the list, in every row, whenever it was loaded: asked when somebody has come, and
// every twenty seconds, since nobody tells when a page is closed.
const { others: address } = document.querySelector("[data-others]").dataset;
const EVERY = 20_000;

setInterval(look, EVERY);
document.addEventListener("live", ({ detail }) => detail.topic === "presence" && look());
document.addEventListener("htmx:after:swap", look);

async function look() {
  if (document.hidden) return;
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of document.querySelectorAll("[data-others] [id^=others-]")) {
    const now = fresh.getElementById(place.id);
    if (place.innerHTML.trim() !== (now?.innerHTML.trim() ?? "")) place.replaceChildren(...(now?.childNodes ?? []));
  }
}
