/** Shows a picture as soon as it is chosen, and lets its focal point be set before it is sent. */
const SHARE = 0.2; // the point becomes a square of a fifth of the shorter side

document.addEventListener("change", (event) => {
  const input = event.target;
  const form = input.form;
  if (input.type !== "file" || !form?.querySelector("input.focal_point_x")) return;
  form.querySelector(".staff-focal")?.remove();
  for (const field of form.querySelectorAll("input[class^='focal_point_']")) field.value = "";
  const [file] = input.files;
  if (file?.type.startsWith("image/")) input.after(preview(file, form));
});

function preview(file, form) {
  const words = document.getElementById("staff-focal-words").dataset;
  const box = document.createElement("div");
  box.className = "staff-focal";
  const stage = document.createElement("button");
  stage.type = "button";
  stage.className = "staff-focal__stage";
  stage.setAttribute("aria-label", words.label);
  const picture = document.createElement("img");
  picture.alt = "";
  picture.src = URL.createObjectURL(file);
  const mark = document.createElement("span");
  mark.className = "staff-focal__mark";
  mark.hidden = true;
  const hint = document.createElement("p");
  hint.textContent = words.hint;
  stage.append(picture, mark);
  box.append(stage, hint);
  stage.addEventListener("click", (event) => {
    const frame = picture.getBoundingClientRect();
    const byKeyboard = event.detail === 0;
    const across = byKeyboard ? 0.5 : (event.clientX - frame.left) / frame.width;
    const down = byKeyboard ? 0.5 : (event.clientY - frame.top) / frame.height;
    place(mark, across, down);
    write(form, picture, across, down);
  });
  return box;
}

function place(mark, across, down) {
  mark.hidden = false;
  mark.style.insetInlineStart = `${across * 100}%`;
  mark.style.insetBlockStart = `${down * 100}%`;
}

/** Writes the point in pixels of the picture as it will be stored, which is made smaller when it is very large. */
function write(form, picture, across, down) {
  const { maxSide } = document.getElementById("staff-focal-words").dataset;
  const scale = Math.min(1, maxSide / Math.max(picture.naturalWidth, picture.naturalHeight));
  const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  const side = Math.round(SHARE * Math.min(width, height));
  const values = { x: across * width, y: down * height, width: side, height: side };
  for (const [name, value] of Object.entries(values)) {
    form.querySelector(`input.focal_point_${name}`).value = Math.round(value);
  }
}
