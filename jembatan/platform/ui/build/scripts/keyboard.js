// One listener for all shortcuts. A shortcut is declared on the real button or link: data-key="e", data-key="g i".
import { currentRow } from "./lists.js";
import { labelOf, press, scope, shortcuts } from "./shortcuts.js";

const PAUSE = 1000;
let typed = [];
let timer;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!("shortcuts" in document.documentElement.dataset) || isWriting(event.target)) return;
  if (event.key.length !== 1 || event.key === " ") return;
  typed.push(event.key);
  clearTimeout(timer);
  const sequence = typed.join(" ");
  const candidates = shortcuts();
  const match = bestMatch(candidates, sequence) ?? bestMatch(candidates, event.key);
  if (match) {
    typed = [];
    event.preventDefault();
    press(match);
  } else if (candidates.some((element) => element.dataset.key.startsWith(`${sequence} `))) {
    timer = setTimeout(() => (typed = []), PAUSE);
  } else {
    typed = [];
  }
});

// Escape leaves a text, so that its page's keys work again; a dialog closes by itself.
document.addEventListener("keydown", (event) => {
  const { target, key, defaultPrevented, isComposing } = event;
  if (key === "Escape" && !defaultPrevented && !isComposing && target.matches?.("textarea") && !target.closest("dialog")) target.blur();
});

// What is meant is the button of the current row, else the first one of the page.
function bestMatch(candidates, sequence) {
  const matches = candidates.filter((element) => element.dataset.key === sequence);
  const row = currentRow(scope());
  return matches.find((element) => row?.contains(element)) ?? matches[0];
}

function isWriting(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]");
}

// Whoever hovers or listens learns the key.
function announceKeys() {
  if (!("shortcuts" in document.documentElement.dataset)) return;
  for (const element of document.querySelectorAll("[data-key]:not([aria-keyshortcuts])")) {
    if (!element.dataset.key) continue;
    element.setAttribute("aria-keyshortcuts", element.dataset.key);
    if (!element.title && !element.querySelector(".key")) element.title = `${labelOf(element)} (${element.dataset.key})`;
  }
}

announceKeys();
document.addEventListener("htmx:after:process", announceKeys);
