// A link with data-sheet opens its page's content in a dialog (the capture line); without script it is a link.
import { openDialog } from "./dialogs.js";
import { fetchFragment } from "./requests.js";
import { showNote } from "./toasts.js";

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { ok, status, html } = await fetchFragment(link.href);
  if (!ok) return showNote(status === 403 ? "refused" : "failed");
  const sheet = document.getElementById("sheet");
  const body = sheet.querySelector(".dialog-body");
  body.replaceChildren(...contentOf(html));
  sheet.querySelector("h2").textContent = link.dataset.sheet || link.getAttribute("aria-label") || link.textContent.trim();
  window.htmx.process(body);
  openDialog(sheet);
  body.querySelector("[autofocus], input:not([type=hidden]), textarea, select")?.focus();
});

// A whole page gives its main part, a fragment all of itself.
function contentOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return (page.querySelector(".page-content") ?? page.body).childNodes;
}
