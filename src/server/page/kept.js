// Year files kept in the browser (IndexedDB), so that neither a closed tab nor a crash loses anything.
//
// A kept year file has an `id`, its `name` and `text`, how the text was before each change (`before`,
// `undone`), the `handle` of the user's file and what that had when it was last read or written
// (`stored`), and `revision`, which goes up with everything that a page would show otherwise.

const STORE = "year-files";

const done = request =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });

let opened = null;

function database() {
    opened ??= new Promise((resolve, reject) => {
        const request = indexedDB.open("tjut", 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return opened;
}

async function within(mode, work) {
    const transaction = (await database()).transaction(STORE, mode, { durability: "strict" });
    const ended = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    const result = await done(work(transaction.objectStore(STORE)));
    await ended;
    return result;
}

/** The year file with an id, or nothing. */
export const read = id => within("readonly", store => store.get(id));

/** All year files, the latest first. */
export const all = async () =>
    (await within("readonly", store => store.getAll())).sort((a, b) => b.changed - a.changed);

/** Keeps a year file as it is now. */
export const write = record => within("readwrite", store => store.put(record));

/** Lets go of a year file. */
export const remove = id => within("readwrite", store => store.delete(id));

/** Does something while no other tab does something with the same year file. */
export function locked(id, work) {
    if (navigator.locks) return navigator.locks.request(`tjut ${id}`, work);
    // Only pages by https have locks. Within this tab things come one after another.
    const next = chain.then(work, work);
    chain = next.catch(() => {});
    return next;
}

let chain = Promise.resolve();

/** The way from a text back to the one before it: what stands between the parts that both have. */
export function wayBack(before, after) {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start += 1;
    let end = 0;
    while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
    return { start, end, was: before.slice(start, before.length - end) };
}

/** The text that a way leads back to. */
export const goBack = ({ start, end, was }, now) => now.slice(0, start) + was + now.slice(now.length - end);
