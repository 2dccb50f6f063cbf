// A note is saved while it is typed, and when the page is left; nobody but its writer sees it before it is kept.
const PAUSE = 800;

for (const form of document.querySelectorAll("[data-unfinished]")) {
  let timer;
  let changed = false;
  let underWay;

  const save = () => {
    clearTimeout(timer);
    if (!changed) return;
    changed = false;
    underWay = new AbortController();
    const sent = fetch(form.dataset.unfinished, {
      method: "POST",
      body: new FormData(form),
      keepalive: true,
      signal: underWay.signal,
    });
    sent.then(({ ok }) => (changed ||= !ok)).catch(() => (changed = true));
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    underWay?.abort();
    changed = false;
  });
  window.addEventListener("pagehide", save);
}
