/** Show how long places are still held, second by second; the sentence above it speaks at whole minutes only. */
export function holdClocks(root) {
  for (const box of root.querySelectorAll("[data-hold]")) startClock(box);
}

function startClock(box) {
  const end = Date.now() + Number(box.dataset.hold) * 1000;
  const clock = box.querySelector(".booking-hold__clock");
  if (end <= Date.now()) return;
  clock.hidden = false;
  const tick = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    box.classList.toggle("booking-hold--soon", left <= 120);
    if (left > 0) return;
    clearInterval(timer);
    clock.hidden = true;
    box.querySelector(".booking-hold__words").textContent = box.dataset.over;
    box.querySelector(".booking-hold__actions")?.remove();
  };
  const timer = setInterval(tick, 1000);
  tick();
}
