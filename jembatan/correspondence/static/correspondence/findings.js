// Accepting a suggestion of the pre-flight check: the words in the text are replaced where they stand, or where they have moved to.

for (const button of document.querySelectorAll("[data-accept]")) button.hidden = false;

document.addEventListener("htmx:after:process", () => {
  for (const button of document.querySelectorAll("[data-accept]")) button.hidden = false;
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-accept]");
  if (button) accept(button, document.getElementById(button.dataset.accept));
});

function accept(button, field) {
  const { words, suggestion, start } = button.dataset;
  const place = placeOf(field.value, words, offset(field.value, Number(start)));
  if (place < 0) return;
  field.setRangeText(suggestion, place, place + words.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const row = button.closest("li");
  (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("[data-accept]")?.focus();
  row.remove();
}

// The server counts characters, a field counts units of UTF-16.
function offset(text, characters) {
  return [...text].slice(0, characters).join("").length;
}

function placeOf(text, words, near) {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places.sort((one, other) => Math.abs(one - near) - Math.abs(other - near))[0] ?? -1;
}
