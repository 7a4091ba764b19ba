// A year file that the browser keeps: this answers what the page asks for, with what the program makes of
// the text. The kept year file is what holds, in all tabs; each change reads it, has the program make the
// new text, and keeps that, while no other tab does the same.

import { ask, askJson, fileIn, Refused, Silent } from "./http.js";
import { all, goBack, locked, read, remove, wayBack, write } from "./kept.js";
import {
    fileOf,
    forget,
    made,
    madeWithPages,
    pagedFile,
    pageOf,
    papersBefore,
    showFirst,
    take,
} from "./made.js";
import * as userFile from "./user_file.js";

// Which year file this tab shows; a tab that is read in anew shows the same.
const SHOWN = "tjut-shown";
const SAVE_PAUSE = 1000;
const RETRY = 2000;

const tabs = new BroadcastChannel("tjut");
// The year file that this tab shows, as last read. It holds where the browser can't keep anything.
let current = null;
let keptProblem = null;
/** @type {(revision: number) => void} */
let told = () => {};
let saving = null;

const shownId = () => sessionStorage.getItem(SHOWN);

async function kept(id) {
    const record = await read(id).catch(() => null);
    return record ?? (current?.id === id ? current : null);
}

/** Keeps a year file, and tells the other tabs. */
async function keep(record) {
    record.revision += 1;
    record.changed = Date.now();
    current = record;
    try {
        await write(record);
        keptProblem = null;
    } catch {
        keptProblem = {
            message: "webbläsaren kan inte spara det du skriver",
            hint: "Spara årsfilen ofta, och låt fliken vara öppen. I ett privat fönster, eller när disken är full, sparar webbläsaren inget.",
        };
    }
    tabs.postMessage({ id: record.id, revision: record.revision });
    return record;
}

/** Has the program make the pages of a paper: it makes those of the paper that is shown and no others. */
export async function lookAt(paper) {
    const record = await kept(shownId());
    return stateOf(record, await heard(madeWithPages(record, paper)));
}

/** All that the page shows of a kept year file. */
function stateOf(record, { state }) {
    const isInFile = record.stored === record.text;
    return {
        ...state,
        ...papersBefore(record.name, state),
        revision: record.revision,
        // Which pages are the latest follows from the year file, whichever program answered.
        pages: record.revision,
        saved: true,
        undo: record.before.length > 0,
        redo: record.undone.length > 0,
        save_problem: keptProblem ?? record.problem ?? null,
        conflict: record.theirs
            ? {
                  message: "Någon annan har ändrat filen, och här finns ändringar som inte är sparade i den.",
                  theirs: record.theirs,
                  ours: record.text,
              }
            : null,
        kept: { in_file: isInFile, has_file: Boolean(record.handle) },
    };
}

async function start() {
    const { examples } = await (await ask("/api/state")).json();
    const records = await all().catch(() => []);
    const about = ({ id, name, changed, text, stored }) => ({ id, name, changed, in_file: text === stored });
    return { revision: 0, start: { examples, kept: records.map(about) } };
}

async function state() {
    const record = shownId() && (await kept(shownId()));
    if (!record) return start();
    current = record;
    if (record.pending) await edit(record.pending).catch(() => {});
    return stateOf(current, await made(current));
}

/** Changes the year file that is shown, as `change` does with a copy of it. */
function changed(change) {
    return locked(shownId(), async () => {
        const record = { ...(await kept(shownId())) };
        const answer = await change(record);
        await keep(record);
        saveSoon();
        return stateOf(record, answer);
    });
}

/** The changes of one run, as the keys of a word are, are undone together. */
function become(record, text, run = null) {
    if (text === record.text) return;
    const goesOn = run !== null && run === record.run && record.before.length > 0;
    const begun = goesOn ? goBack(record.before.at(-1), record.text) : record.text;
    const before = goesOn ? record.before.slice(0, -1) : record.before;
    record.before = begun === text ? before : [...before, wayBack(begun, text)];
    record.undone = [];
    record.text = text;
    record.run = run;
}

const edit = ({ edits, run = null, typed = false }) =>
    changed(async record => {
        delete record.pending;
        try {
            const answer = await made(record, edits);
            become(record, answer.text, run);
            return answer;
        } catch (error) {
            if (typed) await note(error, { edits, run, typed });
            throw error;
        }
    });

