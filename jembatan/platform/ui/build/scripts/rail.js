// The rail is wide or icons alone. A cookie keeps the choice, so that the server draws the page right the first time.
const YEAR = 365 * 24 * 60 * 60;

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-rail-switch]");
  if (!button) return;
  const root = document.documentElement;
  const width = root.dataset.rail === "narrow" ? "wide" : "narrow";
  root.dataset.rail = width;
  button.ariaPressed = String(width === "narrow");
  document.cookie = `rail=${width}; path=/; max-age=${YEAR}; samesite=lax`;
});
