/** Says in the reader's language what the translation editor's script says in English only, and sets our parts around it. */
const words = document.getElementById("staff-translation-words").dataset;
const HEADING = /^(.+) to (.+) translation$/;

/** Writes only what differs: in English the words are those that stand there, and each writing is observed. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function translate(root) {
  for (const heading of root.querySelectorAll(".w-tabs h3")) {
    const found = HEADING.exec(heading.textContent);
    if (found) {
      say(heading, words.heading.replace("{source}", found[1]).replace("{target}", found[2]));
    }
  }
  for (const label of root.querySelectorAll(".w-dropdown__toggle .w-sr-only")) {
    if (label.textContent === "More actions") say(label, words.more);
  }
}

/** Puts the editor and what stands beside it into one frame. */
function frame(editor, bench, beside) {
  const around = document.createElement("div");
  around.className = "staff-translating";
  editor.before(around);
  around.append(bench, editor, beside);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.closest(".staff-terms").querySelector("[role=status]").textContent = `${words.copied}: ${button.dataset.copy}`;
}

const editor = document.querySelector(".js-translation-editor");
const bench = document.querySelector(".staff-bench");
if (editor) {
  translate(editor);
  new MutationObserver(() => translate(editor)).observe(editor, { childList: true, subtree: true });
}
if (editor && bench) {
  const beside = document.querySelector(".staff-beside");
  frame(editor, bench, beside);
  beside.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}
