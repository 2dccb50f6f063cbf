// The pages of an officer on duty: drawn from what the phone keeps, with or without a network; what is done waits in the outbox until it is sent.
import { Alarms } from "./duty/alarms.js";
import { Asked } from "./duty/asked.js";
import { Exchange } from "./duty/exchange.js";
import { fill } from "./duty/fill.js";
import { keepDrafts, restoreDrafts } from "./duty/drafts.js";
import { deedOf } from "./duty/deeds.js";
import { Store } from "./duty/store.js";
import { shown } from "./duty/shown.js";

const page = document.querySelector("[data-duty]");
const texts = JSON.parse(document.getElementById("texts").textContent);
const view = document.getElementById("view");
const store = await Store.open();
const exchange = new Exchange(store, page.dataset, draw, texts);
const alarms = new Alarms(page.dataset, (address, options) => exchange.ask(address, options));
const [openings, mine] = [page.dataset.open, page.dataset.mine].map((address) => new Asked(address, (at) => exchange.ask(at, {}), draw));
const TABS = ["today", "open", "delegation", "schedule", "contacts", "report", "team", "mine"];
const WITHIN = { open: "today", mine: "contacts" }; // Pages that are reached from a tab.
let model = {}; // What is shown now.
const SCANNED = /\/duty\/at\/([0-9a-z-]+)\//;

await start();

async function start() {
  const scanned = SCANNED.exec(location.pathname);
  if (scanned) {
    await store.put({ kind: "scan", data: { code: scanned[1] } });
    history.replaceState(null, "", `${page.dataset.duty}#today`);
  }
  window.addEventListener("hashchange", arrived);
  window.addEventListener("online", () => exchange.run().then(look));
  window.addEventListener("offline", () => draw());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && exchange.run());
  document.addEventListener("click", pressed);
  document.addEventListener("submit", submitted);
  keepDrafts(view, store);
  navigator.storage?.persist?.();
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data === "news" && exchange.run());
  await draw();
  work();
  await exchange.run();
  await look();
  alarms.tell().catch(() => {});
  setInterval(() => document.visibilityState === "visible" && exchange.run(), 60_000);
}

// "#report/handing" is the form of that name on a tab.
function here() {
  const [tab, part] = location.hash.slice(1).split("/");
  return TABS.includes(tab) ? [tab, part] : ["today"];
}

async function arrived() {
  await draw({ moved: true });
  await look();
}

// What only the desk knows is asked anew whenever somebody looks, and never kept.
async function look() {
  const [tab] = here();
  if (tab === "open" && model.may_take) await openings.ask();
  if (tab === "mine") await mine.ask();
}

function pageOf(tab) {
  return fill(document.getElementById(`t-${tab}`), model);
}

