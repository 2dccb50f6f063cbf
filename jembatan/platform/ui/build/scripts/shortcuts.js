// The registry of shortcuts is the page itself: every element with `data-key` that can be seen, in the topmost dialog or the page.
export function scope() {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
}

export function shortcuts(root = scope()) {
  return [...root.querySelectorAll("[data-key]")].filter(
    (element) => element.dataset.key && element.checkVisibility() && !element.disabled,
  );
}

export function labelOf(element) {
  const text = element.dataset.keyLabel ?? element.getAttribute("aria-label") ?? textOf(element);
  return text.replace(/\s+/g, " ").trim();
}

// A field is entered, everything else is pressed.
export function press(element) {
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
    if (element.matches("summary")) unfolded(element)?.focus();
  }
}

// Whoever unfolds a form by a key goes on writing.
function unfolded(summary) {
  const details = summary.parentElement;
  return details.open ? details.querySelector("input:not([type=hidden]), textarea, select") : summary;
}

export function keyHint(keys) {
  const hint = document.createElement("span");
  hint.className = "key";
  hint.append(
    ...keys.split(" ").map((key) => Object.assign(document.createElement("kbd"), { textContent: keyName(key) })),
  );
  return hint;
}

function keyName(key) {
  return key.length === 1 ? key.toUpperCase() : key;
}

function textOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".key, .count, svg").forEach((part) => part.remove());
  return copy.textContent || element.getAttribute("placeholder") || "";
}
