/** What the pages of the sign-in can do with a script: passkeys, and printing. Without one their buttons stay hidden. */
const trouble = document.querySelector("[data-passkey-trouble]");
const print = document.querySelector("[data-print]");

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-passkey-form]")) form.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  if (trouble) trouble.hidden = false;
});

if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
