// The podium: one passage at a time by keys or a tap, the time that is left by the speaker's pace, and answers at hand.
const podium = document.querySelector("[data-podium]");
const texts = JSON.parse(document.getElementById("podium-words").textContent);
const clock = podium.querySelector("[data-clock]");
const told = podium.querySelector("[data-told]");
const answers = document.getElementById("answers");
const SIZES = [1.25, 1.6, 2, 2.5, 3.1, 3.9];
let pace = Number(podium.dataset.pace);
let size = narrow() ? 1 : 3;
let at = 0;
let started = null;
let rehearsal = null;
let lock = null;

const passages = () => [...podium.querySelectorAll(".podium-view:not([hidden]) [data-passage]")];
const wordsIn = (element) => element.textContent.trim().split(/\s+/).filter(Boolean).length;
const wordsOf = (elements) => elements.reduce((sum, element) => sum + wordsIn(element), 0);

const deeds = {
  next: () => go(at + 1),
  previous: () => go(at - 1),
  first: () => go(0),
  speech: () => view("speech"),
  points: () => view("points"),
  answers: () => (answers.open ? answers.close() : answers.showModal()),
  clock: () => { started = started === null ? Date.now() : null; tell(); },
  rehearse,
  larger: () => scale(size + 1),
  smaller: () => scale(size - 1),
  theme: () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; },
};
const keys = {
  " ": "next", ArrowDown: "next", ArrowRight: "next", PageDown: "next", Enter: "next",
  ArrowUp: "previous", ArrowLeft: "previous", PageUp: "previous", Backspace: "previous", Home: "first",
  s: "speech", p: "points", q: "answers", c: "clock", r: "rehearse", "+": "larger", "=": "larger", "-": "smaller", d: "theme",
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const deed = keys[event.key];
  if (!deed || (answers.open && deed !== "answers")) return;
  if ((event.key === "Enter" || event.key === " ") && event.target.closest("button, a")) return;
  event.preventDefault();
  deeds[deed]();
});
podium.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-deed]");
  if (button) return deeds[button.dataset.deed]?.();
  const passage = target.closest("[data-passage]");
  if (passage) go(passages().indexOf(passage) === at ? at + 1 : passages().indexOf(passage));
});
answers.querySelector("[data-close]").addEventListener("click", () => answers.close());

function go(to) {
  const all = passages();
  at = Math.max(0, Math.min(to, all.length - 1));
  all.forEach((element, index) => {
    element.toggleAttribute("data-said", index < at);
    if (index === at) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  });
  all[at]?.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
  tell();
}

function view(name) {
  const wanted = podium.querySelector(`[data-view="${name}"]`);
  if (!wanted) return;
  for (const each of podium.querySelectorAll(".podium-view")) each.hidden = each !== wanted;
  for (const each of podium.querySelectorAll("[data-deed=speech], [data-deed=points]")) {
    each.setAttribute("aria-pressed", String(each.dataset.deed === name));
  }
  go(0);
}

// What is left is what has not been said yet, at this speaker's pace.
function tell() {
  const left = Math.round((wordsOf(passages().slice(at)) / pace) * 60);
  const parts = [texts.left.replace("%s", minutes(left))];
  if (started !== null) parts.push(minutes((Date.now() - started) / 1000));
  clock.textContent = parts.join(" · ");
}

function rehearse() {
  const button = podium.querySelector("[data-deed=rehearse]");
  if (rehearsal === null) {
    rehearsal = { from: at, began: Date.now() };
    started = Date.now();
    say(texts.rehearsing);
  } else {
    const words = wordsOf(passages().slice(rehearsal.from, at + 1));
    const seconds = Math.round((Date.now() - rehearsal.began) / 1000);
    rehearsal = null;
    started = null;
    keepRehearsal({ words, seconds });
  }
  button.setAttribute("aria-pressed", String(rehearsal !== null));
  tell();
}

async function keepRehearsal(measured) {
  try {
    const response = await fetch(podium.dataset.rehearsals, {
      method: "POST",
      body: new URLSearchParams(measured),
      headers: { "X-CSRFToken": document.querySelector("meta[name=csrf-token]").content },
    });
    const answer = await response.json();
    if (answer.pace) {
      pace = answer.pace;
      podium.querySelector("[data-pace-told]").textContent = texts.pace.replace("%s", pace);
    }
    say(answer.refusal ?? texts.kept);
    tell();
  } catch {
    localStorage.setItem(waiting(), JSON.stringify(measured));
    say(texts.waits);
  }
}

// A rehearsal without a network waits on this device until there is one.
function sendWaiting() {
  const kept = localStorage.getItem(waiting());
  if (!kept) return;
  localStorage.removeItem(waiting());
  keepRehearsal(JSON.parse(kept));
}

function waiting() {
  return `rehearsal ${podium.dataset.rehearsals}`;
}

function say(text) {
  told.textContent = text;
}

function scale(to) {
  size = Math.max(0, Math.min(to, SIZES.length - 1));
  podium.dataset.size = String(size);
}

function minutes(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function narrow() {
  return matchMedia("(max-width: 48rem)").matches;
}

function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// The screen stays on while somebody speaks; a browser lets go of it when the page is left.
async function stayAwake() {
  if (document.visibilityState !== "visible" || lock?.released === false) return;
  try {
    lock = await navigator.wakeLock?.request("screen");
  } catch {
    // Without it the device dims as it does elsewhere.
  }
}

async function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registered = await navigator.serviceWorker.register(podium.dataset.worker, { scope: podium.dataset.scope });
    await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map((entry) => entry.name);
    const keep = [location.href.split("#")[0], ...files.filter((name) => new URL(name).pathname.startsWith("/static/"))];
    registered.active.postMessage({ keep });
    podium.querySelector("[data-offline]").hidden = false;
  } catch {
    // An open page goes on without a network all the same.
  }
}

document.addEventListener("visibilitychange", stayAwake);
window.addEventListener("online", sendWaiting);
setInterval(tell, 1000);
scale(size);
view(podium.querySelector(".podium-view")?.dataset.view);
stayAwake();
if (navigator.onLine) sendWaiting();
keepForLater();
