// htmx is set up by the meta tag of the document; here, only what a refused or lost request says to the reader.
import "htmx.org";
import { showNote } from "./toasts.js";

document.addEventListener("htmx:response:error", ({ detail }) => {
  const status = detail?.ctx?.response?.status;
  if (status !== 409 && status !== 422) showNote(status === 403 ? "refused" : "failed");
});
document.addEventListener("htmx:error", ({ detail }) => {
  if (detail?.error?.name !== "AbortError" && !detail?.ctx?.response) showNote("offline");
});
