// Toasts: put into a live region so that they are heard, gone after ten seconds unless someone looks at them.
const LIFE = 10_000;
const region = document.getElementById("toasts");

export function showToast(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const toast of [...holder.content.children]) {
    region.prepend(toast);
    window.htmx?.process(toast);
    live(toast);
  }
}

// The sentences that script may need are in the document, translated: <template id="note-failed">.
export function showNote(name) {
  const note = document.getElementById(`note-${name}`);
  if (region && note) showToast(note.innerHTML);
}

document.addEventListener("toast", ({ detail }) => showToast(detail.html));
document.addEventListener("click", ({ target }) => target.closest("[data-toast-close]")?.closest(".toast").remove());

// Those that came with the page are put in again, since a live region speaks of changes only.
if (region?.children.length) {
  const waiting = region.innerHTML;
  region.replaceChildren();
  soon(() => showToast(waiting));
}

// With the next frame, or a quarter of a second later where none is drawn; a page that is not in sight waits until it is.
function soon(deed) {
  let done = false;
  const once = () => {
    if (!done) deed();
    done = true;
  };
  requestAnimationFrame(once);
  if (!document.hidden) setTimeout(once, 250);
}

function live(toast) {
  let timer;
  const start = () => (timer = setTimeout(() => toast.remove(), LIFE));
  const pause = () => clearTimeout(timer);
  for (const looking of ["mouseenter", "focusin"]) toast.addEventListener(looking, pause);
  for (const away of ["mouseleave", "focusout"]) toast.addEventListener(away, start);
  start();
}
