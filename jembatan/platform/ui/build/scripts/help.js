// The help dialog lists the shortcuts that the page offers now, from the same registry that the keyboard uses.
import { keyHint, labelOf, shortcuts } from "./shortcuts.js";

const dialog = document.getElementById("help");

document.addEventListener("click", ({ target }) => {
  if (dialog && target.closest('[data-dialog-open="help"]')) list();
}, { capture: true });

function list() {
  const all = shortcuts(document);
  fill("help-page", all.filter((element) => element.closest(".page")));
  fill("help-shell", all.filter((element) => !element.closest(".page, dialog")));
}

function fill(id, elements) {
  const section = document.getElementById(id);
  const seen = new Map(elements.map((element) => [element.dataset.key, labelOf(element)]));
  section.hidden = seen.size === 0;
  section.querySelector("ul").replaceChildren(
    ...[...seen].map(([key, label]) => {
      const row = document.createElement("li");
      row.append(label, keyHint(key));
      return row;
    }),
  );
}
