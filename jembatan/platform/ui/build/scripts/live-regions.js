// What [data-live] shows, from a fresh copy of the page. data-live-id: only news of this record count.
// data-live-rows: the children of its list are taken over one by one, so that focus and what was loaded further down stay.
// data-live-added: only children that are new are added; those that are there stay as their reader has left them.
import { UNASKED } from "./requests.js";

const EVERYTHING = "everything";

export async function refresh(news) {
  const regions = [...document.querySelectorAll("[data-live]")].filter((region) => news.some((each) => concerns(each, region)));
  if (!regions.length) return;
  const answer = await fetch(location.href, { headers: UNASKED }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const region of regions) {
    const fresh = page.getElementById(region.id);
    if (fresh) takeOver(region, fresh, news);
  }
}

function concerns({ topic, ids }, { dataset }) {
  if (topic === EVERYTHING) return true;
  if (topic !== dataset.live) return false;
  return !dataset.liveId || !ids.length || ids.includes(Number(dataset.liveId));
}

function takeOver(region, fresh, news) {
  const list = listOf(region);
  const freshList = listOf(fresh);
  if (list && freshList) {
    const known = new Set([...list.children].map(({ id }) => id));
    const added = [...freshList.children].filter(({ id }) => id && !known.has(id));
    if ("liveAdded" in region.dataset) addRows(list, added);
    else takeRows(list, freshList, news);
    say(region, added.length);
  } else if (shape(region) !== shape(fresh) && !isInUse(region)) {
    region.replaceChildren(...fresh.childNodes);
    window.htmx?.process(region);
    if (freshList) say(region, freshList.children.length);
  }
}

function listOf(region) {
  if ("liveAdded" in region.dataset) return region;
  return "liveRows" in region.dataset ? region.querySelector("ul, ol, tbody") : undefined;
}

// Each before the one that it stands before in the fresh copy, if that is shown here.
function addRows(list, added) {
  for (const row of added.reverse()) {
    const next = row.nextElementSibling?.id;
    list.insertBefore(row, (next && document.getElementById(next)) || null);
    window.htmx?.process(row);
  }
}

// The fresh rows come first, in their order. Others below them stay if they were loaded later and nothing is said of them.
function takeRows(list, freshList, news) {
  const focused = list.contains(document.activeElement) ? document.activeElement : undefined;
  const fresh = [...freshList.children].filter(({ id }) => id);
  const freshIds = new Set(fresh.map(({ id }) => id));
  const goesOn = freshList.querySelector(":scope > .more");
  const changed = new Set(news.flatMap(({ ids }) => ids).map(String));
  for (const row of [...list.children]) {
    if (freshIds.has(row.id) || row.matches(".more")) continue;
    if (!goesOn || changed.has(row.id.split("-").pop())) row.remove();
  }
  let place = list.firstElementChild;
  for (const row of fresh) {
    const kept = document.getElementById(row.id);
    const shown = kept ? renewed(kept, row) : row;
    if (kept === place && kept) place = place.nextElementSibling;
    if (shown !== kept || shown.nextElementSibling !== place) list.insertBefore(shown, place);
    if (kept && shown !== kept) kept.remove();
    if (shown !== kept) window.htmx?.process(shown);
  }
  const more = list.querySelector(":scope > .more");
  if (goesOn && !more) list.append(goesOn);
  if (!goesOn) more?.remove();
  if (focused && document.activeElement !== focused) refocus(focused);
}

function renewed(kept, row) {
  if (shape(kept) === shape(row) || isInUse(kept)) return kept;
  if ("current" in kept.dataset) {
    row.dataset.current = "";
    delete kept.dataset.current;
  }
  return row;
}

// A row that was replaced or moved has lost the focus: its link gets it back, without scrolling.
function refocus(focused) {
  const row = focused.closest("[id]");
  const again = focused.isConnected ? focused : document.getElementById(row?.id)?.querySelector("a[href]");
  again?.focus({ preventScroll: true });
}

// Somebody types here, or has a menu open.
function isInUse(node) {
  const focused = document.activeElement;
  return node.contains(focused) && focused.matches("input:not([type=checkbox]), textarea, select");
}

// What a reader sees of it: not the tokens of its forms, nor what scripts have noted on it.
function shape(node) {
  const copy = node.cloneNode(true);
  for (const token of copy.querySelectorAll("input[name=csrfmiddlewaretoken]")) token.remove();
  for (const each of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["data-current", "data-htmx-powered", "tabindex"]) each.removeAttribute(name);
  }
  return copy.innerHTML.replace(/\s+/g, " ").trim();
}

function say(region, count) {
  const said = document.getElementById(region.dataset.liveSays ?? "");
  if (!said || !count) return;
  said.textContent = count === 1 ? said.dataset.one : said.dataset.many.replace("#", count);
}
