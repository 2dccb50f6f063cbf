// j and k move over the rows of a [data-list], x selects. Enter needs nothing: the row's first link has the focus.
const LINK = "a[href], button:not([disabled])";

export function currentRow(root = document) {
  return root.querySelector("[data-list] > [data-current]");
}

document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if ((!step && event.key !== "x") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!("shortcuts" in document.documentElement.dataset)) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog")) return;
  if (step) move(step);
  else currentRow()?.querySelector("input[type=checkbox]")?.click();
});

// Focus and the current row are the same thing, whichever moved first.
document.addEventListener("focusin", ({ target }) => {
  const row = target.closest("[data-list] > *");
  if (row) mark(row);
});

function move(step) {
  const rows = [...document.querySelectorAll("[data-list] > *")].filter(
    (row) => row.checkVisibility() && row.querySelector(LINK),
  );
  const at = rows.indexOf(currentRow());
  const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (!row) return;
  mark(row);
  row.querySelector(LINK).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function mark(row) {
  for (const other of document.querySelectorAll("[data-current]")) delete other.dataset.current;
  row.dataset.current = "";
}
