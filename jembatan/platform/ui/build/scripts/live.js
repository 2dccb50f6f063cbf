// News of the desk as they happen: [data-live="topic"] is brought up to date from the page's own address. A hidden page hears
// nothing and asks what it has missed when it is looked at again; without the stream the page stays as it was loaded.
import { refresh } from "./live-regions.js";

const TICKET = "/live/ticket/";
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
const BETWEEN = 1_000;
const FIRST_GAP = 500;

let source, timer;
let pause = FIRST_PAUSE;
let heardUntil = performance.timeOrigin - FIRST_GAP;
let waiting = [];
let lastRefresh = 0;

if (document.querySelector("[data-live]")) {
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
  if (!document.hidden) listen();
}

async function listen() {
  leave();
  const answer = await fetch(TICKET).catch(() => undefined);
  if (answer?.status !== 200) {
    // 204: nothing streams here; another status: signed out. Only a lost connection is worth another try.
    if (!answer || answer.status >= 500) again();
    return;
  }
  const { address } = await answer.json();
  if (document.hidden) return;
  leave();
  const missed = Math.round(performance.timeOrigin + performance.now() - heardUntil);
  source = new EventSource(`${address}&missed=${Math.max(missed, 0)}`);
  source.onopen = () => (pause = FIRST_PAUSE);
  source.onmessage = ({ data }) => hear(JSON.parse(data));
  source.onerror = () => {
    leave();
    again();
  };
}

function leave() {
  clearTimeout(timer);
  if (source) heardUntil = performance.timeOrigin + performance.now() - FIRST_GAP;
  source?.close();
  source = undefined;
}

function again() {
  timer = setTimeout(listen, pause * (1 + Math.random() / 4));
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

// The first news is shown at once; what follows within a second, together.
function hear(news) {
  document.dispatchEvent(new CustomEvent("live", { detail: news }));
  waiting.push(news);
  if (waiting.length > 1) return;
  setTimeout(show, Math.max(0, lastRefresh + BETWEEN - performance.now()));
}

async function show() {
  lastRefresh = performance.now();
  const news = waiting;
  waiting = [];
  await refresh(news);
}
