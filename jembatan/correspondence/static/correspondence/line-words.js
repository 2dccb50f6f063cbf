// ";word" and Tab or Enter: the line to take with that word, in the language of the letter. The server says which, and remembers it.
const around = document.querySelector("[data-line-words]");
const field = around?.querySelector("textarea");
const words = new Set(around?.dataset.lineWords.split(" "));
const TYPED = /(?:^|\s);([a-z0-9-]+)$/;

field?.addEventListener("keydown", (event) => {
  if (!["Tab", "Enter"].includes(event.key) || event.shiftKey || event.isComposing) return;
  const caret = field.selectionStart;
  const typed = TYPED.exec(field.value.slice(0, caret));
  if (field.selectionEnd !== caret || !words.has(typed?.[1])) return;
  event.preventDefault();
  insert(typed[1], caret - typed[1].length - 1);
});

async function insert(word, start) {
  const end = start + word.length + 1;
  const rest = field.value.slice(0, start) + field.value.slice(end);
  const body = new FormData();
  body.set("word", word);
  body.set("text", rest);
  body.set("csrfmiddlewaretoken", field.form.elements.csrfmiddlewaretoken.value);
  try {
    const response = await fetch(around.dataset.lines, { method: "POST", body });
    const { text, refusal } = await response.json();
    if (refusal) return told(refusal);
    field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    told(field.form.dataset.unsaved);
  }
}

function told(sentence) {
  field.form.querySelector("[data-saved]").textContent = sentence;
}
