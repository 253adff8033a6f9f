/** Send a filter form as soon as a choice is made with a finger or the mouse. Typing, and choosing by keys, where every
    arrow is a change, waits for the button or Enter. */
export function autoSubmit(root) {
  for (const form of root.querySelectorAll("form[data-auto-submit]")) {
    let isByKeys = false;
    form.addEventListener("keydown", () => { isByKeys = true; });
    form.addEventListener("pointerdown", () => { isByKeys = false; });
    form.addEventListener("change", (event) => {
      if (!isByKeys && event.target.matches("select, input[type=checkbox], input[type=radio]")) {
        form.requestSubmit();
      }
    });
    // Empty fields would only lengthen the address people share.
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) {
        if (value === "") event.formData.delete(name);
      }
    });
  }
}
