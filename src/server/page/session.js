// The state of the year file as the program last told it, what has been typed since, and the edits
// on their way. What is typed is sent at once, or when the user has paused, one request at a time.

import { get, listen, lookAt, post, Refused, Silent } from "./connection.js";
import { fieldAt, idOf, isWithin, valueAt } from "./places.js";
import { whole } from "./state.js";

// Half a number or half a date is wrong, and to be told so between two keys helps nobody.
const PAUSE = 200;
// When the program is so slow there is a pause as long as it was.
const SLOW = 150;
// Keys with less than this between them are undone together.
const TOGETHER = 2000;
const RETRY = 2000;

/** What the program told last. */
export let state = null;
/** Whether the program answers. */
export let isHeard = true;

// What stands in fields, by their ids: `{path, text, value, sent, error}`. Kept while the field has the
// focus, so that an answer doesn't change what is being written.
const typed = new Map();
// New items that nothing has been written in yet, by the ids of their lists: their numbers.
const drafts = new Map();
const listeners = [];
// Which paper is looked at, and is made first.
let lookedAt = () => null;
// How long the latest answer has taken, the place that was typed in last and when, and which run of
// keys that belongs to.
let took = 0;
let lastTyped = { id: null, at: 0 };
let run = 0;
// The latest revision that is known to be saved.
let saved = 0;
let timer = null;
let work = Promise.resolve();

/**
 * Calls a function each time something has changed that is shown, with what it is: `"typed"` when only
 * something has been typed or saved, `"pages"` when only the papers are others.
 */
export const onChange = listener => listeners.push(listener);

/** Has the program make the paper first that a function names. */
export const makeFirst = paper => (lookedAt = paper);

/** Has the program make the pages of a paper that has none yet. */
export function wantPages(paper) {
    const done = work.then(async () => {
        const answer = await lookAt(paper);
        if (!answer) return;
        note(answer);
        tell("pages");
    });
    work = done.catch(failed);
    return done;
}

const tell = what => listeners.forEach(listener => listener(what));

function take(answer) {
    note(answer);
    tell();
}

function note(answer) {
    isHeard = true;
    if (state && answer.revision < state.revision) return;
    // Papers may have been told of before an answer that was on its way.
    if (state && state.path === answer.path && answer.pages < state.pages) takePapers(answer, state);
    state = answer;
    // It may have been saved while it was on its way.
    if (state.revision <= saved) state.saved = true;
    for (const [id, { path, number }] of drafts) {
        if ((fieldAt(state, path)?.items?.length ?? 0) > number) drafts.delete(id);
    }
}

function takePapers(into, { papers, preview_error, pages }) {
    Object.assign(into, { papers, preview_error, pages });
}

/** What stands in a field: what is typed, or else what the year file has. */
export const shown = (path, value) => typed.get(idOf(path))?.text ?? value;

/** Why what stands in a field was not taken, or nothing. */
export const refusalOf = path => typed.get(idOf(path))?.error ?? null;

/** Whether something isn't on disk yet. */
export const isUnsaved = () =>
    isHeard === false ||
    state?.saved === false ||
    [...typed.values()].some(entry => !entry.sent && !entry.error);

/** The number of a list's new item that nothing is written in, or nothing. */
export const draftOf = path => drafts.get(idOf(path))?.number ?? null;

/** Shows a new item, which is written to the file with its first value. */
export function draft(path, number) {
    drafts.set(idOf(path), { path, number });
    tell();
}

/** Takes a new item away again. */
export function discard(path) {
    const taken = drafts.get(idOf(path));
    drafts.delete(idOf(path));
    for (const [id, entry] of typed)
        if (taken && isWithin(entry.path, [...path, taken.number])) typed.delete(id);
    tell();
}

/**
 * Something has been typed: `text` stands in the field and means `value`, `null` being nothing. With an
 * `error` it is shown and not sent; `later` waits until the field is left, and `atOnce` doesn't wait for
 * a pause.
 */
export function type(path, text, value, { error = null, later = false, atOnce = false } = {}) {
    const id = idOf(path);
    const isPlain = !error && !typed.get(id)?.error;
    typed.set(id, { path, text, value, sent: false, error });
    const now = performance.now();
    if (lastTyped.id !== id || now - lastTyped.at > TOGETHER) run += 1;
    lastTyped = { id, at: now };
    clearTimeout(timer);
    // What the browser keeps is sent whole to a server that others use too.
    const isAtOnce = atOnce && !state?.kept;
    const pause = !isAtOnce ? PAUSE : took < SLOW ? 0 : Math.min(took, PAUSE);
    if (!error && !later) {
        if (pause) timer = setTimeout(flush, pause);
        else flush();
    }
    tell(isPlain ? "typed" : undefined);
}

/** The field has been left: what it holds is sent, and then shown as the year file has it. */
export async function leave(path) {
    const id = idOf(path);
    if (!typed.has(id)) return;
    await flush();
    const entry = typed.get(id);
    if (entry?.sent && document.activeElement?.id !== id) {
        typed.delete(id);
        tell();
    }
}

/** Sends what has been typed; done when it has been answered. */
export function flush() {
    clearTimeout(timer);
    work = work.then(sendTyped);
    return work;
}

