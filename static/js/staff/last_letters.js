/** The text editor hands over what is typed a quarter of a second later: whoever saves sooner would lose the last letters. */
const HANDOVER = 400; // ms
let typed = 0;

for (const name of ["keydown", "input", "paste"]) {
  document.addEventListener(
    name,
    (event) => {
      if (event.target.closest?.(".Draftail-Editor")) typed = performance.now();
    },
    true,
  );
}

document.addEventListener(
  "submit",
  (event) => {
    const wait = HANDOVER - (performance.now() - typed);
    if (!typed || wait <= 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target: form, submitter } = event;
    typed = 0;
    setTimeout(() => {
      // The button may be disabled by now, and a disabled one would not say what was asked for.
      if (submitter?.name) form.append(hidden(submitter.name, submitter.value));
      form.requestSubmit();
    }, wait);
  },
  true,
);

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}
