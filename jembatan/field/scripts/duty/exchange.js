// Sends what waits and fetches the document. Only one page of this phone does at a time; whatever fails stays, and is tried again.
const MOST_AT_ONCE = 20;
const LARGEST = 8 * 1024 * 1024;
const PATIENCE = 30_000;
const UNREADABLE = [400, 413];

export class Exchange {
  over = "";
  certificate = ""; // All that is left to read once it is over.
  unreachable = false;
  #store;
  #places;
  #changed;
  #texts;
  #running = null;
  #again = false;

  constructor(store, places, changed, texts) {
    this.#store = store;
    this.#places = places;
    this.#changed = changed;
    this.#texts = texts;
  }

  // What the phone may still show; gone once the duty is over, with or without a network.
  async document() {
    const kept = await this.#store.kept("document");
    if (kept && Date.parse(kept.until) < Date.now()) {
      await this.#store.keep("document", null);
      return undefined;
    }
    return kept;
  }

  run() {
    this.#again = this.#running !== null;
    this.#running ??= this.#alone(async () => {
      do {
        this.#again = false;
        await this.#once();
      } while (this.#again);
    }).finally(() => (this.#running = null));
    return this.#running;
  }

  async forget(key) {
    const notes = ((await this.#store.kept("notes")) ?? []).filter((note) => note.key !== key);
    await this.#store.keep("notes", notes);
    await this.#changed();
  }

  async leave() {
    await this.#store.purge();
    await this.#store.keep("leaving", true);
    await this.run();
  }

  #alone(work) {
    return navigator.locks ? navigator.locks.request("jembatan-duty", work) : work();
  }

  async #once() {
    try {
      this.unreachable = false;
      if (await this.#store.kept("leaving")) await this.#signOut();
      else {
        await this.#send();
        await this.#fetch();
      }
    } catch {
      this.unreachable = true;
    }
    await this.#changed();
  }

  async #signOut() {
    await this.ask(this.#places.leaving, { method: "POST" });
    await this.#store.keep("leaving", null);
    for (const name of await caches.keys()) if (name.startsWith("duty")) await caches.delete(name);
    this.over = "";
    await this.#fetch();
  }

  async #send() {
    let most = MOST_AT_ONCE;
    for (;;) {
      const some = batch((await this.#store.waiting()).slice(0, most));
      if (!some.length) return;
      const form = new FormData();
      form.append("deeds", JSON.stringify(some.map(({ key, kind, data, happened_at }) => ({ key, kind, data, happened_at }))));
      for (const { key, files } of some) for (const file of files) form.append(`file-${key}`, file, "file");
      form.append("sent_at", new Date().toISOString());
      const response = await this.ask(this.#places.deeds, { method: "POST", body: form });
      if (UNREADABLE.includes(response.status)) {
        // By the word of what stands between, no text is given up: only the desk, which answers in JSON, has read it.
        const isDesk = response.headers.get("Content-Type")?.startsWith("application/json");
        if (!isDesk && (response.status === 400 || (most === 1 && !some[0].files.length))) return;
        // One of them keeps the others from being read: each alone, and that one no longer in their way.
        if (most === 1) await this.#lighten(some[0]);
        most = 1;
        continue;
      }
      if (!response.ok) return;
      const { answers } = await response.json();
      const settled = answers.filter(({ outcome }) => outcome !== "later");
      const told = settled.filter((each) => each.told);
      if (told.length) await this.#tell(told);
      await this.#store.sent(settled.map(({ key }) => key));
      await this.#changed();
      if (settled.length < some.length) return;
    }
  }

  // Without its files, if it has any; else it is shown to whoever wrote it, and given up.
  async #lighten({ key, files, ...deed }) {
    if (files.length) await this.#store.put(deed);
    await this.#store.sent([key]);
    const told = files.length ? this.#texts.withoutFiles : this.#texts.unreadable.replace("%s", deed.data.text ?? "");
    await this.#tell([{ key, outcome: "refused", told }]);
  }

  async #tell(answers) {
    await this.#store.keep("notes", [...((await this.#store.kept("notes")) ?? []), ...answers.map(note)].slice(-6));
  }

  async #fetch() {
    const response = await this.ask(this.#places.data, {});
    if (response.ok) {
      await this.#store.keep("document", await response.json());
      this.over = "";
    } else if (response.status === 401) {
      ({ over: this.over, certificate: this.certificate = "" } = await response.json());
      await this.#store.keep("document", null);
    }
  }

  // The token against forged requests stands in a cookie that the data brings along.
  ask(address, options) {
    const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    return fetch(address, { ...options, cache: "no-store", headers: { "X-CSRFToken": token }, signal: AbortSignal.timeout(PATIENCE) });
  }
}

function batch(waiting) {
  const some = [];
  let size = 0;
  for (const deed of waiting) {
    size += deed.files.reduce((sum, file) => sum + file.size, 0);
    if (some.length && size > LARGEST) break;
    some.push(deed);
  }
  return some;
}

function note({ key, outcome, told }) {
  return { key, told, refused: outcome === "refused", done: outcome === "done" };
}
