// The composer saves while one writes: a second after the last letter, when the page is left, and before files are sent.
// One saving at a time; while two wordings are shown, nothing is saved until the writer has chosen.
const form = document.querySelector("[data-composer]");
const around = form.querySelector("[data-around]");
const PAUSE = 800;
let timer;
let saving = Promise.resolve();
let changed = false;

form.addEventListener("input", () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  changed = false;
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") save({ keepalive: true });
});
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
for (const other of document.querySelectorAll("form:not([data-composer])")) {
  other.addEventListener("submit", saveFirst);
}

// What leaves the page waits until the words are safe.
async function saveFirst(event) {
  if (!changed) return;
  event.preventDefault();
  const { target, submitter } = event;
  await save();
  if (!changed) target.requestSubmit(submitter);
}

function save(options = {}) {
  clearTimeout(timer);
  if (!changed || form.querySelector("[data-conflict]")) return saving;
  saving = saving.then(() => send(options));
  return saving;
}

async function send(options) {
  if (!changed) return;
  changed = false;
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "HX-Request": "true" },
      ...options,
    });
    if (!response.ok && response.status !== 409) return failed();
    around.innerHTML = await response.text();
    window.htmx?.process(around);
  } catch {
    failed();
  }
}

function failed() {
  changed = true;
  const told = around.querySelector("[data-saved]");
  told.textContent = form.dataset.unsaved;
  told.dataset.failed = "";
  timer = setTimeout(save, PAUSE * 10);
}