/** What is written while the program can't be reached is kept too, and sent when the page is read in anew. */
async function note(error, pending) {
    const record = { ...(await kept(shownId())) };
    if (!record.id) return;
    if (error instanceof Silent) record.pending = pending;
    else delete record.pending;
    current = record;
    await write(record).catch(() => {});
}

const goTo = (from, to) =>
    changed(async record => {
        const way = record[from].at(-1);
        if (!way) return made(record);
        const text = goBack(way, record.text);
        const answer = await made({ name: record.name, text });
        record[from] = record[from].slice(0, -1);
        record[to] = [...record[to], wayBack(record.text, text)];
        record.text = text;
        record.run = null;
        return answer;
    });

const settle = keeps =>
    changed(async record => {
        const { text: ours, theirs } = record;
        if (!theirs) return made(record);
        become(record, theirs);
        if (keeps === "ours") become(record, ours);
        const answer = await made(record);
        record.stored = theirs;
        delete record.theirs;
        return answer;
    });

/** Opens a file's bytes, an example, or what has been kept; shows what there is to begin with if it is none. */
async function open({ file, handle, next_year_file, next_year_of, example, id, remove: forgotten, close }) {
    if (forgotten) {
        await remove(forgotten);
        return start();
    }
    if (close) return closed();
    const before = next_year_of ? asFile(await kept(shownId())) : next_year_file;
    // What waits to be saved in the user's file is not to wait until it is opened again.
    if (next_year_of) await meet().catch(() => {});
    if (id) {
        sessionStorage.setItem(SHOWN, id);
        return state();
    }
    const chosen = handle ? await handle.getFile() : file;
    const answer = await (
        before
            ? sent("/api/next-year", before)
            : example
              ? askJson("/api/example", { example })
              : sent("/api/open", chosen)
    ).then(answer => answer.json());
    const { name, text } = take(answer);
    await forgetSaved(name);
    sessionStorage.setItem(SHOWN, `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`);
    const record = { id: shownId(), name, text, revision: 0, before: [], undone: [] };
    record.stored = chosen ? text : null;
    if (handle) record.handle = handle;
    showFirst();
    navigator.storage?.persist?.();
    return stateOf(await keep(record), answer);
}

const sent = (address, file, body = file, headers = {}) =>
    ask(address, {
        method: "POST",
        headers: {
            "Content-Type": "application/octet-stream",
            "X-Tjut-Name": encodeURIComponent(file.name),
            ...headers,
        },
        body,
    });

/** Has a file read beside the year file, whose JSON comes before it. */
async function sentBeside(address, file) {
    const json = new Blob([JSON.stringify({ file: fileOf(await kept(shownId())) })]);
    const body = new Blob([json, file]);
    return (await heard(sent(address, file, body, { "X-Tjut-Json": String(json.size) }))).json();
}

const asFile = ({ name, text }) => new File([text], name);

/** What is in the user's file need not be here as well when that file is opened again. */
async function forgetSaved(name) {
    for (const record of await all().catch(() => []))
        if (record.name === name && record.text === record.stored) await remove(record.id);
}

async function closed() {
    await meet().catch(() => {});
    const record = shownId() && (await kept(shownId()));
    if (record && record.text === record.stored) await remove(record.id).catch(() => {});
    sessionStorage.removeItem(SHOWN);
    current = null;
    forget();
    return start();
}

/** Writes in the user's file, unless somebody else has written there what isn't known here. */
async function toFile(record, isNew) {
    const found = isNew ? record.stored : await userFile.textOf(record.handle);
    if (found !== record.stored && found !== record.text) {
        record.theirs = found;
        return;
    }
    await userFile.write(record.handle, record.text);
    record.stored = record.text;
    delete record.problem;
}

/** Saves because the user wants it, in a file that is new where one has been chosen. */
const save = ({ handle = null } = {}) =>
    changed(async record => {
        if (handle) Object.assign(record, { handle, name: handle.name });
        if (!record.handle) {
            userFile.download(new Blob([record.text]), record.name);
            record.stored = record.text;
        } else if (await userFile.mayWrite(record.handle, true)) {
            await toFile(record, Boolean(handle)).catch(error => {
                throw unsaved(error, record);
            });
        } else {
            const message = "webbläsaren fick inte lov att skriva i filen";
            throw new Refused({ message, hint: "Tryck på Spara igen och svara ja." });
        }
        return made(record);
    });

