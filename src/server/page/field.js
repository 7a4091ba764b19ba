// One field of the form, by its kind.

import { h, inline, sentence } from "./dom.js";
import { beside, describing } from "./findings.js";
import { unbroken } from "./flow.js";
import { items } from "./items.js";
import { asWords, idOf } from "./places.js";
import { refusalOf, shown } from "./session.js";

/** What a value is written as. */
export function asText(value) {
    if (value === null || value === undefined) return "";
    return typeof value === "number" ? String(value).replace(".", ",") : String(value);
}

/** Some fields below each other. */
export const fields = (some, findings) =>
    some.map(field => h("div", { "data-key": `at ${idOf(field.path)}` }, one(field, findings)));

function one(field, findings) {
    switch (field.kind) {
        case "group":
            return group(field, findings);
        case "items":
            return items(field, findings, fields);
        case "list":
            return list(field, findings);
        case "names":
            return names(field, findings);
        case "yes_no":
            return yesOrNo(field, findings);
        default:
            return simple(field, findings);
    }
}

/** What stands at every field: what it is about, that it is last year's, and what is wrong. */
export function around(field, findings) {
    const id = idOf(field.path);
    const refused = refusalOf(field.path);
    const about = Boolean(field.label);
    const name = field.name ?? asWords(field.key);
    return {
        id,
        name,
        describedBy:
            [about && `${id}?`, refused && `${id}!x`, ...describing(findings, id)]
                .filter(Boolean)
                .join(" ") || null,
        isWrong:
            Boolean(refused) || findings.some(finding => finding.id === id && finding.severity === "error"),
        about: about && h("p", { id: `${id}?`, class: "about" }, inline(field.label), example(field)),
        review:
            field.review &&
            h(
                "div",
                { class: "review" },
                h("p", {}, "Från året före. Läs igenom och ändra det som inte gäller längre."),
                h(
                    "button",
                    {
                        type: "button",
                        id: `${id}!r`,
                        class: "small",
                        "data-action": "review",
                        "data-path": JSON.stringify(field.path),
                    },
                    "Gäller som det står",
                    h("span", { class: "unseen" }, `: ${name}`),
                ),
            ),
        wrong: [
            refused &&
                h(
                    "div",
                    { id: `${id}!x`, class: "finding error" },
                    h("p", {}, h("strong", {}, "Inte sparat: "), sentence(refused.message)),
                    refused.hint && h("p", { class: "hint" }, inline(refused.hint)),
                ),
            beside(findings, id),
        ],
    };
}

const example = field =>
    (typeof field.example === "string" || typeof field.example === "number") &&
    h("span", { class: "example" }, " Till exempel: ", asText(field.example));

const NARROW = ["number", "amount", "date"];

function simple(field, findings) {
    const { id, name, describedBy, isWrong, about, review, wrong } = around(field, findings);
    const written = asText(field.value);
    const value = asText(shown(field.path, field.kind === "lines" ? unbroken(written) : field.value));
    const attributes = {
        id,
        value,
        "data-path": JSON.stringify(field.path),
        "data-kind": field.kind,
        "aria-describedby": describedBy,
        "aria-invalid": isWrong ? "true" : null,
    };
    const control =
        field.kind === "choice"
            ? choice(field, attributes)
            : field.kind === "lines"
              ? h("textarea", { ...attributes, rows: rowsFor(value), lang: "sv" })
              : h("input", {
                    ...attributes,
                    type: "text",
                    autocomplete: "off",
                    inputmode: field.kind === "number" || field.kind === "amount" ? "decimal" : null,
                    class: NARROW.includes(field.kind) ? "narrow" : null,
                    placeholder: field.kind === "date" ? "ÅÅÅÅ-MM-DD" : null,
                });
    return h(
        "div",
        { class: isWrong ? "field wrong" : "field" },
        h("label", { for: id }, name),
        about,
        review,
        wrong,
        control,
    );
}

/** As many rows as a text is likely to have, and a little room. */
export function rowsFor(text) {
    const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 70), 0);
    return Math.min(24, Math.max(3, lines + 1));
}

function choice(field, attributes) {
    const { value } = attributes;
    // What the file has may be something else, which must not seem to be the first choice.
    const known = !value || field.choices.some(choice => asText(choice) === value);
    return h(
        "select",
        attributes,
        h("option", { value: "" }, "Inte angivet"),
        known ? null : h("option", { value }, value),
        field.choices.map(choice => h("option", { value: asText(choice) }, asText(choice))),
    );
}

