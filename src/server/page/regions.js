// The regions of the shown pages that lead to fields, and those of the field that has the focus.

import { get } from "./connection.js";
import { h, redraw } from "./dom.js";
import { placeOf } from "./findings.js";
import { asWords, fieldAt, isWithin } from "./places.js";
import { state } from "./session.js";

// The regions are asked for when the pages have stood still for a while.
const WAIT = 250;
const pages = document.getElementById("pages");
// The paper's regions, its id, and which version of its pages they belong to.
let regions = [];
let known = "";
let timer = null;
// The place of the field that has the focus, and the region that the tab key leads to.
let focused = null;
let current = 0;
// The form that the fields' names on the regions are of.
let named = null;

/** The pages of a paper are shown; `version` is another one for other pages. */
export function showRegions(paper, version) {
    clearTimeout(timer);
    const wanted = `${paper} ${version}`;
    if (wanted === known) {
        if (named !== state.form) draw();
        return;
    }
    if (!known.startsWith(`${paper} `)) hideRegions();
    timer = setTimeout(async () => {
        const found = await get(`/api/regions/${encodeURIComponent(paper)}`).catch(() => null);
        if (!found) return;
        regions = found;
        known = wanted;
        draw();
        follow();
    }, WAIT);
}

/** No pages are shown. */
export function hideRegions() {
    clearTimeout(timer);
    regions = [];
    known = "";
    current = 0;
}

/** The name of what a region leads to, as the form calls it. */
function nameOf(path) {
    const keys = path.filter(step => typeof step === "string");
    const text = path[0] === "texter" && state.texts?.find(({ name }) => name === path[1]);
    if (text) return text.title;
    if (path[0] === "statistik") return [...keys.slice(2), keys[1]].map(asWords).join(", ");
    return fieldAt(state, path)?.name ?? asWords(keys.at(-1));
}

const isMarked = ({ path }) => focused !== null && (isWithin(path, focused) || isWithin(focused, path));

/** The regions that show the field in focus itself, or else those of what it is a part of. */
function marked() {
    const around = regions.filter(isMarked);
    const own = around.filter(({ path }) => isWithin(path, focused));
    return new Set(own.length ? own : around.filter(({ path }) => path.length > 1));
}

const percent = share => `${(share * 100).toFixed(2)}%`;

function draw() {
    current = Math.min(current, Math.max(0, regions.length - 1));
    named = state.form;
    const shown = marked();
    [...pages.querySelectorAll(":scope > figure")].forEach((page, at) => {
        let layer = page.querySelector(".regions");
        if (!layer) {
            layer = h("div", { class: "regions" });
            page.append(layer);
        }
        redraw(
            layer,
            regions.map((region, number) => region.page === at + 1 && one(region, number, shown)),
        );
        // The place of a region can't be said in the markup, where the page allows no styles.
        for (const button of layer.children) {
            const [left, top, right, bottom] = regions[Number(button.dataset.number)].edges;
            button.style.left = percent(left);
            button.style.top = percent(top);
            button.style.width = percent(right - left);
            button.style.height = percent(bottom - top);
        }
    });
}

const one = ({ path, text }, number, shown) =>
    h("button", {
        type: "button",
        id: `region.${number}`,
        class: shown.has(regions[number]) ? "region marked" : "region",
        tabindex: number === current ? "0" : "-1",
        "data-action": "field",
        "data-number": number,
        "aria-label": `Gå till ${nameOf(path)}: ${text}`,
    });

/** Where a region leads: the element of its field, the section that has it, and its text. */
export function target(number) {
    const { path, text } = regions[number];
    current = number;
    return { ...placeOf(state, path), text };
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrow keys lead from region to region, Home and End to the first and the last. */
export function stepRegion(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const last = regions.length - 1;
    const to =
        event.key === "Home" ? 0 : event.key === "End" ? last : current + (STEPS[event.key] ?? Number.NaN);
    if (!(to >= 0 && to <= last)) return;
    event.preventDefault();
    current = to;
    draw();
    const button = document.getElementById(`region.${to}`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "nearest" });
}

/** A region has got the focus, which the tab key then leads back to. */
export function enterRegion(number) {
    current = number;
}

/** A field has got the focus: it is marked in the pages, and comes into view there. */
export function markField(path) {
    focused = path;
    draw();
    follow();
}

/** Scrolls the pages to the field in focus, unless it is seen or somebody is reading there. */
function follow() {
    // Where the pages don't scroll by themselves the form would be scrolled away.
    if (pages.contains(document.activeElement) || pages.scrollHeight <= pages.clientHeight) return;
    const found = [...pages.querySelectorAll(".region.marked")];
    const view = pages.getBoundingClientRect();
    const places = found.map(region => region.getBoundingClientRect());
    if (!places.length || places.some(({ top, bottom }) => bottom > view.top && top < view.bottom)) return;
    pages.scrollTop += places[0].top - view.top - view.height / 3;
}
