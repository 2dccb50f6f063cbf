// The duties that are open to everybody, as the desk knows them now: without a network nobody knows them.
export class Openings {
  duties = [];
  #state = "asked";
  #address;
  #fetch;
  #changed;

  constructor(address, fetch, changed) {
    this.#address = address;
    this.#fetch = fetch;
    this.#changed = changed;
  }

  // "asked", "known" or "unreachable".
  get state() {
    return navigator.onLine ? this.#state : "unreachable";
  }

  async ask() {
    try {
      const response = await this.#fetch(this.#address);
      if (!response.ok) throw new Error(response.status);
      this.duties = (await response.json()).duties;
      this.#state = "known";
    } catch {
      this.#state = "unreachable";
    }
    await this.#changed();
  }
}
