/** Let a drawn map be moved and enlarged: the server's own SVG becomes the one layer of a Leaflet map.

    The library is fetched when the button is pressed, never before. Without it the drawing stays as it is. */
export function mapViews(root) {
  for (const button of root.querySelectorAll("[data-map-view]")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button), { once: true });
  }
}

async function open(button) {
  const drawing = button.closest("figure").querySelector("svg");
  await Promise.all([sheet(button.dataset.sheet), script(button.dataset.mapView)]);
  const view = viewOf(drawing, button.dataset);
  button.querySelector("span").textContent = button.dataset.whole;
  button.addEventListener("click", () => view.setView(...view.start));
}

function viewOf(drawing, words) {
  const { width, height } = drawing.viewBox.baseVal;
  const place = document.createElement("div");
  place.className = "map-view";
  place.style.aspectRatio = `${width} / ${height}`;
  drawing.replaceWith(place);
  const bounds = [[0, 0], [height, width]];
  const view = window.L.map(place, {
    crs: window.L.CRS.Simple,
    attributionControl: false,
    zoomControl: false,
    maxBounds: bounds,
    maxBoundsViscosity: 1,
    minZoom: -5,
    zoomSnap: 0,
    zoomDelta: 0.75,
    zoomAnimation: false, // while one runs, Leaflet takes no other order
    scrollWheelZoom: false,
  });
  window.L.svgOverlay(drawing, bounds).addTo(view);
  window.L.control.zoom({ zoomInTitle: words.enlarge, zoomOutTitle: words.reduce }).addTo(view);
  view.fitBounds(bounds, { animate: false });
  view.setMinZoom(view.getZoom()).setMaxZoom(view.getZoom() + 3);
  view.start = [view.getCenter(), view.getZoom()];
  place.setAttribute("aria-label", drawing.querySelector("title").textContent);
  place.focus();
  return view;
}

function script(address) {
  return loaded(Object.assign(document.createElement("script"), { src: address }));
}

function sheet(address) {
  return loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }));
}

function loaded(element) {
  return new Promise((done, failed) => {
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });
}
