// The pages of the chosen paper as they will be printed, or its text.

import { getBlob, getText } from "./connection.js";
import { h, redraw, say } from "./dom.js";
import { hideRegions, showRegions } from "./regions.js";
import { makeFirst, state, wantPages } from "./session.js";

const WIDTHS = [50, 65, 80, 100, 130, 170, 220];
let chosen = null;
let asText = false;
let width = WIDTHS.indexOf(100);
// The checksum of what stands in the place of the text, so that it is fetched only when it has changed.
let textShown = null;
// Pages near what is seen; the others are fetched when they come near.
const near = new Set();
const pages = document.getElementById("pages");

const paper = () => state.papers?.find(({ id }) => id === chosen) ?? state.papers?.[0] ?? null;
makeFirst(() => paper()?.id ?? null);
// The paper that pages have been asked for of, and in which state.
let wanted = null;

/** Shows the papers as the state has them. */
export function showPapers() {
    const now = paper();
    document.getElementById("papers").hidden = !state.sections;
    if (!state.sections) return;
    redraw(document.getElementById("papers-tools"), now && tools(now));
    redraw(
        document.getElementById("papers-said"),
        state.preview_error && h("p", { class: "finding warning" }, state.preview_error),
        !now &&
            !state.preview_error &&
            h("p", { class: "about" }, "Papperen visas här när årsfilen har det som behövs."),
    );
    if (now && !now.pages) want(now);
    if (!now?.pages) {
        clear();
    } else if (asText) {
        showText(now);
    } else {
        textShown = null;
        showPages(now);
    }
}

/** Asks once for the pages of a paper that has none yet. */
function want({ id }) {
    const now = `${state.revision} ${id}`;
    if (wanted === now) return;
    wanted = now;
    wantPages(id).catch(() => (wanted = null));
}

function tools(now) {
    return [
        h(
            "fieldset",
            { class: "switch" },
            h("legend", { class: "unseen" }, "Vilket papper som visas"),
            state.papers.map(({ id, title }) =>
                h(
                    "label",
                    { "data-key": id },
                    h("input", {
                        type: "radio",
                        name: "paper",
                        id: `paper.${id}`,
                        value: id,
                        checked: id === now.id,
                        "data-action": "paper",
                    }),
                    h("span", {}, title),
                ),
            ),
        ),
        h(
            "div",
            { class: "row" },
            h(
                "button",
                {
                    type: "button",
                    id: "as-text",
                    class: "small",
                    "data-action": "as-text",
                    "aria-pressed": String(asText),
                },
                "Läs som text",
            ),
            h(
                "button",
                {
                    type: "button",
                    id: "smaller",
                    class: "small",
                    "data-action": "zoom",
                    "data-by": "-1",
                    disabled: asText || width === 0,
                    "aria-label": "Visa sidorna mindre",
                },
                "−",
            ),
            h(
                "button",
                {
                    type: "button",
                    id: "larger",
                    class: "small",
                    "data-action": "zoom",
                    "data-by": "1",
                    disabled: asText || width === WIDTHS.length - 1,
                    "aria-label": "Visa sidorna större",
                },
                "+",
            ),
        ),
    ];
}

/** Another paper is shown. */
export function choosePaper(id) {
    chosen = id;
    clear();
    pages.scrollTop = 0;
    textShown = null;
    showPapers();
}

/** The text is shown instead of the pages, or the other way round. */
export function toggleText() {
    asText = !asText;
    clear();
    showPapers();
}

/** The pages are shown a step larger or smaller. */
export function zoom(by) {
    width = Math.min(WIDTHS.length - 1, Math.max(0, width + by));
    say(`${WIDTHS[width]} procent av bredden`);
    showPapers();
}

const watcher = new IntersectionObserver(
    entries => {
        for (const { target, isIntersecting } of entries) {
            if (isIntersecting) near.add(target);
            else near.delete(target);
            if (isIntersecting) fill(target);
        }
    },
    { root: null, rootMargin: "800px" },
);

function showPages(now) {
    pages.dataset.width = String(WIDTHS[width]);
    for (const stranger of [...pages.children]) if (stranger.localName !== "figure") stranger.remove();
    while (pages.children.length > now.pages.length) forget(pages.lastElementChild);
    while (pages.children.length < now.pages.length) {
        const page = h("figure", {}, h("img", { alt: "" }));
        pages.append(page);
        watcher.observe(page);
    }
    now.pages.forEach((hash, at) => {
        const page = pages.children[at];
        page.firstChild.alt = `${now.title}, sida ${at + 1} av ${now.pages.length}. Välj Läs som text för att läsa den.`;
        page.dataset.wanted = `/api/page/${encodeURIComponent(now.id)}/${at + 1}.svg?v=${encodeURIComponent(hash)}`;
        if (near.has(page)) fill(page);
    });
    showRegions(now.id, now.pages.join(" "));
}

function clear() {
    hideRegions();
    for (const page of pages.querySelectorAll(":scope > figure")) forget(page);
    pages.replaceChildren();
}

function forget(page) {
    watcher.unobserve(page);
    near.delete(page);
    URL.revokeObjectURL(page.firstChild.src);
    page.remove();
}

/** Fetches a page and shows it once it can be drawn, so that the old one stands until then. */
async function fill(page) {
    const { wanted } = page.dataset;
    if (page.dataset.shown === wanted || page.dataset.fetched === wanted) return;
    page.dataset.fetched = wanted;
    try {
        const address = URL.createObjectURL(await getBlob(wanted));
        const drawn = h("img", { alt: page.firstChild.alt, src: address });
        // Not every browser says when a drawing is ready.
        await drawn.decode().catch(() => {});
        if (page.dataset.wanted !== wanted || !page.isConnected) {
            URL.revokeObjectURL(address);
            return;
        }
        const before = page.firstChild.src;
        drawn.alt = page.firstChild.alt;
        page.firstChild.replaceWith(drawn);
        page.dataset.shown = wanted;
        if (before) URL.revokeObjectURL(before);
    } catch {
        // The page may be another by now; the next state says which.
        if (page.dataset.fetched === wanted) delete page.dataset.fetched;
    }
}

async function showText(now) {
    const wanted = `${now.id} ${now.pages.join(" ")}`;
    if (textShown === wanted) return;
    textShown = wanted;
    try {
        const text = await getText(`/api/text/${encodeURIComponent(now.id)}`);
        if (textShown !== wanted || !asText) return;
        const read = new DOMParser().parseFromString(text, "text/html");
        // Whoever looks at what a link leads to is not to lose the page.
        for (const link of read.querySelectorAll("a[href]")) link.target = "_blank";
        for (const page of pages.querySelectorAll(":scope > figure")) forget(page);
        redraw(
            pages,
            h(
                "article",
                { class: "as-text", lang: "sv" },
                ...document.importNode(read.body, true).childNodes,
            ),
        );
    } catch (error) {
        textShown = null;
        redraw(pages, h("p", { class: "finding warning" }, error.message));
    }
}
