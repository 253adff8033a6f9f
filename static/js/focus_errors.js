/** Bring the reader of a refused form to the summary of what is wrong. */
export function focusErrors(root) {
  root.querySelector("[data-focus]")?.focus();
}