/** Makes changes that aren't typed, all or none, after what has been typed. */
export function edit(edits) {
    return change("/api/edit", { edits });
}

/** Takes the last change back. */
export const undo = () => change("/api/undo");

/** Makes the change again that was taken back. */
export const redo = () => change("/api/redo");

/** Ends a conflict: `ours` or `theirs` stays. */
export const settle = keep => change("/api/conflict", { keep });

/** Saves in the user's own file, where the browser keeps the year file. */
export const save = handle => change("/api/save", { handle });

function change(address, body) {
    const done = flush().then(async () => {
        const answer = await post(address, body);
        lastTyped = { id: null, at: 0 };
        // Items may have other numbers now, and undoing must show.
        typed.clear();
        take(answer);
    });
    work = done.catch(failed);
    return done;
}

/** Opens a year file. */
export async function open(request) {
    const answer = await post("/api/open", request);
    state = null;
    typed.clear();
    drafts.clear();
    take(answer);
}

/** Leaves the year file that is open. */
export async function close() {
    await flush();
    const answer = await post("/api/close");
    state = null;
    typed.clear();
    drafts.clear();
    take(answer);
}

async function sendTyped() {
    const waiting = [...typed.values()].filter(entry => !entry.sent && !entry.error);
    if (!waiting.length) return;
    try {
        await send(waiting);
    } catch (error) {
        if (error instanceof Refused && waiting.length > 1) {
            // One of them is refused, and the others are not to wait for it.
            for (const entry of waiting) await send([entry]).catch(reason => refuse([entry], reason));
        } else {
            refuse(waiting, error);
        }
    }
}

async function send(entries) {
    const edits = editsFor(entries);
    for (const entry of entries) entry.sent = true;
    try {
        if (edits.length) {
            const begun = performance.now();
            const together = entries.length === 1 ? `${idOf(entries[0].path)} ${run}` : null;
            const known = state;
            const body = { edits, run: together, paper: lookedAt(), typed: true, form: known.form };
            note(whole(await post("/api/edit", body), known));
            took = performance.now() - begun;
        }
    } catch (error) {
        for (const entry of entries) entry.sent = false;
        throw error;
    }
    // Typed again meanwhile, an entry is another one.
    for (const entry of entries) {
        const id = idOf(entry.path);
        if (typed.get(id) === entry && document.activeElement?.id !== id) typed.delete(id);
    }
    tell();
}

function refuse(entries, error) {
    if (error instanceof Refused) for (const entry of entries) entry.error = error;
    failed(error);
}

function failed(error) {
    if (error instanceof Silent) {
        isHeard = false;
        setTimeout(flush, RETRY);
    } else if (!(error instanceof Refused)) {
        throw error;
    }
    tell();
}

/** Edits for what has been typed; what stands in an item that is new becomes that item. */
function editsFor(entries) {
    const edits = [];
    const added = new Map();
    for (const { path, value } of entries) {
        const list = [...drafts.values()].find(draft => isWithin(path, [...draft.path, draft.number]));
        const isNewWord = list === undefined && typeof path.at(-1) === "number" && !fieldHasItem(path);
        if (list) {
            if (value === null) continue;
            const id = idOf(list.path);
            if (!added.has(id)) {
                added.set(id, {});
                edits.push({ op: "add", into: list.path, key: null, value: added.get(id) });
            }
            put(added.get(id), path.slice(list.path.length + 1), value);
        } else if (isNewWord) {
            if (value !== null) edits.push({ op: "add", into: path.slice(0, -1), key: null, value });
        } else {
            edits.push({ op: "set", at: path, value });
        }
    }
    return edits;
}

function put(into, path, value) {
    const [key, ...rest] = path;
    if (rest.length) put((into[key] ??= {}), rest, value);
    else into[key] = value;
}

function fieldHasItem(path) {
    const words = fieldAt(state, path.slice(0, -1))?.value;
    return Array.isArray(words) && path.at(-1) < words.length;
}

/** Begins: asks for the state, and again each time the program says that it has changed. */
export async function begin() {
    const refresh = async () => {
        const answer = await get("/api/state");
        if (state?.sections && answer.revision > state.revision) {
            // What others have changed shows, also in the field that has the focus.
            const isOther = ({ path, sent }) => sent && valueAt(state, path) !== valueAt(answer, path);
            for (const [id, entry] of typed) if (isOther(entry)) typed.delete(id);
        }
        take(answer);
    };
    await refresh();
    const changed = revision => {
        // An answer that is on its way may be what it says.
        work = work.then(() => (revision > state.revision ? refresh() : null)).catch(failed);
    };
    const heard = is => {
        const wasSilent = !isHeard;
        isHeard = is;
        if (is && wasSilent) work = work.then(refresh).then(sendTyped).catch(failed);
        tell();
    };
    const pages = said => {
        if (!state?.sections || said.path !== state.path || said.pages <= state.pages) return;
        takePapers(state, said);
        tell("pages");
    };
    const isSaved = revision => {
        saved = revision;
        if (!state || state.saved !== false || state.revision > saved) return;
        state.saved = true;
        tell("typed");
    };
    listen({ changed, pages, saved: isSaved }, heard);
}
