/** Let a viewer fill the screen, where a click looks closely and a second one steps back; + and − do so anywhere, two
    fingers by the browser's own zoom. An enlarged picture is moved by dragging or by the arrow keys.

    Without this the frames stay as they are; each leads to a page of its own with the whole picture. */
const MOST = 4;
const STEP = 1.5;
const PUSH = 60;

export function closeLooks(root) {
  for (const viewer of root.querySelectorAll("[data-viewer]")) new CloseLook(viewer);
}

class CloseLook {
  constructor(root) {
    this.root = root;
    this.stage = root.querySelector("[data-frames]");
    this.full = root.querySelector("[data-full]");
    this.reset();
    if (this.full && document.fullscreenEnabled) {
      this.full.hidden = false;
      this.full.addEventListener("click", () => this.toggleFull());
      document.addEventListener("fullscreenchange", () => this.onFullChange());
    }
    root.addEventListener("keydown", (event) => this.onKey(event), true);
    this.stage.addEventListener("click", (event) => this.onClick(event));
    this.stage.addEventListener("pointerdown", (event) => this.onGrab(event));
  }

  toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen();
  }

  onFullChange() {
    const isFull = document.fullscreenElement === this.root;
    this.root.classList.toggle("viewer--full", isFull);
    this.full.setAttribute("aria-pressed", String(isFull));
    if (!isFull) this.reset();
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const scale = { "+": this.scale * STEP, "=": this.scale * STEP, "-": this.scale / STEP, 0: 1 }[event.key];
    const push = { ArrowLeft: [PUSH, 0], ArrowRight: [-PUSH, 0], ArrowUp: [0, PUSH], ArrowDown: [0, -PUSH] }[event.key];
    if (scale !== undefined) this.enlarge(scale);
    else if (push && this.scale > 1) this.move(...push);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onClick(event) {
    if (!this.root.classList.contains("viewer--full") && this.scale === 1) return;
    event.preventDefault();
    if (this.isDragged) return;
    if (this.scale > 1) {
      this.reset();
      return;
    }
    const box = this.stage.getBoundingClientRect();
    this.enlarge(2.25);
    this.move(box.left + box.width / 2 - event.clientX, box.top + box.height / 2 - event.clientY, 2.25);
  }

  onGrab(grab) {
    if (this.scale === 1 || grab.pointerType === "touch") return;
    grab.preventDefault();
    const leave = new AbortController();
    this.isDragged = false;
    const follow = (event) => {
      this.isDragged ||= event.movementX !== 0 || event.movementY !== 0;
      this.move(event.movementX, event.movementY);
    };
    addEventListener("pointermove", follow, { signal: leave.signal });
    addEventListener("pointerup", () => leave.abort(), { signal: leave.signal });
  }

  enlarge(scale) {
    this.scale = Math.min(MOST, Math.max(1, scale));
    this.move(0, 0);
  }

  move(right, down, times = 1) {
    const room = { x: (this.stage.clientWidth * (this.scale - 1)) / 2, y: (this.stage.clientHeight * (this.scale - 1)) / 2 };
    this.x = Math.min(room.x, Math.max(-room.x, this.x + right * times));
    this.y = Math.min(room.y, Math.max(-room.y, this.y + down * times));
    this.draw();
  }

  reset() {
    this.isDragged = false;
    [this.scale, this.x, this.y] = [1, 0, 0];
    this.draw();
  }

  draw() {
    this.root.classList.toggle("viewer--close", this.scale > 1);
    const transform = this.scale > 1 ? `translate(${this.x}px, ${this.y}px) scale(${this.scale})` : "";
    for (const picture of this.stage.querySelectorAll("img")) picture.style.transform = transform;
  }
}
