// A plain text box bound to a shared text: its edits go in, others' edits come out without moving the caret, and Ctrl Z takes back one's own.
import { UndoManager } from "yjs";
import { changeBetween, moved } from "./change.js";

const LOCAL = Symbol("local");

export function bind(box, text) {
  const undo = new UndoManager(text, { trackedOrigins: new Set([LOCAL]), captureTimeout: 700 });
  let shown = text.toString();
  box.value = shown;

  box.addEventListener("input", () => {
    if (box.value.includes("\0")) box.value = box.value.replaceAll("\0", "");
    const change = changeBetween(shown, box.value, box.selectionEnd);
    shown = box.value;
    text.doc.transact(() => {
      if (change.removed) text.delete(change.start, change.removed);
      if (change.added) text.insert(change.start, change.added);
    }, LOCAL);
  });

  text.observe(({ delta, transaction }) => {
    if (transaction.origin === LOCAL) return;
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = box;
    shown = text.toString();
    box.value = shown;
    const [start, end] = [selectionStart, selectionEnd].map((each) => moved(each, delta));
    box.setSelectionRange(start, end, selectionDirection);
    box.scrollTop = scrollTop;
  });

  box.addEventListener("beforeinput", (event) => {
    if (event.inputType === "historyUndo") takeBack(event, "undo");
    if (event.inputType === "historyRedo") takeBack(event, "redo");
  });
  box.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z") takeBack(event, event.shiftKey ? "redo" : "undo");
    if (key === "y") takeBack(event, "redo");
  });
  box.addEventListener("blur", () => undo.stopCapturing());

  function takeBack(event, way) {
    event.preventDefault();
    undo[way]();
  }
}
