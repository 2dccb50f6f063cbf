// What a button or a form does, as a deed that is sent.
import { small } from "./photo.js";

export async function deedOf({ deed, ...of }, form) {
  const number = (name) => Number(of[name]);
  if (deed === "seen") return { kind: deed, data: { kind: of.kind, id: number("record"), version: number("version") } };
  if (deed === "handover" || deed === "broadcast") return { kind: deed, data: { id: number("record") } };
  if (deed === "cannot") return { kind: deed, data: { duty: number("duty"), reason: of.reason } };
  if (deed === "can" || deed === "take") return { kind: deed, data: { duty: number("duty") } };
  if (deed === "check") return { kind: deed, data: { officer: number("officer"), duty: number("duty"), what: of.what } };
  const said = new FormData(form);
  const text = (name) => String(said.get(name) ?? "").trim();
  const photos = said.getAll("photo").filter(({ size }) => size);
  if (deed === "incident") {
    const voices = said.getAll("voice").filter(({ size }) => size);
    return {
      kind: deed,
      data: { text: text("text"), severity: text("severity"), ...(text("duty") && { duty: Number(text("duty")) }) },
      files: [...(await Promise.all(photos.map(small))), ...voices],
    };
  }
  if (deed === "hand_over") return { kind: deed, data: { duty: Number(text("duty")), text: text("text") } };
  const day = text("day");
  if (deed === "hours") {
    return { kind: "claim", data: { kind: "hours", day, text: text("text"), minutes: Math.round(Number(text("hours")) * 60) } };
  }
  const spent = { kind: "expense", day, text: text("text"), amount: text("amount"), currency: text("currency") };
  return { kind: "claim", data: spent, files: await Promise.all(photos.map(small)) };
}
