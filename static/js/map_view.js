/** Let a drawn map be moved and enlarged: the server's own SVG becomes a layer of a Leaflet map.

    The library is fetched when the button is pressed, never before. Without it the drawing stays as it is. Where staff
    have set up map tiles, they lie below the drawing, which then shows its lines and marks only. */
export function mapViews(root) {
  for (const button of root.querySelectorAll("[data-map-view]")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button), { once: true });
  }
}

async function open(button) {
  const words = button.querySelector("span");
  words.textContent = button.dataset.waiting;
  button.setAttribute("aria-busy", "true");
  const drawing = button.closest("figure").querySelector("svg");
  await Promise.all([sheet(button.dataset.sheet), script(button.dataset.mapView)]);
  const view = button.dataset.tiles ? viewOnTiles(drawing, button.dataset) : viewOf(drawing, button.dataset);
  button.removeAttribute("aria-busy");
  words.textContent = button.dataset.whole;
  button.addEventListener("click", () => view.setView(...view.start));
}

/** The drawing alone: one unit of it is one pixel at zoom 0. */
function viewOf(drawing, words) {
  const { width, height } = drawing.viewBox.baseVal;
  const place = placeOf(drawing);
  const view = window.L.map(place, {
    ...settings([[0, 0], [height, width]]),
    crs: window.L.CRS.Simple,
    attributionControl: false,
    minZoom: -5,
    zoomSnap: 0,
    zoomDelta: 0.75,
  });
  return shown(view, drawing, [[0, 0], [height, width]], words, 3);
}

/** The drawing on tiles: its corners are degrees. So near is the sheet to the ground that straight is straight in both. */
function viewOnTiles(drawing, words) {
  const [south, west, north, east] = drawing.dataset.corners.split(" ").map(Number);
  const corners = [[south, west], [north, east]];
  const place = placeOf(drawing);
  place.classList.add("map-view--tiles");
  const view = window.L.map(place, { ...settings(corners), zoomSnap: 0.25, zoomDelta: 1 });
  const free = drawing.classList.contains("map") ? "bottomleft" : "bottomright"; // the scale bar has the other corner
  view.attributionControl.setPrefix(false).setPosition(free);
  view.attributionControl.addAttribution(credit(words));
  const maxZoom = Number(words.maxZoom);
  window.L.tileLayer(words.tiles, { maxNativeZoom: maxZoom, maxZoom: maxZoom + 2 }).addTo(view);
  return shown(view, drawing, corners, words, 5);
}

function settings(corners) {
  return {
    zoomControl: false,
    maxBounds: corners,
    maxBoundsViscosity: 1,
    zoomAnimation: false, // while one runs, Leaflet takes no other order
    scrollWheelZoom: false,
  };
}

function placeOf(drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  const place = document.createElement("div");
  place.className = "map-view";
  place.style.aspectRatio = `${width} / ${height}`;
  drawing.replaceWith(place);
  return place;
}

function shown(view, drawing, corners, words, closer) {
  window.L.svgOverlay(drawing, corners).addTo(view);
  window.L.control.zoom({ zoomInTitle: words.enlarge, zoomOutTitle: words.reduce }).addTo(view);
  view.fitBounds(corners, { animate: false });
  view.setMinZoom(view.getZoom()).setMaxZoom(view.getZoom() + closer);
  view.start = [view.getCenter(), view.getZoom()];
  const place = view.getContainer();
  place.setAttribute("aria-label", drawing.querySelector("title").textContent);
  place.focus();
  return view;
}

/** Leaflet writes this as HTML: the words are staff's, so they are made harmless here. */
function credit({ attribution, attributionUrl }) {
  const line = document.createElement(attributionUrl ? "a" : "span");
  line.textContent = attribution;
  if (attributionUrl) line.href = attributionUrl;
  return line.outerHTML;
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