async function draw({ moved = false } = {}) {
  const [kept, waiting, notes, alarm, later] = await Promise.all([
    exchange.document(),
    store.waiting(),
    store.kept("notes"),
    alarms.state(),
    store.kept("alarms later"),
  ]);
  const [tab, part] = here();
  const alarmed = { mayRing: alarm === "off", rings: alarm === "on", cannotRing: alarm === "none", noRing: alarm === "denied" };
  model = { ...shown(kept, waiting, texts, document.documentElement.lang, openings, mine), ...alarmed, askToRing: alarmed.mayRing && !later, over: exchange.over };
  model.certificate ||= exchange.over && exchange.certificate;
  for (const link of page.querySelectorAll(".tab")) {
    if (link.hash === `#${WITHIN[tab] ?? tab}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    if (link.hash === "#team") link.hidden = !model.team?.length;
  }
  tell(waiting.length);
  const head = document.getElementById("notes");
  head.replaceChildren(fill(document.getElementById("t-notes"), { notes: notes ?? [] }));
  const focus = document.activeElement?.closest("#view") ? document.activeElement.id : "";
  const open = new Set([...view.querySelectorAll("details[open]")].map((each) => each.id));
  // Somebody writes: the forms stay as they are until they are sent, or another tab is opened.
  if (!moved && view.dataset.tab === tab && tab === "report" && view.querySelector("form")) return renew(tab, "[data-fresh]");
  view.dataset.tab = tab;
  view.replaceChildren(pageOf(kept ? tab : "nothing"));
  for (const each of view.querySelectorAll("details")) each.open = open.has(each.id);
  await restoreDrafts(view, store);
  if (moved) (view.querySelector(`#${part || "none"} :is(select, textarea)`) ?? view.querySelector("h1"))?.focus();
  else if (focus) document.getElementById(focus)?.focus();
}

// These parts of the tab as they are now, and nothing else of it; what is there no more goes.
function renew(tab, parts) {
  const fresh = pageOf(tab);
  for (const each of view.querySelectorAll(parts)) each.replaceWith(fresh.getElementById(each.id) ?? "");
  return view.querySelector(parts);
}

function tell(count) {
  const words = [];
  if (count) words.push(texts[count === 1 ? "waits" : "wait"].replace("%s", count));
  else if (model.asOf) words.push(texts.sent);
  if (!navigator.onLine || exchange.unreachable) words.push(texts.offline);
  if (model.asOf) words.push(texts.asOf.replace("%s", model.asOf));
  const line = document.getElementById("state");
  const said = words.join(" · ");
  if (line.textContent !== said) line.textContent = said;
  page.toggleAttribute("data-waiting", count > 0);
}

async function pressed({ target }) {
  const button = target.closest("[data-deed], [data-forget], [data-leave], [data-alarms], [data-look], [data-wish]");
  if (!button) return;
  if (button.dataset.look !== undefined) await look();
  else if (button.dataset.forget) await exchange.forget(button.dataset.forget);
  else if (button.dataset.leave !== undefined) await leave(button);
  else if (button.dataset.alarms) await ring(button);
  else if (button.dataset.wish) await wish(button);
  else if (button.dataset.deed === "take" && !navigator.onLine) await say(texts.noTake);
  else if (await kept(deedOf(button.dataset))) await send();
}

async function submitted(event) {
  const form = event.target.closest("form[data-form]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  // A second tap while a photo is made smaller would say it twice.
  if (button.disabled) return;
  button.disabled = true;
  if (await kept(deedOf({ ...form.dataset, deed: form.dataset.form }, form))) {
    await store.keep(`draft ${form.id}`, null);
    renew(here()[0], `#${form.id}`)?.querySelector("[type=submit]").focus();
    await send();
  }
  button.disabled = false;
}

async function send() {
  await draw();
  await exchange.run();
  await look();
}

// Whether the phone has it now; where it is full, nothing that was typed goes.
async function kept(deed) {
  try {
    await store.put(await deed);
    return true;
  } catch {
    await say(texts.full);
    return false;
  }
}

async function say(told) {
  const notes = (await store.kept("notes")) ?? [];
  await store.keep("notes", [...notes, { key: crypto.randomUUID(), told, refused: true }]);
  await draw();
}

// Without a network, or with a browser that will not, everything stays as it is, and the page says so.
async function ring({ dataset }) {
  try {
    if (dataset.alarms === "later") await store.keep("alarms later", true);
    else await (dataset.alarms === "start" ? alarms.start() : alarms.stop());
    await draw();
  } catch {
    await say(texts.noAlarm);
  }
}

// To be deleted, or no longer: the desk is told at once or not at all.
async function wish({ dataset }) {
  const said = new FormData();
  if (dataset.wish === "back") said.append("back", "1");
  try {
    const response = await exchange.ask(page.dataset.mineDeletion, { method: "POST", body: said });
    if (!response.ok) throw new Error(response.status);
  } catch {
    await say(texts.noAlarm);
  }
  await mine.ask();
  view.querySelector("[data-wish]")?.focus();
}

// What is not sent yet would be lost: it takes a second press.
async function leave(button) {
  await exchange.run();
  const count = (await store.waiting()).length;
  if (count && button.dataset.leave !== "anyway") {
    button.dataset.leave = "anyway";
    button.querySelector("span").textContent = texts.leaving.replace("%s", count);
    return;
  }
  await alarms.leave();
  await exchange.leave();
  await draw();
}

// The worker keeps this page and what it is made of, so that both open without a network.
async function work() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(page.dataset.worker, { scope: page.dataset.duty });
  const { active } = await navigator.serviceWorker.ready;
  await document.fonts?.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  active.postMessage({ keep: [page.dataset.duty, ...new Set(loaded.filter((name) => name.includes("/static/")))] });
}
