/** Walk along the elevation profile with a slider, the pointer or a finger: the same place shows on the map.

    The slider appears with JavaScript only; without it the profile and its table say the same. */
const NAMESPACE = "http://www.w3.org/2000/svg";

export function profileWalks(root) {
  for (const walk of root.querySelectorAll("[data-profile-walk]")) new ProfileWalk(walk, root);
}

class ProfileWalk {
  constructor(walk, root) {
    this.line = root.querySelector(".trail-profile__line");
    this.track = root.querySelector(".trail-map__track");
    if (!this.line || !this.track) return;
    this.slider = walk.querySelector("input");
    this.output = walk.querySelector("output");
    this.words = walk.dataset.profileWalk;
    this.length = Number(this.line.dataset.km);
    this.metres = this.line.dataset.metres.split(" ").map(Number);
    this.edges = this.line.dataset.frame.split(" ").map(Number);
    this.numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
    this.onProfile = this.mark(this.line);
    this.onMap = this.mark(this.track);
    walk.hidden = false;
    this.slider.addEventListener("input", () => this.show(this.slider.value / this.slider.max));
    const profile = this.line.ownerSVGElement;
    profile.addEventListener("pointermove", (event) => this.follow(event, profile));
    this.show(0);
  }

  mark(line) {
    const dot = document.createElementNS(NAMESPACE, "circle");
    dot.setAttribute("class", "walk-mark");
    line.parentNode.append(dot);
    return dot;
  }

  follow(event, profile) {
    const box = profile.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * profile.viewBox.baseVal.width;
    const [left, right] = this.edges;
    const share = Math.min(1, Math.max(0, (x - left) / (right - left)));
    this.slider.value = share * this.slider.max;
    this.show(share);
  }

  show(share) {
    const [left, right, top, bottom] = this.edges;
    const place = this.pointAt(left + share * (right - left));
    const spot = this.track.getPointAtLength(share * this.track.getTotalLength());
    this.put(this.onProfile, place);
    this.put(this.onMap, spot);
    const [low, high] = this.metres;
    const height = high - ((place.y - top) / (bottom - top)) * (high - low);
    const text = this.words
      .replace("{km}", this.numbers.format(share * this.length))
      .replace("{m}", this.numbers.format(Math.round(height)));
    this.output.textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
  }

  put(dot, { x, y }) {
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
  }

  /** Return the point of the profile above `x`: the line never runs back, so halving finds it. */
  pointAt(x) {
    let [from, to] = [0, this.line.getTotalLength()];
    while (to - from > 0.25) {
      const middle = (from + to) / 2;
      if (this.line.getPointAtLength(middle).x < x) from = middle;
      else to = middle;
    }
    return this.line.getPointAtLength(to);
  }
}
