// Forms with `data-composer` save while one writes: a second after the last letter, when the page is left, and before anything else
// on the page is sent. One saving at a time; while two wordings are shown (`data-conflict`), nothing is saved until the writer has chosen.
// What the answer holds for other places of the page comes as <template data-into="id of the place">.
const PAUSE = 800;
const keepers = [...document.querySelectorAll("[data-composer]")].map(keeper);

document.addEventListener("submit", saveFirst, true);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") for (const each of keepers) each.save({ keepalive: true });
});
window.addEventListener("beforeunload", (event) => {
  if (keepers.some((each) => each.changed)) event.preventDefault();
});

// What leaves the page waits until the words are safe.
async function saveFirst(event) {
  const { target, submitter } = event;
  const others = keepers.filter((each) => (each.changed || each.sending) && each.form !== target);
  if (!others.length) return;
  event.preventDefault();
  event.stopPropagation();
  await Promise.all(others.map((each) => each.save()));
  if (!others.some((each) => each.changed)) target.requestSubmit(submitter);
}

function keeper(form) {
  const around = form.querySelector("[data-around]");
  let timer;
  let saving = Promise.resolve();
  const kept = { form, changed: false, sending: false, save };

  form.addEventListener("input", wait);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    kept.changed = false;
  });

  function wait() {
    kept.changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  function save(options = {}) {
    clearTimeout(timer);
    if (!kept.changed || form.querySelector("[data-conflict]")) return saving;
    saving = saving.then(() => send(options));
    return saving;
  }

  async function send(options) {
    if (!kept.changed) return;
    kept.changed = false;
    kept.sending = true;
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "HX-Request": "true", "X-Unasked": "true" }, // Toasts are for the page that comes, also when this is sent on the way to it.
        ...options,
      });
      if (!response.ok && response.status !== 409) return failed();
      around.innerHTML = await response.text();
      window.htmx?.process(around);
      around.querySelectorAll("template[data-into]").forEach(putElsewhere);
    } catch {
      failed();
    } finally {
      kept.sending = false;
    }
  }

  function failed() {
    kept.changed = true;
    const told = around.querySelector("[data-saved]");
    told.textContent = form.dataset.unsaved;
    told.dataset.failed = "";
    timer = setTimeout(save, PAUSE * 10);
  }

  if ([...form.elements].some(differs)) wait();
  return kept;
}

// Whoever is quick has written before this script came.
function differs({ type, value, defaultValue, checked, defaultChecked }) {
  if (type === "checkbox" || type === "radio") return checked !== defaultChecked;
  return defaultValue !== undefined && value !== defaultValue;
}

function putElsewhere(template) {
  document.getElementById(template.dataset.into)?.replaceChildren(template.content);
  template.remove();
}
