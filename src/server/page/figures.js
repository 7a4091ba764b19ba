// The figures as a grid: a row for each count, a column for each year.

import { h, say, sentence } from "./dom.js";
import { beside, describing } from "./findings.js";
import { cellsOf, whole } from "./numbers.js";
import { asWords, idOf } from "./places.js";
import { edit, refusalOf, shown, state } from "./session.js";

// Rows that have a name and no figure yet: `{group, label, path}`.
const named = [];
let said = null;

const placeOf = (year, row) => ["statistik", String(year), ...row.path];

function rowsOf(figures) {
    const known = new Set(figures.rows.map(row => idOf(row.path)));
    return [...figures.rows, ...named.filter(row => !known.has(idOf(row.path)))];
}

/** The rows in their groups, in order, and what is said of a group. */
function groupsOf(figures) {
    const known = new Map((figures.groups ?? []).map(group => [group.group, group]));
    const groups = new Map();
    for (const row of rowsOf(figures)) {
        if (!groups.has(row.group)) groups.set(row.group, []);
        groups.get(row.group).push(row);
    }
    // Names are chosen for the parts of some groups, which have no rows to begin with.
    for (const { group, open } of known.values()) if (open && !groups.has(group)) groups.set(group, []);
    return [...groups].map(([group, rows]) => [group, rows, known.get(group)]);
}

// Rows in the order they are shown, as arrow keys and what is pasted go.
const shownRows = figures => groupsOf(figures).flatMap(([, rows]) => rows);

/** The grid. */
export function figures(findings) {
    const { years } = state.figures;
    const rows = shownRows(state.figures);
    return [
        h(
            "p",
            { class: "about" },
            "Flera tal på en gång: kopiera dem i Excel, ställ dig i cellen där det första ska stå och tryck Ctrl+V. Med piltangenterna går du mellan cellerna.",
        ),
        h(
            "p",
            { class: "row" },
            h(
                "button",
                { type: "button", class: "small", id: "workbook", "data-action": "workbook" },
                "Hämta underlag",
            ),
            h(
                "button",
                { type: "button", class: "small", id: "spreadsheet", "data-action": "spreadsheet" },
                "Läs in siffror ur Excel …",
            ),
        ),
        beside(findings, "figures"),
        said &&
            h(
                "div",
                { id: "pasted", class: "finding warning" },
                said.map(line => h("p", {}, line)),
            ),
        h(
            "div",
            { class: "wide", tabindex: "-1", id: "figures" },
            h(
                "table",
                { class: "grid" },
                h("caption", {}, "Antal för varje år"),
                h(
                    "thead",
                    {},
                    h(
                        "tr",
                        {},
                        h("td", {}),
                        years.map(year => h("th", { scope: "col", id: `y.${year}` }, String(year))),
                        h("th", { scope: "col" }, "Summa och ändring"),
                    ),
                ),
                groupsOf(state.figures).map(([group, own, kind]) =>
                    h(
                        "tbody",
                        { "data-key": `group ${group}` },
                        h(
                            "tr",
                            { "data-key": "head" },
                            h(
                                "th",
                                { scope: "rowgroup", class: "group-head", colspan: years.length + 2 },
                                group,
                            ),
                        ),
                        own.map(row => line(row, rows.indexOf(row), years, findings)),
                        kind?.open &&
                            h(
                                "tr",
                                { "data-key": "new" },
                                h("td", { colspan: years.length + 2 }, naming(group, kind.path[0])),
                            ),
                    ),
                ),
            ),
        ),
    ];
}

function line(row, number, years, findings) {
    const rowId = `r.${idOf(row.path)}`;
    const wrong = years
        .flatMap(year => {
            const path = placeOf(year, row);
            const refused = refusalOf(path);
            return [
                refused &&
                    h(
                        "div",
                        { id: `${idOf(path)}!x`, class: "finding error" },
                        h("p", {}, `${year}: `, sentence(refused.message)),
                    ),
                beside(findings, idOf(path)),
            ];
        })
        .flat()
        .filter(Boolean);
    const cells = years.map((year, column) => {
        const path = placeOf(year, row);
        const id = idOf(path);
        const refused = refusalOf(path);
        const described = [refused && `${id}!x`, ...describing(findings, id)].filter(Boolean);
        const isWrong =
            refused || findings.some(finding => finding.id === id && finding.severity === "error");
        return h(
            "td",
            {},
            h("input", {
                id,
                type: "text",
                inputmode: "numeric",
                autocomplete: "off",
                value: shown(path, row.values?.[year] ?? "") ?? "",
                "aria-labelledby": `${rowId} y.${year}`,
                "aria-describedby": described.join(" ") || null,
                "aria-invalid": isWrong ? "true" : null,
                "data-path": JSON.stringify(path),
                "data-kind": "count",
                "data-row": number,
                "data-column": column,
            }),
        );
    });
    return [
        h(
            "tr",
            { "data-key": `row ${idOf(row.path)}` },
            h("th", { scope: "row", id: rowId }, row.label),
            cells,
            h("td", { class: "note" }, row.note ?? ""),
        ),
        wrong.length > 0 &&
            h("tr", { "data-key": `wrong ${idOf(row.path)}` }, h("td", { colspan: years.length + 2 }, wrong)),
    ];
}

