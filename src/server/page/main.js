// The page: draws what the state says, and hears what the user does.

import { h, redraw, say } from "./dom.js";
import { compareFiles, compareWith } from "./compare.js";
import { around, fields } from "./field.js";
import { count, figures, nameRow, paste, step } from "./figures.js";
import { counted, located, summary } from "./findings.js";
import { flowed } from "./flow.js";
import { dialogWith, download, makePapers, refusal } from "./make.js";
import { toggleBold, toggleList } from "./markup.js";
import { foldMenu, menu } from "./menu.js";
import { nextYear } from "./next_year.js";
import { notice } from "./notice.js";
import { choosePaper, showPapers, toggleText, zoom } from "./papers.js";
import { idOf, valueAt } from "./places.js";
import { enterRegion, markField, stepRegion, target } from "./regions.js";
import { chosen, FIGURES, navigation, TEXTS } from "./sections.js";
import * as session from "./session.js";
import { silence } from "./silence.js";
import { KEPT_ACTIONS, keptTools } from "./kept_tools.js";
import { chooseSpreadsheet, readSpreadsheet } from "./spreadsheet.js";
import { begin, beginWith, start } from "./start.js";
import { pick, texts } from "./texts.js";

const at = id => document.getElementById(id);
let saidLast = "";
// Counts are said when they have stood still for a while.
const QUIET = 1000;
let saying = null;

function draw() {
    const { state } = session;
    if (!state) return;
    redraw(at("notice"), notice());
    redraw(at("top"), top());
    document.body.classList.toggle("starting", Boolean(state.start));
    at("sections").hidden = Boolean(state.start);
    if (state.start) {
        redraw(at("form"), start());
        document.title = "Tjut";
        showPapers();
        return;
    }
    const findings = located(state);
    redraw(at("sections"), navigation(state, findings));
    const section = chosen(state);
    redraw(
        at("form"),
        h("div", { "data-key": "summary" }, summary(findings)),
        h("h1", { "data-key": "title" }, section.title),
        section.about &&
            section.fields.every(({ label }) => label !== section.about) &&
            h("p", { "data-key": "about", class: "about" }, section.about),
        h("div", { "data-key": `section ${section.key}` }, content(section, findings)),
    );
    showPapers();
    document.title = `${section.title} – ${fileName(state.path)}`;
    const said =
        counted(findings.filter(({ severity }) => severity !== "advice")) || "Inga fel och inga varningar";
    if (saidLast && said !== saidLast) {
        clearTimeout(saying);
        saying = setTimeout(() => say(said), QUIET);
    }
    saidLast = said;
}

function content(section, findings) {
    if (section.kind === FIGURES) return [figures(findings), fields(section.fields, findings)];
    return section.kind === TEXTS
        ? texts(findings)
        : (alone(section, findings) ?? fields(section.fields, findings));
}

const fileName = path =>
    String(path ?? "")
        .split(/[\\/]/)
        .pop();

function top() {
    const { state } = session;
    if (state.start) return h("p", { class: "name" }, h("strong", {}, "tjut"));
    const isStuck = !session.isHeard || state.save_problem || state.conflict;
    const where = state.kept ? (state.kept.in_file ? " i filen" : " i webbläsaren") : "";
    const saved = isStuck ? "Inte sparat" : session.isUnsaved() ? "Sparar …" : `Sparat${where}`;
    const button = (id, action, text, attributes = {}) =>
        h("button", { type: "button", id, "data-action": action, ...attributes }, text);
    return [
        h(
            "p",
            { class: "name" },
            h("strong", {}, "tjut"),
            " ",
            h("span", { title: state.path }, fileName(state.path)),
        ),
        h("p", { id: "saved", class: isStuck ? "unsaved" : null }, saved),
        h(
            "div",
            { class: "row" },
            button("undo", "undo", "Ångra", { disabled: !state.undo, title: "Ctrl+Z" }),
            button("redo", "redo", "Gör om", { disabled: !state.redo, title: "Ctrl+Y" }),
            menu(Boolean(state.kept)),
            state.kept ? keptTools(state, button) : button("zip", "zip", "Hämta som zip"),
            button("make", "make", "Gör papperen", { class: "main" }),
        ),
    ];
}

