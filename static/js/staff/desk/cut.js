/** Shows on a frame what a cut would take away. */
export function showCut(frame) {
  const share = (name) => Math.min(80, Math.max(0, Number(frame.querySelector(`[data-cut] [name=${name}]`).value))) / 100;
  const [left, top, right, bottom] = [share("left"), share("top"), 1 - share("right"), 1 - share("bottom")];
  const inner = `M${left} ${top}V${bottom}H${right}V${top}Z`;
  frame.querySelector(".desk-cut").setAttribute("d", `M0 0H1V1H0Z${inner}`);
}
