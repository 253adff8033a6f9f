/** Says in the reader's language what the translation editor's script says in English only. */
const words = document.getElementById("staff-translation-words").dataset;
const HEADING = /^(.+) to (.+) translation$/;

function translate(root) {
  for (const heading of root.querySelectorAll(".w-tabs h3")) {
    const found = HEADING.exec(heading.textContent);
    if (found) {
      heading.textContent = words.heading.replace("{source}", found[1]).replace("{target}", found[2]);
    }
  }
  for (const label of root.querySelectorAll(".w-dropdown__toggle .w-sr-only")) {
    if (label.textContent === "More actions") label.textContent = words.more;
  }
}

const editor = document.querySelector(".js-translation-editor");
if (editor) {
  translate(editor);
  new MutationObserver(() => translate(editor)).observe(editor, { childList: true, subtree: true });
}

const handover = document.querySelector(".staff-handover");
if (editor && handover) editor.before(handover);
