/** Hand the address of this page to the device's own sharing, or copy it; without either the button stays away. */
export function shareButtons(root) {
  for (const button of root.querySelectorAll("[data-share]")) {
    if (!navigator.share && !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => share(button));
  }
}

async function share(button) {
  const url = button.dataset.share || location.href.split("#")[0];
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      say(button, button.dataset.done);
    }
  } catch (error) {
    if (error.name !== "AbortError") say(button, url);
  }
}

function say(button, words) {
  button.querySelector("[role=status]").textContent = words;
}
