/** Whoever signs out of the staff interface leaves no visitors' names on the telephone; notes not sent yet stay. */
import { forgetSheet } from "./store.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  // A field of the form may be called "action", and would stand for its address.
  const address = form.getAttribute("action") ?? "";
  if (!address.endsWith("/logout/") || form.dataset.forgotten) return;
  event.preventDefault();
  await forgetSheet().catch(() => {});
  form.dataset.forgotten = "yes";
  form.submit();
});
