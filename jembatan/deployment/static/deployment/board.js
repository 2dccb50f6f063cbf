// Seats of the board: somebody is dragged onto another seat, or picked up with Space, carried with the arrow keys and put down with Enter.
// What is put on a taken seat changes places with whoever sits there. The server judges, and says which rule refuses.
const board = () => document.querySelector(".board");
const seats = () => [...document.querySelectorAll("[data-seat]")];
let carried = null;
let shown = null; // The id of the seat that the panel is about.
let chosen = null; // The id of the seat that was opened by a key: the panel is read next, and Escape leads back.

document.addEventListener("keydown", (event) => {
  const seat = event.target.closest?.("[data-seat]");
  if (!seat || event.ctrlKey || event.metaKey || event.altKey) return;
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (way) {
    event.preventDefault();
    nearest(seat, way)?.focus();
  } else if (event.key === " ") {
    event.preventDefault();
    if (carried) leave();
    else pick(seat);
  } else if (event.key === "Enter" && carried) {
    event.preventDefault();
    put(seat);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.target.closest("dialog")) return;
  if (carried) {
    event.preventDefault();
    leave();
  } else {
    document.getElementById("seat-panel")?.replaceChildren();
    if (chosen) document.getElementById(chosen)?.focus();
    chosen = null;
  }
});

// Tab goes to one seat, and on behind the board; the arrow keys go to the others.
document.addEventListener("focusin", (event) => {
  const seat = event.target.closest?.("[data-seat]");
  if (seat) for (const each of seats()) each.tabIndex = each === seat ? 0 : -1;
});

document.addEventListener("click", (event) => {
  const seat = event.target.closest?.("[data-seat]");
  if (!seat) return;
  shown = seat.id;
  chosen = event.detail === 0 ? seat.id : null;
});

// The night before the first duties is left of what one sees first.
const opens = document.querySelector("[data-opens]");
if (opens) board().scrollLeft = opens.offsetLeft - document.querySelector(".board-name").offsetWidth;

// Below a narrow board the seat that was chosen is brought before the eyes.
document.addEventListener("htmx:after:swap", () => {
  const panel = document.getElementById("seat-panel");
  if (!panel?.firstElementChild) return;
  // The panel has taken room from the board.
  document.getElementById(shown)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (chosen && document.activeElement?.id === chosen) panel.focus();
  else if (panel.getBoundingClientRect().top > innerHeight) panel.scrollIntoView({ block: "start" });
});

document.addEventListener("dragstart", (event) => {
  const seat = event.target.closest?.("[data-seat][draggable]");
  if (!seat || !form()) return;
  carried = seat;
  event.dataTransfer.setData("text/plain", seat.dataset.name);
  event.dataTransfer.effectAllowed = "move";
});

document.addEventListener("dragover", (event) => {
  const seat = event.target.closest?.("[data-seat]");
  mark(carried && seat ? seat : null);
  if (carried && seat) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const seat = event.target.closest?.("[data-seat]");
  if (!carried || !seat) return;
  event.preventDefault();
  put(seat);
});

document.addEventListener("dragend", () => {
  mark(null);
  carried = null;
});

function form() {
  return document.getElementById("board-move");
}

function pick(seat) {
  if (!form() || !seat.hasAttribute("draggable")) return;
  carried = seat;
  seat.classList.add("picked");
  board().classList.add("moving");
  say("picked", seat);
}

function leave() {
  carried.classList.remove("picked");
  board().classList.remove("moving");
  say("left", carried);
  carried.focus();
  carried = null;
}

function put(seat) {
  const from = carried;
  if (from === seat) return leave();
  carried = null;
  field(`seat-${from.dataset.seat}`, seat.dataset.officer ?? "");
  field(`seat-${seat.dataset.seat}`, from.dataset.officer);
  form().requestSubmit();
}

function field(name, value) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  form().append(input);
}

function mark(seat) {
  for (const each of document.querySelectorAll(".board-seat.over")) if (each !== seat) each.classList.remove("over");
  seat?.classList.add("over");
}

function say(what, seat) {
  const told = document.getElementById("board-told");
  told.textContent = told.dataset[what].replace("{name}", seat.dataset.name);
}

// The seat that lies next in a direction: what is aside counts double, so that a column is followed.
function nearest(seat, [across, down]) {
  const from = middle(seat);
  let best, least = Infinity;
  for (const other of seats()) {
    const to = middle(other);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const along = across ? x * across : y * down;
    const aside = Math.abs(across ? y : x);
    if (other === seat || along < 2 || (across && aside > 60)) continue;
    const far = along + 2 * aside;
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

function middle(seat) {
  const { left, top, height } = seat.getBoundingClientRect();
  return { x: left, y: top + height / 2 };
}
