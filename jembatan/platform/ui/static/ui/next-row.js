// When the current row leaves a list (done, accepted), the one after it becomes current; a row that is replaced stays so.
const LINK = "a[href], button:not([disabled])";

for (const list of document.querySelectorAll("[data-list]")) {
  new MutationObserver(follow).observe(list, { childList: true });
}

function follow(changes) {
  const gone = changes.find(({ removedNodes }) => [...removedNodes].some((node) => "current" in (node.dataset ?? {})));
  if (!gone) return;
  const come = changes.flatMap(({ addedNodes }) => [...addedNodes]).find(isRow);
  const row = come ?? nearest(gone.nextSibling, "nextSibling") ?? nearest(gone.previousSibling, "previousSibling");
  row?.querySelector(LINK).focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function nearest(node, direction) {
  while (node && !isRow(node)) node = node[direction];
  return node;
}

function isRow(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.isConnected && node.querySelector(LINK) !== null;
}
