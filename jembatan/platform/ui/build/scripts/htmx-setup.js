// htmx is set up by the meta tag of the document; here, what a refused or lost request says to the reader, and who asked.
import "htmx.org";
import { UNASKED } from "./requests.js";
import { showNote } from "./toasts.js";

const BY_ITSELF = ["load", "every"];

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  if (BY_ITSELF.includes(ctx.sourceEvent?.type)) Object.assign(ctx.request.headers, UNASKED);
});

document.addEventListener("htmx:response:error", ({ detail }) => {
  const status = detail?.ctx?.response?.status;
  if (status !== 409 && status !== 422) showNote(status === 403 ? "refused" : "failed");
});
document.addEventListener("htmx:error", ({ detail }) => {
  if (detail?.error?.name !== "AbortError" && !detail?.ctx?.response) showNote("offline");
});
