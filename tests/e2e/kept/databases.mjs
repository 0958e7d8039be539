// Databases as each version of the planner made them, as scripts for the page. Once there is a new version, the
// one before is never changed any more.

/** Version 1: blocks of 128 tickets, a line of JSON each, as bytes. `blocks` are the texts by their places. */
export const version1 = (blocks, meta = {}) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open("sla-planner", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("tickets");
    opening.result.createObjectStore("meta");
    opening.result.createObjectStore("aside", { autoIncrement: true });
  };
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction(["tickets", "meta"], "readwrite");
    for (const [place, text] of Object.entries(${JSON.stringify(blocks)})) {
      writing.objectStore("tickets").put(new TextEncoder().encode(text), Number(place));
    }
    for (const [key, value] of Object.entries(${JSON.stringify(meta)})) writing.objectStore("meta").put(value, key);
    writing.oncomplete = () => { opening.result.close(); resolve(); };
    writing.onabort = () => reject(writing.error);
  };
})`;

/** Every version that was ever in use, oldest first. */
export const versions = { 1: version1 };

/** A database of a later planner. */
export const later = `new Promise((resolve, reject) => {
  const opening = indexedDB.open("sla-planner", 99);
  opening.onupgradeneeded = () => opening.result.createObjectStore("tickets");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => { opening.result.close(); resolve(); };
})`;

/** Everything in the database called `name`: the stores, by name, each as entries. */
export const content = (name = "sla-planner") => `new Promise((resolve, reject) => {
  const opening = indexedDB.open(${JSON.stringify(name)});
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = async () => {
    const found = {};
    const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    for (const store of opening.result.objectStoreNames) {
      const reading = opening.result.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(reading.getAllKeys()), asked(reading.getAll())]);
      found[store] = keys.map((key, place) => {
        const value = values[place];
        return [key, value instanceof Uint8Array ? new TextDecoder().decode(value) : value];
      });
    }
    opening.result.close();
    resolve(found);
  };
})`;
