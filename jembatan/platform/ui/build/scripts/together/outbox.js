// What the server does not have yet, kept in the browser's local storage: written before the key is up, it outlives the page. A piece
// grows while one types and is sealed when it is sent. Where the browser stores nothing it is only in memory.
import { mergeUpdates } from "yjs";

const LARGEST_PIECE = 32_000;

export class Outbox {
  #prefix;
  #pieces = [];
  #count = 0;
  #refused = new Map();
  onlyInMemory = false;

  // `prefix` names the place and the user; other pages' pieces of the same are found too, and sent by whoever comes first.
  constructor(prefix) {
    this.#prefix = prefix;
    for (const [key, content] of stored(prefix)) {
      const [client, section, order] = key.slice(prefix.length).split(" ");
      this.#pieces.push({ key, section, client: Number(client), order: Number(order), content, sent: false, sealed: true });
    }
    this.#pieces.sort((one, other) => one.client - other.client || one.order - other.order);
  }

  get isEmpty() {
    return this.#pieces.every(({ key }) => this.#refused.has(key));
  }

  *all() {
    for (const { section, content } of this.#pieces) yield { section, update: bytesOf(content) };
  }

  put(section, client, update) {
    const last = this.#pieces.findLast((piece) => piece.section === section && piece.client === client);
    if (last && !last.sealed && !last.sent && last.content.length < LARGEST_PIECE) {
      last.content = textOf(mergeUpdates([bytesOf(last.content), update]));
      this.#store(last);
      return;
    }
    const order = this.#count++;
    const piece = { key: `${this.#prefix}${client} ${section} ${order}`, section, client, order, content: textOf(update), sent: false, sealed: false };
    this.#pieces.push(piece);
    this.#store(piece);
  }

  // The oldest that are not refused, up to so many characters; at least one.
  take(most) {
    let size = 0;
    const taken = [];
    for (const piece of this.#pieces) {
      if (this.#refused.has(piece.key) || piece.sent) continue;
      size += piece.content.length;
      if (taken.length && size > most) break;
      piece.sent = true;
      taken.push(piece);
    }
    return taken;
  }

  done(piece) {
    this.#pieces = this.#pieces.filter((each) => each !== piece);
    try {
      if (localStorage.getItem(piece.key) === piece.content) localStorage.removeItem(piece.key);
    } catch {
      // Nothing was stored.
    }
  }

  giveBack(pieces) {
    for (const piece of pieces) piece.sent = false;
  }

  // It stays on this device, and is tried again when the page is opened again.
  refuse(piece, sentence) {
    piece.sent = false;
    piece.sealed = true;
    this.#refused.set(piece.key, sentence);
  }

  tryAgain() {
    this.#refused.clear();
  }

  refusals() {
    return [...this.#refused.values()];
  }

  #store({ key, content }) {
    try {
      localStorage.setItem(key, content);
      this.onlyInMemory = false;
    } catch {
      this.onlyInMemory = true;
    }
  }
}

function stored(prefix) {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function bytesOf(content) {
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}

function textOf(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