function naming(group, key) {
    const id = `new.${key}`;
    return h(
        "form",
        { class: "row", "data-action": "name", "data-key": id, "data-group": group, "data-into": key },
        h("label", { for: id }, `Ny rad i ${group}`),
        h("input", { id, name: "name", type: "text", autocomplete: "off", "data-kind": "own" }),
        h("button", { type: "submit", class: "small" }, "Lägg till"),
    );
}

/** A row gets a name; it is written to the file with its first figure. Gives the cell to go to. */
export function nameRow(form) {
    const name = form.elements.name.value.trim();
    if (!name) return null;
    const row = {
        group: form.dataset.group,
        label: name,
        path: [form.dataset.into, name],
        values: {},
        note: "",
    };
    if (!rowsOf(state.figures).some(other => idOf(other.path) === idOf(row.path))) named.push(row);
    form.elements.name.value = "";
    return idOf(placeOf(state.figures.years.at(-1), row));
}

const cellAt = (row, column) =>
    document.querySelector(`.grid input[data-row="${row}"][data-column="${column}"]`);

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys lead from cell to cell, sideways only from the end of what stands in one. */
export function step(event) {
    const cell = event.target;
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if ((!down && !right) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const isAll = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    if (right < 0 && !isAll && cell.selectionEnd > 0) return;
    if (right > 0 && !isAll && cell.selectionStart < cell.value.length) return;
    const next = cellAt(Number(cell.dataset.row) + down, Number(cell.dataset.column) + right);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
}

const SHOWN = 5;

/** Puts what is pasted into the cells from this one on, and says what was not taken. True when it was several cells. */
export function paste(event) {
    const text = event.clipboardData.getData("text/plain");
    const cells = cellsOf(text);
    if (cells.length === 1 && cells[0].length === 1) return false;
    event.preventDefault();
    const { years } = state.figures;
    const rows = shownRows(state.figures);
    const [top, left] = [Number(event.target.dataset.row), Number(event.target.dataset.column)];
    const edits = [],
        refused = [];
    let outside = 0;
    cells.forEach((line, down) =>
        line.forEach((cell, right) => {
            if (cell === "") return;
            const row = rows[top + down],
                year = years[left + right];
            const number = whole(cell);
            if (!row || year === undefined) outside += 1;
            else if (number === null) refused.push(`”${cell}” (${row.label}, ${year})`);
            else edits.push({ op: "set", at: placeOf(year, row), value: number });
        }),
    );
    tellPasted(edits.length, refused, outside);
    if (edits.length)
        edit(edits).catch(error => {
            said = [error.message, error.hint].filter(Boolean);
            say(error.message);
        });
    return true;
}

function tellPasted(taken, refused, outside) {
    const more = refused.length > SHOWN ? ` och ${refused.length - SHOWN} till` : "";
    said = [
        taken === 1 ? "Ett tal är inklistrat." : `${taken} tal är inklistrade.`,
        refused.length > 0 &&
            `Inte heltal, och därför inte inklistrade: ${refused.slice(0, SHOWN).join(", ")}${more}.`,
        outside > 0 &&
            `${outside === 1 ? "Ett tal" : `${outside} tal`} fick inte plats i tabellen från den cell där du klistrade in.`,
    ].filter(Boolean);
    say(said.join(" "));
}

/** What a count that has been typed means; `error` when it is no whole number. */
export function count(path, text) {
    if (text.trim() === "") return { value: null };
    const number = whole(text);
    return number === null
        ? {
              error: {
                  message: `”${text.trim()}” är inte ett heltal.`,
                  hint: `Skriv antalet med siffror, för ${asWords(path.at(-1)).toLowerCase()}.`,
              },
          }
        : { value: number };
}
