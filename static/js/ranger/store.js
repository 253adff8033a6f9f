/** What the sheet keeps on the telephone: the list with its persons until the day is over, and notes until they are sent.

    A note about a party names no person, and the form for an incident asks not to: so both may stay, unsent, when the
    list has to go. */
const NAME = "big-cats-check-in";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      request.result.createObjectStore("notes", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function work(name, mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = act(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const keptSheet = () => work("kept", "readonly", (store) => store.get("sheet"));
export const keepSheet = (sheet) => work("kept", "readwrite", (store) => store.put(sheet, "sheet"));
export const forgetSheet = () => work("kept", "readwrite", (store) => store.delete("sheet"));

export const notes = () => work("notes", "readonly", (store) => store.getAll());
export const keepNote = (note) => work("notes", "readwrite", (store) => store.put(note));
export const dropNote = (id) => work("notes", "readwrite", (store) => store.delete(id));

/** Return the number of this device, made once. */
export async function device() {
  const known = await work("kept", "readonly", (store) => store.get("device"));
  if (known) return known;
  const made = crypto.randomUUID();
  await work("kept", "readwrite", (store) => store.put(made, "device"));
  return made;
}

/** Forget the walks whose day is over; return what is left of the list, if anything. */
export async function tidy(now = new Date()) {
  const sheet = await keptSheet();
  if (!sheet) return undefined;
  const walks = sheet.walks.filter((walk) => new Date(walk.wipe_at) > now);
  if (walks.length === sheet.walks.length) return sheet;
  if (walks.length === 0) {
    await forgetSheet();
    return undefined;
  }
  const rest = { ...sheet, walks };
  await keepSheet(rest);
  return rest;
}
