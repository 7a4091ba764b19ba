// What the program makes of a year file that the browser keeps: its latest answers, and the pages of the
// paper that is shown.

import { askJson, Refused } from "./http.js";
import { whole } from "./state.js";

// The latest answer, and the latest that had papers.
let latest = null;
let paged = null;
// The paper whose pages are shown, with the checksums of those that have been asked for by their numbers.
let shows = { paper: null, pages: {} };
const pictures = new Map();

/** What is sent of a year file. */
export const fileOf = ({ name, text }) => ({ name, text });

/** The year file that the shown pages are of. */
export const pagedFile = () => fileOf(paged);

/** What the program makes of a text; `edits` are made in it first. */
export async function made(file, edits = null) {
    if (!edits && latest?.text === file.text && latest.name === file.name) return latest;
    const known = latest?.state;
    const address = edits ? "/api/edit" : "/api/state";
    const body = { file: fileOf(file), edits, shows, form: known?.form };
    const answer = await (await askJson(address, body)).json();
    return take({ ...answer, state: whole(answer.state, known) });
}

/** What it makes of a text, with the pages of a paper. */
export async function madeWithPages(file, paper) {
    show(paper);
    const answer = await askJson("/api/state", { file: fileOf(file), shows });
    return take(await answer.json());
}

/** Remembers an answer. */
export function take(answer) {
    latest = answer;
    if (answer.state.papers.length) {
        paged = answer;
        const known = new Set(answer.state.papers.flatMap(({ pages }) => pages ?? []));
        for (const hash of pictures.keys()) if (!known.has(hash)) pictures.delete(hash);
    }
    for (const { hash, svg } of answer.pages) pictures.set(hash, picture(svg));
    return answer;
}

const picture = svg => new Blob([svg], { type: "image/svg+xml" });

function show(paper) {
    if (shows.paper !== paper) shows = { paper, pages: {} };
}

/** Another year file is shown, from its first paper on. */
export const showFirst = () => show(null);

/** No year file is shown. */
export function forget() {
    latest = null;
    paged = null;
    showFirst();
}

/** The papers that there were, for a year file of which there can be none now. */
export function papersBefore(name, { papers, preview_error: said }) {
    if (papers.length || !said || paged?.name !== name) return {};
    return {
        papers: paged.state.papers,
        preview_error: `Sidorna visar årsfilen som den var. ${said}`,
    };
}

/** A page of a paper, known by its checksum. */
export async function pageOf(paper, number, hash) {
    show(paper);
    shows.pages[number] = hash;
    if (!pictures.has(hash)) {
        const path = `/api/page/${encodeURIComponent(paper)}/${number}.svg`;
        const answer = await askJson(path, { file: pagedFile() });
        pictures.set(answer.headers.get("ETag")?.replaceAll('"', ""), picture(await answer.text()));
    }
    if (!pictures.has(hash)) throw new Refused({ message: "sidan är en annan nu" });
    return pictures.get(hash);
}
