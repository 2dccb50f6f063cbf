// A control with data-autosubmit sends its form when it changes; its button is for pages without script.
document.addEventListener("change", ({ target }) => {
  if (target.closest("[data-autosubmit]")) target.form.requestSubmit();
});
