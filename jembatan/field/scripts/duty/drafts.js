// What is typed into a form outlives the page until it is sent.
export function keepDrafts(view, store) {
  view.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-form]");
    if (!form) return;
    const said = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    store.keep(`draft ${form.id}`, Object.fromEntries(said));
  });
}

export async function restoreDrafts(view, store) {
  for (const form of view.querySelectorAll("form[data-form]")) {
    const draft = (await store.kept(`draft ${form.id}`)) ?? {};
    for (const [name, value] of Object.entries(draft)) {
      const field = form.elements.namedItem(name);
      if (field && field.type !== "file") field.value = value;
    }
  }
}