function yesOrNo(field, findings) {
    const { id, name, describedBy, isWrong, about, review, wrong } = around(field, findings);
    const value = shown(field.path, field.value);
    const is = { yes: value === true || value === "ja", no: value === false || value === "nej" };
    const radio = (means, text, checked) =>
        h(
            "label",
            { class: "radio" },
            h("input", {
                type: "radio",
                id: means === "true" ? id : `${id}=${means}`,
                name: id,
                value: means,
                checked,
                "data-path": JSON.stringify(field.path),
                "data-kind": "yes_no",
            }),
            text,
        );
    return h(
        "fieldset",
        { class: isWrong ? "field wrong" : "field", "aria-describedby": describedBy },
        h("legend", {}, name),
        about,
        review,
        wrong,
        h(
            "div",
            { class: "radios" },
            radio("true", "Ja", is.yes),
            radio("false", "Nej", is.no),
            radio("", "Inte angivet", !is.yes && !is.no),
        ),
    );
}

const group = (field, findings) => grouped(around(field, findings), fields(field.fields ?? [], findings));

/** Several fields as one, under what is around them. */
export const grouped = ({ id, name, describedBy, about, review, wrong }, ...content) =>
    h(
        "fieldset",
        { id, class: "group", tabindex: "-1", "aria-describedby": describedBy },
        h("legend", {}, name),
        about,
        review,
        wrong,
        ...content,
    );

/** Texts under names of the user's own, and a form for the next. */
function names(field, findings) {
    const itself = around(field, findings);
    const { id } = itself;
    const input = (end, text) => [
        h("label", { for: `${id}${end}` }, text),
        h("input", { id: `${id}${end}`, name: end, type: "text", autocomplete: "off", required: true }),
    ];
    return grouped(
        itself,
        (field.fields ?? []).map(entry =>
            h(
                "div",
                { "data-key": `at ${idOf(entry.path)}`, class: "entry" },
                one(entry, findings),
                removing(entry.path, entry.name),
            ),
        ),
        h(
            "form",
            {
                class: "entry",
                "data-action": "entry",
                "data-key": "new",
                "data-into": JSON.stringify(field.path),
            },
            input("+name", "Nytt namn"),
            input("+text", "Så skrivs det inne i en mening"),
            h("button", { type: "submit", class: "small" }, "Lägg till"),
        ),
    );
}

/** A list of words: a line for each, and an empty one that becomes the next. */
function list(field, findings) {
    const itself = around(field, findings);
    const { id, name } = itself;
    const words = Array.isArray(field.value) ? field.value : [];
    const row = (word, at) => {
        const path = [...field.path, at];
        const own = around({ path, key: name }, findings);
        const isNew = at === words.length;
        const label = isNew ? `${name}, ny rad` : `${name}, rad ${at + 1} av ${words.length}`;
        return h(
            "li",
            { "data-key": `row ${at}` },
            own.wrong,
            h(
                "div",
                { class: "row" },
                h("input", {
                    id: own.id,
                    type: "text",
                    autocomplete: "off",
                    value: asText(shown(path, word)),
                    "aria-label": label,
                    placeholder: isNew ? "Ny rad" : null,
                    "data-path": JSON.stringify(path),
                    "data-kind": "word",
                    list: field.choices && `${id}c`,
                    "aria-describedby": own.describedBy,
                    "aria-invalid": own.isWrong ? "true" : null,
                }),
                isNew ? null : moving(path, at, words.length, asText(word)),
            ),
        );
    };
    return grouped(
        itself,
        h("ol", { class: "words" }, [...words, null].map(row)),
        field.choices &&
            h(
                "datalist",
                { id: `${id}c` },
                field.choices.map(choice => h("option", { value: asText(choice) })),
            ),
    );
}

const button = (path, name, action, text, label, disabled = false) =>
    h(
        "button",
        {
            type: "button",
            id: `${idOf(path)}${action}`,
            class: "small",
            "data-action": action,
            "data-path": JSON.stringify(path),
            "aria-label": `${label} ${name}`.trim(),
            disabled,
        },
        text,
    );

/** The button that takes something away. */
const removing = (path, name) => button(path, name, "remove", "Ta bort", "Ta bort");

/** The buttons that move an item of a list or take it away. */
export function moving(path, at, count, name) {
    return h(
        "span",
        { class: "moving" },
        button(path, name, "up", "Upp", "Flytta upp", at === 0),
        button(path, name, "down", "Ned", "Flytta ned", at === count - 1),
        removing(path, name),
    );
}
