// What the reader sees of it: the state ("Saved"), and who is at which text.

const ORDINARY = ["saved", "saving"];

// `state` names a sentence in the markup: <p data-state> with data-saved, data-saving, data-offline …; `detail` is said behind it.
// Readers of the screen hear only of trouble, and that it is over: [data-trouble].
export function showState(place, state, detail = "") {
  const told = place.querySelector("[data-state]");
  const trouble = place.querySelector("[data-trouble]");
  const sentence = [told.dataset[state], detail].filter(Boolean).join(" ");
  const heard = ORDINARY.includes(state) ? (state === "saved" && trouble.textContent ? sentence : trouble.textContent) : sentence;
  if (trouble.textContent !== heard) trouble.textContent = heard;
  told.dataset.state = state;
  if (told.textContent !== sentence) told.textContent = sentence;
}

export function showPens(place, pens) {
  for (const shown of place.querySelectorAll("[data-pens]")) {
    const names = pens.filter(({ section }) => String(section ?? "") === shown.dataset.pens).map(({ name }) => name);
    const sentence = names.length ? shown.dataset.says.replace("#", names.join(", ")) : "";
    if (shown.textContent !== sentence) shown.textContent = sentence;
    shown.hidden = !sentence;
  }
}
