// The three buttons of the user menu change the theme at once; the server remembers it.
import { csrfToken } from "./requests.js";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll("[name=theme]")) button.ariaPressed = String(button.value === theme);
  await fetch(form.action, { method: "POST", body: new URLSearchParams({ theme }), headers: { "X-CSRFToken": csrfToken() } });
});
