/** Lay the frames of a visit on one another and step or play through them: the animal moves, the forest stays.

    Without this the frames are a row that scrolls. Nothing plays by itself; those who asked for calm get slow steps. */
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const PACE = 650;
const CALM_PACE = 1800;
const SWIPE = 40;

export function viewers(root) {
  for (const viewer of root.querySelectorAll("[data-viewer]")) {
    if (viewer.querySelector("[data-controls]")) new Viewer(viewer);
  }
}

class Viewer {
  constructor(root) {
    this.root = root;
    this.row = root.querySelector("[data-frames]");
    this.frames = [...this.row.children];
    this.links = [...root.querySelectorAll("[data-show]")];
    this.play = root.querySelector("[data-play]");
    this.said = root.querySelector("[data-said]");
    this.timer = 0;
    root.querySelector("[data-controls]").hidden = false;
    root.classList.add("viewer--ready");
    root.addEventListener("keydown", (event) => this.onKey(event));
    root.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.pause());
    this.listenForSwipes();
    const asked = this.frames.findIndex((frame) => `#${frame.id}` === location.hash);
    this.show(asked < 0 ? Number(root.dataset.cover) : asked);
    this.isUntouched = true;
    root.classList.remove("viewer--moved");
    for (const reached of ["pointerenter", "focusin"]) {
      root.addEventListener(reached, () => root.classList.add("viewer--moved"), { once: true });
    }
  }

  show(number, isSaid = false) {
    this.isUntouched = false;
    this.root.classList.add("viewer--moved");
    this.current = (number + this.frames.length) % this.frames.length;
    this.frames.forEach((frame, at) => frame.toggleAttribute("data-current", at === this.current));
    this.links.forEach((link, at) => {
      if (at === this.current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (isSaid) this.said.textContent = this.frames[this.current].querySelector("p").textContent;
  }

  step(by) {
    this.pause();
    this.show(this.current + by, true);
  }

  start() {
    this.markPlaying(true);
    if (this.isUntouched || this.current === this.frames.length - 1) this.show(0);
    this.timer = setInterval(() => this.tick(), calm() ? CALM_PACE : PACE);
    for (const picture of this.row.querySelectorAll("img")) picture.loading = "eager";
  }

  tick() {
    const following = this.frames[(this.current + 1) % this.frames.length].querySelector("img");
    if (following && !following.complete) return; // a slow line: the film waits for its next frame
    if (calm() && this.current === this.frames.length - 1) this.pause();
    else this.show(this.current + 1);
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.markPlaying(false);
  }

  markPlaying(isPlaying) {
    this.play.setAttribute("aria-pressed", String(isPlaying));
    for (const label of this.play.querySelectorAll("[data-when]")) {
      label.hidden = (label.dataset.when === "playing") !== isPlaying;
    }
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.frames.length - 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -this.current, End: last - this.current }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.step(step);
  }

  onClick(event) {
    const control = event.target.closest("[data-step], [data-play], [data-show]");
    if (!control) return;
    event.preventDefault();
    if (control.dataset.step) this.step(Number(control.dataset.step));
    else if (control.dataset.show) this.step(Number(control.dataset.show) - this.current);
    else if (this.timer) this.pause();
    else this.start();
  }

  listenForSwipes() {
    let from = null;
    this.row.addEventListener("touchstart", (event) => { from = event.touches[0].clientX; }, { passive: true });
    this.row.addEventListener("touchend", (event) => {
      const moved = from === null ? 0 : event.changedTouches[0].clientX - from;
      from = null;
      if (Math.abs(moved) > SWIPE) this.step(moved < 0 ? 1 : -1);
    });
  }
}
