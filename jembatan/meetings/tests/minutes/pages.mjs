// Open pages for the tests: Yjs as the browser runs it. One line of JSON asks, one answers.
import { createInterface } from "node:readline";
import * as Y from "yjs";
import { changeBetween } from "../../../platform/ui/build/scripts/together/change.js";

const documents = new Map();
const base64 = (bytes) => Buffer.from(bytes).toString("base64");

const answers = {
  // The text box of a document says `after` now, with its caret there; answers with the update.
  type({ name, client, after, caret }) {
    const text = textOf(name, client);
    const { start, removed, added } = changeBetween(text.toString(), after, caret);
    const updates = [];
    const note = (update) => updates.push(update);
    text.doc.on("update", note);
    text.doc.transact(() => {
      if (removed) text.delete(start, removed);
      if (added) text.insert(start, added);
    });
    text.doc.off("update", note);
    return updates.map(base64);
  },
  hear({ name, client, update }) {
    Y.applyUpdate(textOf(name, client).doc, Buffer.from(update, "base64"));
    return null;
  },
  text: ({ name, client }) => textOf(name, client).toString(),
  all: ({ name, client }) => base64(Y.encodeStateAsUpdate(textOf(name, client).doc)),
  together: ({ updates }) => base64(Y.mergeUpdates(updates.map((each) => Buffer.from(each, "base64")))),
};

function textOf(name, client) {
  if (!documents.has(name)) {
    const made = new Y.Doc();
    made.clientID = client;
    documents.set(name, made);
  }
  return documents.get(name).getText("text");
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answers[asked.do](asked))}\n`);
}
