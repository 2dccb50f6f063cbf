// Waking this phone when something changes: asked for by a tap alone, kept by the browser, and told to the desk each time the page is opened.
export class Alarms {
  #places;
  #ask;

  constructor(places, ask) {
    this.#places = places;
    this.#ask = ask;
  }

  // "none": this browser cannot; "off": it can; "on"; "denied": its owner has said no.
  async state() {
    if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "none";
    if (Notification.permission === "denied") return "denied";
    return Notification.permission === "granted" && (await this.#kept()) ? "on" : "off";
  }

  // Within a tap: browsers ask for permission then only. Answers what the desk says against it, "" if nothing.
  async start() {
    if ((await Notification.requestPermission()) !== "granted") return;
    const { key } = await (await this.#ask(this.#places.push, {})).json();
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: bytes(key) };
    try {
      await pushManager.subscribe(options);
    } catch (error) {
      // It is kept for another key, of the desk as it was before.
      if (error.name !== "InvalidStateError") throw error;
      await (await this.#kept())?.unsubscribe();
      await pushManager.subscribe(options);
    }
    await this.tell();
  }

  // What the browser has may be another address than the desk knows.
  async tell() {
    const kept = await this.#kept();
    if (!kept || Notification.permission !== "granted") return;
    const { endpoint, keys } = kept.toJSON();
    const answer = await this.#ask(this.#places.push, { method: "POST", body: form({ endpoint, ...keys }) });
    if (answer.status === 400) await kept.unsubscribe();
  }

  async stop() {
    await (await this.#kept())?.unsubscribe();
    await this.#ask(this.#places.pushEnding, { method: "POST" });
  }

  // With the phone's sign-out: the desk forgets its side by itself.
  async leave() {
    await (await this.#kept())?.unsubscribe();
  }

  async #kept() {
    const worker = await navigator.serviceWorker?.getRegistration(this.#places.duty);
    return worker?.pushManager?.getSubscription();
  }
}

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
}

function form(fields) {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
}
