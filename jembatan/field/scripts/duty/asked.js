// What only the desk knows, as it stands now: asked when somebody looks, never kept, and unknown without a network.
export class Asked {
  answer = {};
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
      this.answer = await response.json();
      this.#state = "known";
    } catch {
      this.#state = "unreachable";
    }
    await this.#changed();
  }
}
