// The words that are selected become the sentence of a new promise: [data-promise] is the link, made longer when it is pressed.
const LONGEST = 1500;

function selected() {
  const field = document.activeElement;
  if (field?.matches("textarea")) return field.value.slice(field.selectionStart, field.selectionEnd);
  return document.getSelection()?.toString() ?? "";
}

// Of a conversation: the message that the words stand in.
function messageOf(selection) {
  const start = selection?.anchorNode;
  const element = start?.nodeType === Node.TEXT_NODE ? start.parentElement : start;
  return element?.closest?.("[id^=message-]")?.id.slice("message-".length);
}

// Of minutes: the part that the words stand in has a link of its own, whichever the key pressed.
function linkOf(pressed) {
  if (pressed?.dataset.promise !== "section") return pressed;
  const anchor = document.getSelection()?.anchorNode;
  const element = anchor?.nodeType === Node.TEXT_NODE ? anchor.parentElement : anchor;
  return element?.closest?.("[data-part]")?.querySelector("a[data-promise]") ?? pressed;
}

function take(event) {
  const pressed = event.target.closest?.("a[data-promise]");
  const link = linkOf(pressed);
  const words = selected().trim();
  if (!link || !words) return;
  const address = new URL(link.href);
  address.searchParams.set("evidence", words.slice(0, LONGEST));
  const message = link.dataset.promise === "thread" && messageOf(document.getSelection());
  if (message) {
    address.searchParams.delete("thread");
    address.searchParams.set("message", message);
  }
  pressed.href = address;
}

// A pointer takes the selection away before it clicks; a key does not.
document.addEventListener("pointerdown", take, true);
document.addEventListener("click", take, true);