// What the buttons and links do, by their `data-action`.
const ACTIONS = {
    ...KEPT_ACTIONS,
    undo: () => session.undo(),
    redo: () => session.redo(),
    keep: ({ keep }) => session.settle(keep),
    make: () => makePapers(),
    zip: () => download("/api/papers.zip", "Hämta som zip"),
    workbook: () => download("/api/workbook", "Hämta underlag"),
    spreadsheet: () => chooseSpreadsheet(),
    compare: () => compareFiles(),
    "compare-with": ({ file }) => compareWith(file),
    "next-year": () => nextYear(session.state),
    close: () => session.close(),
    "open-file": ({ file }) => beginWith({ path: file }),
    pick: ({ to }) => pick(to),
    bold: ({ to }) => toggleBold(to),
    list: ({ to }) => toggleList(to),
    zoom: ({ by }) => zoom(Number(by)),
    "as-text": () => toggleText(),
    up: ({ path }) => move(JSON.parse(path), -1),
    down: ({ path }) => move(JSON.parse(path), 1),
    remove: ({ path }) => remove(JSON.parse(path)),
    review: ({ path }) => review(JSON.parse(path)),
    silence: ({ rule, path }) => silence(rule, JSON.parse(path)),
    fix: ({ edits, to }) => fix(JSON.parse(edits), to),
    discard: ({ path }) => session.discard(JSON.parse(path)),
    draft({ path, number }) {
        const list = JSON.parse(path);
        session.draft(list, Number(number));
        show(idOf([...list, Number(number)]));
    },
    go({ to, section }, event) {
        event.preventDefault();
        goTo(to, section);
    },
    field({ number }) {
        const { id, section, text } = target(Number(number));
        goTo(id ?? "form", section);
        const area = document.activeElement;
        // The caret stands where the paragraph begins.
        const begin =
            area.localName === "textarea" ? area.value.indexOf(text.replace(/…$/, "").slice(0, 30)) : -1;
        if (begin >= 0) area.setSelectionRange(begin, begin);
    },
};

/** Shows an element of a section. */
function goTo(id, section) {
    if (section && decodeURIComponent(location.hash.slice(1)) !== section)
        history.pushState(null, "", `#${encodeURIComponent(section)}`);
    draw();
    show(id);
}

async function move(path, by) {
    const to = [...path.slice(0, -1), path.at(-1) + by];
    await session.edit([{ op: "move", at: path, to: to.at(-1) }]);
    say(by < 0 ? "Flyttat upp" : "Flyttat ned");
    // The focus goes along, to the other button at the end of the list.
    const buttons = (by < 0 ? ["up", "down"] : ["down", "up"]).map(name => at(`${idOf(to)}${name}`));
    buttons.find(button => button && !button.disabled)?.focus();
}

async function review(path) {
    await session.edit([{ op: "reviewed", at: path }]);
    // The button is gone with what it was for.
    at(idOf(path))?.focus();
    say("Märkt som genomläst");
}

async function fix(edits, to) {
    await session.edit(edits);
    // The button is gone with what it was for.
    (at(to) ?? at("form")).focus({ preventScroll: true });
    say("Rättat. Ångra tar tillbaka det.");
}

async function addEntry(form) {
    const [key, value] = ["+name", "+text"].map(name => form.elements[name].value.trim());
    const into = JSON.parse(form.dataset.into);
    await session.edit([{ op: "add", into, key, value }]);
    form.reset();
    at(idOf([...into, key]))?.focus();
}

async function remove(path) {
    await session.edit([{ op: "remove", at: path }]);
    at(idOf(path.slice(0, -1)))?.focus();
    say("Borttaget. Ångra tar tillbaka det.");
}

const refused = error => dialogWith("Det gick inte")(refusal(error));

/** Shows an element, unfolding what it is folded in, and gives it the focus. */
function show(id) {
    const element = at(id);
    if (!element) return;
    for (let around = element.closest("details"); around; around = around.parentElement.closest("details"))
        around.open = true;
    element.focus();
    element.scrollIntoView({ block: "center" });
}

