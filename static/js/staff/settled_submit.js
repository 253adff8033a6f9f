/** A form is sent once everything has settled: the text editor hands over what is typed a quarter of a second later, and a
    save of the page's own that is under way would be a second one beside it. Meanwhile no new one begins. */
const HANDOVER = 400; // ms
const PATIENCE = 8000; // ms for a save that never says how it ended
let typed = 0;
let saving = null; // the form that is saved by itself just now
let leaving = null; // the form whose sending is under way
let settled = () => {};

for (const name of ["keydown", "input", "paste"]) {
  document.addEventListener(
    name,
    (event) => {
      if (event.target.closest?.(".Draftail-Editor")) typed = performance.now();
    },
    true,
  );
}

document.addEventListener("w-autosave:save", (event) => {
  if (leaving === event.target) event.preventDefault();
  else if (!event.defaultPrevented) saving = event.target;
});

for (const name of ["w-autosave:success", "w-autosave:error"]) {
  document.addEventListener(name, () => {
    saving = null;
    settled();
  });
}

window.addEventListener("pageshow", () => {
  leaving = null;
});

document.addEventListener(
  "submit",
  async (event) => {
    const { target: form, submitter } = event;
    const wait = typed ? HANDOVER - (performance.now() - typed) : 0;
    if (form.dataset.settled || (wait <= 0 && saving !== form)) {
      setTimeout(() => {
        if (!event.defaultPrevented) leaving = form;
      });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (leaving === form) return; // pressed again while it waits
    leaving = form;
    await Promise.all([after(wait), saving === form ? endOfSaving() : null]);
    // The button may be disabled by now, and a disabled one would not say what was asked for.
    if (submitter?.name) form.append(hidden(submitter.name, submitter.value));
    form.dataset.settled = "yes";
    form.requestSubmit();
    delete form.dataset.settled;
  },
  true,
);

const after = (wait) => new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
const endOfSaving = () => Promise.race([new Promise((resolve) => (settled = resolve)), after(PATIENCE)]);

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}
