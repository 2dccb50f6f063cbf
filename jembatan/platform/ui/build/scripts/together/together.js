// Texts that several people write at once: [data-together] is the address that takes and gives updates (JSON), [data-text] each text box.
// What is typed is kept on this device before anything else, sent, and let go when the server says that it stands.
import * as Y from "yjs";
import { csrfToken } from "../requests.js";
import { bind } from "./text-box.js";
import { Outbox } from "./outbox.js";
import { showPens, showState } from "./showing.js";

const SOON = 250;
const HEARTBEAT = 10_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const MOST_BYTES = 400_000;
const OUTLIVES_THE_PAGE = 50_000;
const REMOTE = Symbol("remote");

const place = document.querySelector("[data-together]");
const texts = new Map();
const waiting = [];
const own = new Y.Doc();
let outbox;
let number = 0;
let heard = false;
let timer, running, askedAgain;
let pause = FIRST_PAUSE;
let composing = false;
let lastBox;

if (place) start();

function start() {
  outbox = new Outbox(`together ${place.dataset.user} ${place.dataset.together} `);
  for (const { section, update } of outbox.all()) take(section, update);
  new MutationObserver(() => heard && open()).observe(place, { childList: true, subtree: true });
  document.addEventListener("live", hear);
  document.addEventListener("visibilitychange", () => sync());
  document.addEventListener("submit", sendFirst, true);
  place.addEventListener("compositionstart", () => (composing = true));
  place.addEventListener("compositionend", () => setTimeout(composed));
  place.addEventListener("focusin", ({ target }) => {
    if ("text" in target.dataset) lastBox = target;
    soon();
  });
  place.addEventListener("focusout", soon);
  place.addEventListener("click", stamp);
  place.addEventListener("change", stamp);
  addEventListener("online", () => sync());
  addEventListener("offline", () => showState(place, "offline"));
  addEventListener("pagehide", () => exchange());
  addEventListener("pageshow", ({ persisted }) => persisted && (outbox.tryAgain(), sync()));
  addEventListener("beforeunload", (event) => outbox.onlyInMemory && event.preventDefault());
  setInterval(() => document.hidden || sync(), HEARTBEAT);
  sync();
}

// Text boxes are locked until their texts are there; those that come later (a new point of the agenda) are opened like the first.
function open() {
  for (const box of place.querySelectorAll("[data-text]:not([data-open])")) {
    box.dataset.open = "";
    box.readOnly = false;
    bind(box, textOf(box.dataset.text));
  }
}

function textOf(section) {
  const known = texts.get(section);
  if (known) return known;
  const made = new Y.Doc();
  made.clientID = own.clientID;
  const text = made.getText("text");
  texts.set(section, text);
  made.on("update", (update, origin) => {
    if (origin === REMOTE) return;
    outbox.put(section, made.clientID, update);
    showState(place, outbox.onlyInMemory ? "memory" : "saving");
    soon();
  });
  return text;
}

// While a word is being composed (by an input method), what others write waits: the box must not change under it.
function take(section, update) {
  if (composing) waiting.push([section, update]);
  else Y.applyUpdate(textOf(section).doc, update, REMOTE);
}

function composed() {
  composing = false;
  for (const [section, update] of waiting.splice(0)) take(section, update);
}

function hear({ detail: { topic, ids } }) {
  if (topic === "everything" || (topic === place.dataset.topic && (!ids.length || Math.max(...ids) > number))) soon();
}

function soon() {
  timer ??= setTimeout(() => sync(), SOON);
}

// One request at a time; what is asked for meanwhile is done right after it. Only a page that is left sends beside another request:
// what overtakes it is refused then, and comes with the next page.
function sync() {
  clearTimeout(timer);
  timer = undefined;
  if (running) {
    askedAgain = true;
    return running;
  }
  running = exchange().finally(() => {
    running = undefined;
    if (askedAgain) {
      askedAgain = false;
      soon();
    }
  });
  return running;
}

async function exchange() {
  const pieces = outbox.take(MOST_BYTES);
  const body = JSON.stringify({
    after: number,
    client: own.clientID,
    section: document.hidden ? null : (document.activeElement?.dataset.text ?? null),
    pieces: pieces.map(({ section, client, content }) => ({ section, client, content })),
  });
  let answer;
  try {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrfToken() };
    answer = await fetch(place.dataset.together, { method: "POST", headers, body, keepalive: body.length < OUTLIVES_THE_PAGE });
  } catch {
    return failed(pieces, "offline");
  }
  if (answer.status === 409) return closed(pieces);
  if (answer.redirected || [401, 403, 404].includes(answer.status)) return failed(pieces, "barred");
  if (!answer.ok) return failed(pieces, "offline");
  return succeeded(pieces, await answer.json());
}

function succeeded(pieces, { told, updates, number: now, pens }) {
  pause = FIRST_PAUSE;
  for (const [index, piece] of pieces.entries()) {
    if (told[index]) outbox.refuse(piece, told[index]);
    else outbox.done(piece);
  }
  for (const [section, contents] of Object.entries(updates)) {
    for (const content of contents) take(section, bytesOf(content));
  }
  number = Math.max(number, now);
  heard = true;
  open();
  for (const box of place.querySelectorAll("[data-open][readonly]")) box.readOnly = false;
  showPens(place, pens);
  const refused = outbox.refusals();
  if (refused.length) showState(place, "refused", refused[0]);
  else if (!outbox.isEmpty) {
    showState(place, "saving");
    soon();
  } else showState(place, "saved");
}

function failed(pieces, state) {
  outbox.giveBack(pieces);
  showState(place, outbox.onlyInMemory && state === "offline" ? "memory" : state);
  timer ??= setTimeout(() => sync(), pause * (1 + Math.random() / 4));
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

function closed(pieces) {
  outbox.giveBack(pieces);
  showState(place, outbox.isEmpty ? "closed" : "kept");
  for (const box of place.querySelectorAll("[data-text]")) box.readOnly = true;
}

// What leaves the page waits until the words are sent.
async function sendFirst(event) {
  if (outbox.isEmpty || event.target.dataset.sent !== undefined) return;
  const { target, submitter } = event;
  event.preventDefault();
  event.stopPropagation();
  target.dataset.sent = "";
  await Promise.race([sync().then(() => (outbox.isEmpty ? undefined : sync())), new Promise((after) => setTimeout(after, 3_000))]);
  target.requestSubmit(submitter);
  delete target.dataset.sent;
}

// [data-stamp] puts the time into the text box of its section, where the caret was or else at its end; a choice of [data-speaker] the
// time and the name.
function stamp(event) {
  const control = event.target.closest(event.type === "click" ? "[data-stamp]" : "[data-speaker]");
  const box = control?.closest("[data-part]")?.querySelector("[data-text]");
  if (!box || box.readOnly) return;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: place.dataset.zone });
  const words = control.value ? `${time.format()} ${control.value}: ` : `${time.format()} `;
  if (control.matches("select")) control.value = "";
  if (box !== lastBox) box.setSelectionRange(box.value.length, box.value.length);
  box.focus();
  const opensLine = !box.selectionStart || box.value[box.selectionStart - 1] === "\n";
  box.setRangeText(opensLine ? words : `\n${words}`, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function bytesOf(content) {
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}

