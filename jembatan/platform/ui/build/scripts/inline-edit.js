// [data-edit-url]: click, Enter or F2 fetches the form into place; Enter saves, Esc restores. 409 and 422 stay open.
import { fetchFragment } from "./requests.js";
import { showNote } from "./toasts.js";

// To a screen reader the value is a button.
function introduce() {
  for (const place of document.querySelectorAll("[data-edit-url]:not([role])")) place.role = "button";
}

introduce();
document.addEventListener("htmx:after:process", introduce);

document.addEventListener("click", ({ target }) => {
  const place = target.closest("[data-edit-url]");
  if (place && !target.closest("a, button")) edit(place);
});

document.addEventListener("keydown", (event) => {
  const place = event.target.closest?.("[data-edit-url]");
  if (!place) return;
  const opens = event.target === place && (event.key === "F2" || event.key === "Enter");
  if (opens) edit(place);
  else if (event.key === "Escape" && isOpen(place)) close(place, place.shown);
  else if (event.key === "Enter" && isOpen(place) && event.target.matches("textarea") && !event.shiftKey) {
    event.target.form.requestSubmit();
  } else return;
  event.preventDefault();
});

document.addEventListener("submit", (event) => {
  const place = event.target.closest("[data-edit-url]");
  if (!place) return;
  event.preventDefault();
  save(place, event.target, event.submitter);
});

async function edit(place) {
  if (isOpen(place)) return;
  place.shown = place.innerHTML;
  place.dataset.editing = "";
  place.role = "group";
  const { ok, html } = await fetchFragment(place.dataset.editUrl);
  if (!ok) {
    close(place, place.shown);
    return showNote("failed");
  }
  fill(place, html);
}

async function save(place, form, submitter) {
  const address = form.getAttribute("action") || place.dataset.editUrl;
  const { ok, status, html, redirected } = await fetchFragment(address, { method: "POST", body: new FormData(form, submitter) });
  if (redirected) return;
  if (ok) close(place, html);
  else if (status === 409 || status === 422) fill(place, html);
  else showNote(status === 403 ? "refused" : "failed");
}

function fill(place, html) {
  place.innerHTML = html;
  window.htmx.process(place);
  const field = place.querySelector("input:not([type=hidden]), textarea, select");
  field?.focus();
  field?.select?.();
}

// A fragment that brings its own frame takes the place of the old one.
function close(place, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const frame = holder.content.firstElementChild;
  delete place.dataset.editing;
  if (frame?.matches("[data-edit-url]")) {
    place.replaceWith(frame);
    place = frame;
  } else {
    place.innerHTML = html;
    place.role = "button";
  }
  window.htmx.process(place);
  place.focus();
}

function isOpen(place) {
  return "editing" in place.dataset;
}
