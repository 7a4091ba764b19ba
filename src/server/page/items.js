// A list of persons, shortcomings or other things that have several fields each.

import { h } from "./dom.js";
import { around, grouped, moving } from "./field.js";
import { beside } from "./findings.js";
import { idOf } from "./places.js";
import { draftOf } from "./session.js";

/** The list, each item folded; `fields` shows the fields of one. */
export function items(field, findings, fields) {
    const itself = around(field, findings);
    const { id, name } = itself;
    const all = field.items ?? [];
    const isDrafted = draftOf(field.path) === all.length;
    return grouped(
        itself,
        h(
            "ol",
            { class: "items" },
            all.map((item, at) => one(item, at, all.length, findings, fields)),
            isDrafted && drafted(field, all.length, findings, fields),
        ),
        isDrafted
            ? null
            : h(
                  "button",
                  {
                      type: "button",
                      id: `${id}+`,
                      "data-action": "draft",
                      "data-path": JSON.stringify(field.path),
                      "data-number": all.length,
                      "aria-label": `Lägg till: ${name}`,
                  },
                  "Lägg till",
              ),
    );
}

function one(item, at, count, findings, fields) {
    const id = idOf(item.path);
    const title = item.title || `Nummer ${at + 1}`;
    const inside = findings.filter(
        finding => finding.id?.startsWith(id) && finding.severity === "error",
    ).length;
    return h(
        "li",
        { "data-key": `item ${at}` },
        h(
            "details",
            { id: `${id}d` },
            h(
                "summary",
                { id, tabindex: "0" },
                title,
                item.review ? h("span", { class: "badge review" }, "från året före") : null,
                inside > 0 && h("span", { class: "badge error" }, `${inside} fel`),
            ),
            beside(findings, id),
            fields(item.fields, findings),
        ),
        moving(item.path, at, count, title),
    );
}

function drafted(field, at, findings, fields) {
    const path = [...field.path, at];
    return h(
        "li",
        { "data-key": `item ${at}` },
        h(
            "details",
            { id: `${idOf(path)}d`, open: true },
            h("summary", { id: idOf(path), tabindex: "0" }, "Ny, sparas när något är ifyllt"),
            fields(empty(field.template?.fields ?? [], path), findings),
        ),
        h(
            "span",
            { class: "moving" },
            h(
                "button",
                {
                    type: "button",
                    class: "small",
                    "data-action": "discard",
                    "data-path": JSON.stringify(field.path),
                },
                "Ta bort",
            ),
        ),
    );
}

/** Fields as they are in a new item, at its place. */
function empty(some, path) {
    return some.map(field => {
        const own = [...path, field.key];
        return {
            ...field,
            path: own,
            value: null,
            items: field.items ? [] : undefined,
            fields: field.fields && empty(field.fields, own),
            review: false,
        };
    });
}
