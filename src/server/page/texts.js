// The texts of the papers' sections, and what can be fetched into them.

import { h, part, say } from "./dom.js";
import { around, rowsFor } from "./field.js";
import { unbroken } from "./flow.js";
import { idOf } from "./places.js";
import { refusalOf, shown, state } from "./session.js";

const HOW =
    "En tom rad ger ett nytt stycke, och rader som börjar med - ger en punktlista. Det som står inom {{ }} hämtas ur årsfilen.";

// What can be done to a text: the action, what ends the button's id, and what it is called.
const BUTTONS = [
    ["pick", "+", "Infoga en uppgift"],
    ["bold", "*", "Fetstil"],
    ["list", "-", "Punktlista"],
];

/** What a text fetches, as the state has it. */
function fetchedBy(text) {
    const names = new Set([...text.matchAll(/\{\{\s*([^\s|}]+)/g)].map(([, name]) => name));
    return names.size ? state.placeholders.filter(({ name }) => names.has(name)) : [];
}

/** All texts, each under the heading that it has in the paper. */
export function texts(findings) {
    return [
        h("p", { class: "about", "data-key": "how" }, HOW),
        state.texts.map(text => {
            const path = ["texter", text.name];
            const id = idOf(path);
            const value = shown(path, text.value === null ? null : unbroken(text.value)) ?? "";
            const own = findings.filter(finding => finding.id === id);
            const fetched = fetchedBy(value);
            const make = () => one(text, path, value, fetched, own);
            // What stands in the field may have been typed since it was made.
            const isTyped = (document.getElementById(id)?.value ?? value) !== value;
            return part(
                `text ${text.name}`,
                [text, value, fetched, own, refusalOf(path)?.message, isTyped],
                make,
            );
        }),
    ];
}

function one(text, path, value, fetched, findings) {
    const field = { path, key: text.title, review: text.unread };
    const { id, isWrong, describedBy, review, wrong } = around(field, findings);
    const isDefault = value.trim() === "" && Boolean(text.default);
    const described = [`${id}?`, isDefault && `${id}=`, describedBy].filter(Boolean).join(" ");
    return h(
        "div",
        { class: isWrong ? "field text wrong" : "field text", "data-key": `text ${text.name}` },
        h("label", { for: id }, text.title),
        h(
            "div",
            { id: `${id}?`, class: "about" },
            text.papers.length > 0 && h("p", {}, `Står i ${text.papers.join(", ")}.`),
            text.law && h("p", { class: "law" }, text.law),
        ),
        review,
        wrong,
        h("textarea", {
            id,
            value,
            rows: rowsFor(value),
            lang: "sv",
            spellcheck: "true",
            "data-path": JSON.stringify(path),
            "data-kind": "lines",
            "aria-describedby": described,
            "aria-invalid": isWrong ? "true" : null,
        }),
        h(
            "div",
            { class: "row" },
            BUTTONS.map(([action, mark, label]) =>
                h(
                    "button",
                    {
                        type: "button",
                        id: id + mark,
                        class: "small",
                        "data-action": action,
                        "data-to": id,
                    },
                    label,
                    h("span", { class: "unseen" }, ` i ${text.title}`),
                ),
            ),
        ),
        fetched.length > 0 &&
            h(
                "div",
                { class: "about fetched" },
                h("p", {}, "Hämtas ur årsfilen:"),
                h(
                    "ul",
                    {},
                    fetched.map(({ name, value }) =>
                        h("li", {}, h("code", {}, name), ` ${value ? `är ${value}` : "finns inte nu"}`),
                    ),
                ),
            ),
        isDefault &&
            h(
                "div",
                { id: `${id}=`, class: "default" },
                h("p", { class: "about" }, "Nu står programmets egen text i papperet:"),
                text.default.split(/\n\s*\n/).map(paragraph => h("p", {}, paragraph)),
            ),
    );
}

/** Lets the user pick something to fetch, and puts it where the text was being written. */
export function pick(id) {
    const area = document.getElementById(id);
    const search = h("input", { id: "pick-search", type: "text", autocomplete: "off" });
    const list = h("ul", { class: "picks" });
    const count = h("p", { class: "about", role: "status" });
    const show = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        const found = state.placeholders.filter(({ name, about }) =>
            words.every(word => `${name} ${about}`.toLowerCase().includes(word)),
        );
        count.textContent = found.length === 1 ? "En uppgift" : `${found.length} uppgifter`;
        list.replaceChildren(
            ...found.map(({ name, about, value }) =>
                h(
                    "li",
                    {},
                    h(
                        "button",
                        { type: "button", "data-name": name },
                        h("strong", {}, name),
                        about && h("span", {}, about),
                        h("span", { class: "now" }, value ? `Nu: ${value}` : "Finns inte nu"),
                    ),
                ),
            ),
        );
    };
    const dialog = h(
        "dialog",
        { "aria-labelledby": "pick-title" },
        h("h2", { id: "pick-title" }, "Infoga en uppgift"),
        h(
            "p",
            { class: "about" },
            "Uppgiften hämtas ur årsfilen varje gång papperen görs, så att texten stämmer när en siffra ändras.",
        ),
        h("label", { for: "pick-search" }, "Sök"),
        search,
        count,
        list,
        h("button", { type: "button", "data-name": "" }, "Avbryt"),
    );
    search.addEventListener("input", show);
    dialog.addEventListener("click", event => {
        const button = event.target.closest("button");
        if (!button) return;
        dialog.close();
        // The event that it is closed comes later than the next key may.
        area.focus();
        if (button.dataset.name) insert(area, `{{ ${button.dataset.name} }}`);
    });
    dialog.addEventListener("close", () => {
        dialog.remove();
        area.focus();
    });
    show();
    document.getElementById("dialogs").append(dialog);
    dialog.showModal();
}

function insert(area, text) {
    // A space that ended the text may be gone since the text was left.
    const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
    const space = isNeeded => (isNeeded ? " " : "");
    const [first, last] = [
        space(/[\p{L}\p{N}.,:;!?)}]$/u.test(before)),
        space(/^[\p{L}\p{N}({]/u.test(after)),
    ];
    area.setRangeText(first + text + last, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    say(`${text} är infogat.`);
}