document.addEventListener("click", event => {
    const target = event.target.closest("button[data-action], a[data-action]");
    if (!target) return;
    if (target.closest("#menu")) foldMenu();
    const done = ACTIONS[target.dataset.action]?.(target.dataset, event);
    done?.catch?.(refused);
});

document.addEventListener("click", event => {
    if (!event.target.closest("#menu")) foldMenu();
});

// A spreadsheet can be dropped anywhere on the page, which must not be left for it.
document.addEventListener("dragover", event => {
    if ([...event.dataTransfer.types].includes("Files")) event.preventDefault();
});
document.addEventListener("drop", event => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    if (session.state?.sections && !document.querySelector("dialog[open]")) readSpreadsheet(file);
});

document.addEventListener("submit", event => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.action === "open") begin(form);
    if (form.dataset.action === "entry") addEntry(form).catch(refused);
    if (form.dataset.action === "name") {
        const cell = nameRow(form);
        draw();
        if (cell) show(cell);
    }
});

// What is right also when half of it is written.
const AT_ONCE = ["text", "lines", "yes_no", "choice"];

// What stands in a field means by its kind; `later` waits until the field is left.
const MEANING = {
    count: (path, text) => count(path, text),
    lines: (path, text) => ({
        value: text.trim() === "" ? null : flowed(text, valueAt(session.state, path)),
    }),
    yes_no: (_, text) => ({ value: text === "" ? null : text === "true" }),
    word: (_, text) => ({ value: text.trim() || null, later: text.trim() === "" }),
};

// A section that is one group needs no second heading.
function alone(section, findings) {
    const [group, ...others] = section.fields;
    if (others.length || group?.kind !== "group") return null;
    const { id, wrong } = around(group, findings);
    return h("div", { id, tabindex: "-1" }, wrong, fields(group.fields, findings));
}

function typed(target) {
    const path = JSON.parse(target.dataset.path);
    const { value = null, ...rest } = (
        MEANING[target.dataset.kind] ?? ((_, text) => ({ value: text.trim() === "" ? null : text }))
    )(path, target.value);
    const text = target.type === "radio" ? value : target.value;
    session.type(path, text, value, { atOnce: AT_ONCE.includes(target.dataset.kind), ...rest });
}

document.addEventListener("input", event => {
    if (event.target.dataset.action === "paper") choosePaper(event.target.value);
    else if (event.target.dataset.path) typed(event.target);
});

document.addEventListener("focusin", event => {
    const { path, number } = event.target.dataset ?? {};
    if (path && !event.target.dataset.action) markField(JSON.parse(path));
    if (event.target.classList.contains("region")) enterRegion(Number(number));
});

document.addEventListener("focusout", event => {
    if (event.target.dataset?.path) session.leave(JSON.parse(event.target.dataset.path));
});

document.addEventListener("paste", event => {
    if (event.target.dataset?.kind === "count" && paste(event)) draw();
});

document.addEventListener("keydown", event => {
    if (event.target.dataset?.kind === "count") step(event);
    if (event.target.classList.contains("region")) stepRegion(event);
    if (event.key === "Escape") foldMenu();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // Fields that aren't the year file's keep the browser's own undoing.
    const isOwn = event.target.matches("input, textarea") && !event.target.dataset.path;
    const key = event.key.toLowerCase();
    if (key === "b" && event.target.matches('textarea[data-kind="lines"]')) {
        event.preventDefault();
        toggleBold(event.target.id);
    }
    if (isOwn || document.querySelector("dialog[open]") || !["z", "y"].includes(key)) return;
    event.preventDefault();
    const change = key === "y" || event.shiftKey ? session.redo : session.undo;
    change().catch(refused);
});

window.addEventListener("hashchange", () => {
    draw();
    at("form").scrollTop = 0;
});
window.addEventListener("popstate", draw);
window.addEventListener("beforeunload", event => {
    if (session.state?.sections && session.isUnsaved()) event.preventDefault();
});

session.onChange(what => {
    // A key is to wait for no more than what it changes.
    if (what === "typed") redraw(at("top"), top());
    else if (what === "pages") showPapers();
    else draw();
});
session.begin().catch(error => redraw(at("form"), h("p", { class: "finding error" }, error.message)));
