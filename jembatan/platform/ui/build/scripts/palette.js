// The palette (Ctrl/⌘ K): the page's own actions first, then commands and places, then what the search finds.
import { openDialog } from "./dialogs.js";
import { fetchFragment } from "./requests.js";
import { keyHint, labelOf, press, shortcuts } from "./shortcuts.js";

const WAIT = 120;
const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const groups = dialog && {
  actions: dialog.querySelector("[data-group=actions]"),
  results: dialog.querySelector("[data-group=results]"),
};
let asked = 0;
let timer;

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      dialog.open ? dialog.close() : open();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-palette-open]")) open();
  });
  input.addEventListener("input", () => {
    filter();
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  input.addEventListener("keydown", onKey);
  dialog.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    choose(option, event);
  });
}

function open() {
  groups.actions.replaceChildren(...pageActions());
  groups.results.replaceChildren();
  input.value = "";
  openDialog(dialog);
  filter();
}

function pageActions() {
  return shortcuts(document)
    .filter((element) => element.closest(".page") && labelOf(element))
    .map((element) => {
      const option = document.createElement("li");
      option.role = "option";
      option.className = "palette-option";
      const icon = element.querySelector("svg.icon")?.cloneNode(true);
      option.append(...(icon ? [icon] : []), labelOf(element), keyHint(element.dataset.key));
      option.chosen = () => press(element);
      return option;
    });
}

// Every word must occur; a heading goes with the last of its options.
function filter() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const group of dialog.querySelectorAll("[data-group]:not([data-group=results])")) {
    for (const option of group.querySelectorAll("[role=option]")) {
      const text = option.textContent.toLowerCase();
      option.hidden = !words.every((word) => text.includes(word));
    }
  }
  settle();
}

async function search() {
  const question = input.value.trim();
  const number = ++asked;
  if (!question) return groups.results.replaceChildren(), settle();
  const { ok, html } = await fetchFragment(`${dialog.dataset.suggestions}?q=${encodeURIComponent(question)}`);
  if (!ok || number !== asked) return;
  const page = new DOMParser().parseFromString(html, "text/html");
  groups.results.replaceChildren(...[...page.querySelectorAll("a[href]")].map(asOption));
  settle();
}

// An option is one thing to choose, so the link gives up its address and its content.
function asOption(link) {
  const option = document.createElement("li");
  option.role = "option";
  option.className = "palette-option";
  option.dataset.href = link.getAttribute("href");
  option.append(...link.childNodes);
  return option;
}

function settle() {
  const options = visibleOptions();
  options.forEach((option, at) => (option.id = `palette-option-${at}`));
  for (const group of dialog.querySelectorAll("[data-group]")) {
    group.parentElement.hidden = ![...group.children].some((option) => !option.hidden);
  }
  dialog.querySelector(".palette-none").hidden = options.length > 0;
  select(options[0]);
}

function onKey(event) {
  const options = visibleOptions();
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (next !== undefined && options.length) {
    event.preventDefault();
    select(options[(next + options.length) % options.length]);
  } else if (event.key === "Enter" && options[at]) {
    event.preventDefault();
    choose(options[at], event);
  }
}

function select(option) {
  for (const other of dialog.querySelectorAll("[role=option][aria-selected]")) other.removeAttribute("aria-selected");
  input.setAttribute("aria-activedescendant", option?.id ?? "");
  if (!option) return;
  option.ariaSelected = "true";
  option.scrollIntoView({ block: "nearest" });
}

function choose(option, event) {
  const { href } = option.dataset;
  if (href && (event.ctrlKey || event.metaKey)) return void window.open(href);
  dialog.close();
  if (option.chosen) return option.chosen();
  const sheet = document.querySelector(`a[data-sheet][href="${CSS.escape(href)}"]`);
  if (sheet) sheet.click();
  else location.assign(href);
}

function visibleOptions() {
  return [...dialog.querySelectorAll("[role=option]")].filter((option) => !option.hidden);
}
