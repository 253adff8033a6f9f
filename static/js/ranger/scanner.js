/** Read the code of a ticket: with the camera, where the browser itself can read codes, else from a photograph.

    The server reads photographs, so they need a signal; without one numbers are typed. */
const LONG_SIDE = 1600;
export async function canScan() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

/** Show what the camera sees until a code is read or the ranger closes it; return the text of the code, if any. */
export async function scan(dialog) {
  const video = dialog.querySelector("video");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    video.srcObject = stream;
    dialog.showModal();
    await video.play();
    return await firstCode(dialog, video);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    dialog.close();
  }
}

async function firstCode(dialog, video) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  while (dialog.open) {
    const [code] = await detector.detect(video);
    if (code) return code.rawValue;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return "";
}

/** Return the number that a photograph of a ticket shows, if the server finds one; throw without a signal. */
export async function readPhoto(photo, address, csrf) {
  const body = new FormData();
  body.append("photo", await smaller(photo), "ticket.jpg");
  const headers = { Accept: "application/json", "X-CSRFToken": csrf };
  const answer = await fetch(address, { method: "POST", headers, body, redirect: "error" });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return (await answer.json()).number;
}

/** A photograph of a telephone has megabytes; its code is read from a tenth of them. */
async function smaller(photo) {
  const picture = await createImageBitmap(photo);
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
}