const unsaved = (error, { name }) =>
    error instanceof Refused
        ? error
        : new Refused({
              message: `årsfilen kunde inte sparas i ${name}`,
              hint: "Den finns kvar i webbläsaren. Se efter att filen inte är flyttad eller öppen i ett annat program, och tryck på Spara.",
          });

/** Saves in the user's file a while after a change, where the page may. */
function saveSoon() {
    clearTimeout(saving);
    saving = setTimeout(() => meet().catch(() => {}), SAVE_PAUSE);
}

/** Brings what is kept and the user's file together: takes in what others have written there, or saves. */
function meet() {
    clearTimeout(saving);
    return locked(shownId(), async () => {
        const record = { ...(shownId() && (await kept(shownId()))) };
        if (!record.handle || record.theirs || !(await userFile.mayWrite(record.handle, false))) return;
        try {
            const found = await userFile.textOf(record.handle);
            if (record.text !== record.stored) {
                await toFile(record, false);
            } else if (found !== record.stored) {
                await made({ name: record.name, text: found });
                become(record, found);
                record.stored = found;
                delete record.problem;
            } else {
                return;
            }
        } catch (error) {
            if (error instanceof Silent) return;
            const { message, hint } = unsaved(error, record);
            record.problem = { message, hint };
        }
        told((await keep(record)).revision);
    });
}

/** The other year files that the browser keeps; their ids are their paths here. */
async function others() {
    const records = (await all().catch(() => [])).filter(({ id }) => id !== shownId());
    return { files: records.map(({ id, name }) => ({ path: id, name })) };
}

/** Reads the state, the other year files, or where the fields stand in a paper's pages, as JSON. */
export async function get(address) {
    if (address === "/api/state") return heard(state());
    if (address === "/api/files") return others();
    return (await heard(askJson(address, { file: pagedFile() }))).json();
}

/** Sends a file to be read. */
export const postFile = sentBeside;

/** A file that the program makes of the year file. */
export const getFile = async address =>
    fileIn(await heard(askJson(address, { file: fileOf(await kept(shownId())) })));

/** Reads a paper, as text. */
export const getText = async address => (await heard(askJson(address, { file: pagedFile() }))).text();

/** Reads a page of a paper, or all papers in one file. */
export async function getBlob(address) {
    const [path, version] = address.split("?v=");
    const [, paper, number] = path.match(/^\/api\/page\/(.+)\/(\d+)\.svg$/) ?? [];
    if (!paper) return (await heard(askJson(path, { file: fileOf(await kept(shownId())) }))).blob();
    return heard(pageOf(decodeURIComponent(paper), number, decodeURIComponent(version)));
}

const POSTS = {
    "/api/open": open,
    "/api/edit": edit,
    "/api/undo": () => goTo("before", "undone"),
    "/api/redo": () => goTo("undone", "before"),
    "/api/conflict": ({ keep: keeps }) => settle(keeps),
    "/api/save": save,
    "/api/comparison": async ({ path }) => sentBeside("/api/comparison", asFile(await read(path))),
    "/api/make": make,
};

async function make() {
    const file = fileOf(await kept(shownId()));
    const summary = await (await askJson("/api/make", { file })).json();
    const zip = await (await askJson("/api/papers.zip", { file })).blob();
    userFile.download(zip, "papper.zip");
    return { ...summary, zip: "papper.zip" };
}

/** Asks for something to be done. */
export async function post(address, body = {}) {
    if (!POSTS[address]) throw new Refused({ message: "det går inte på den här sidan" });
    return heard(POSTS[address](body));
}

/** @type {(isHeard: boolean) => void} */
let listening = () => {};
let isWaiting = false;

/** Notices when the program can't be reached, and asks then until it can. */
async function heard(answer) {
    try {
        return await answer;
    } catch (error) {
        if (error instanceof Silent && !isWaiting) {
            isWaiting = true;
            listening(false);
            setTimeout(askAgain, RETRY);
        }
        throw error;
    }
}

async function askAgain() {
    try {
        await ask("/healthz");
        isWaiting = false;
        listening(true);
    } catch {
        setTimeout(askAgain, RETRY);
    }
}

/** Calls `changed` with the revision each time another tab has changed the year file, or it has been saved. */
export function listen({ changed }, isHeard) {
    told = changed;
    listening = isHeard;
    isHeard(true);
    tabs.addEventListener("message", ({ data }) => {
        if (data.id === shownId()) changed(data.revision);
    });
    // What others write in the user's file shows when the user comes back to the page.
    window.addEventListener("focus", () => meet().catch(() => {}));
}
