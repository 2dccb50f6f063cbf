// What the phone keeps, in IndexedDB: "kept" by name (the document, notes, drafts), and the outbox in the order in which it was written.
const NAME = "jembatan-duty";

export class Store {
  #database;

  static async open() {
    const store = new Store();
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("kept");
      asked.result.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
    };
    store.#database = await answer(asked);
    return store;
  }

  kept(name) {
    return this.#do("kept", "readonly", (table) => table.get(name));
  }

  keep(name, value) {
    return this.#do("kept", "readwrite", (table) => (value === null ? table.delete(name) : table.put(value, name)));
  }

  // Given its key and its moment before anything is sent, so that it is the same deed however often it is.
  put({ kind, data, files = [], happened_at = new Date().toISOString() }) {
    const deed = { key: crypto.randomUUID(), kind, data, files, happened_at };
    return this.#do("outbox", "readwrite", (table) => table.add(deed));
  }

  waiting() {
    return this.#do("outbox", "readonly", (table) => table.getAll());
  }

  async sent(keys) {
    const done = new Set(keys);
    for (const { order, key } of await this.waiting()) {
      if (done.has(key)) await this.#do("outbox", "readwrite", (table) => table.delete(order));
    }
  }

  async purge() {
    await this.#do("kept", "readwrite", (table) => table.clear());
    await this.#do("outbox", "readwrite", (table) => table.clear());
  }

  // Done once the disk has it, not when the question was put.
  #do(name, mode, ask) {
    const work = this.#database.transaction(name, mode, { durability: "strict" });
    const asked = ask(work.objectStore(name));
    return new Promise((resolve, reject) => {
      work.oncomplete = () => resolve(asked.result);
      work.onerror = work.onabort = () => reject(work.error);
    });
  }
}

function answer(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
