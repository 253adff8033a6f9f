/** Let arrow, Home and End keys move a strip of frames by whole frames. */
export function stripKeys(root) {
  for (const strip of root.querySelectorAll("[data-strip]")) {
    strip.addEventListener("keydown", (event) => onKey(strip, event));
  }
}

function onKey(strip, event) {
  const frames = [...strip.children];
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -frames.length, End: frames.length }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const target = Math.min(frames.length - 1, Math.max(0, currentFrame(strip, frames) + step));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  strip.scrollTo({ left: offset(strip, frames[target]), behavior: calm ? "instant" : "smooth" });
}

function currentFrame(strip, frames) {
  const distances = frames.map((frame) => Math.abs(offset(strip, frame) - strip.scrollLeft));
  return distances.indexOf(Math.min(...distances));
}

function offset(strip, frame) {
  return frame.offsetLeft - strip.firstElementChild.offsetLeft;
}
