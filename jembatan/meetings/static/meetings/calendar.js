// Left and right turn the pages of the calendar, as they do in a book; letters are declared on the links themselves.
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!("shortcuts" in document.documentElement.dataset)) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable], [role=tablist]")) return;
  document.querySelector(`[data-turn="${event.key}"]`)?.click();
});
