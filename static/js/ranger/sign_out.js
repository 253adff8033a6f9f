/** Whoever signs out of the staff interface leaves no visitors' names on the telephone; notes not sent yet stay. */
import { forgetSheet } from "./store.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.action?.endsWith("/logout/") || form.dataset.forgotten) return;
  event.preventDefault();
  await forgetSheet().catch(() => {});
  form.dataset.forgotten = "yes";
  form.submit();
});
