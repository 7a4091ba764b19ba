// Figures from a spreadsheet: what it would change, each to take or leave.

import { postFile } from "./connection.js";
import { h, inline, say, sentence } from "./dom.js";
import { fileButton } from "./files.js";
import { dialogWith, refusal } from "./make.js";
import { edit, flush, state } from "./session.js";

export const KINDS = ".xlsx,.ods,.csv";
const MEGABYTE = 1024 * 1024;
// A server that others use too takes less.
const most = () => (state.kept ? 4 : 20) * MEGABYTE;

/** Asks for a spreadsheet. */
export function chooseSpreadsheet() {
    const show = dialogWith("Läs in siffror ur Excel");
    show(
        h(
            "p",
            {},
            "Välj underlaget som du har hämtat härifrån och fyllt i, sparat som .xlsx, .ods eller .csv. Inget ändras förrän du har sett vilka siffror det blir.",
        ),
        h(
            "p",
            {},
            fileButton("Välj en fil …", KINDS, file => propose(file, show)),
        ),
    );
}

/** Shows what a spreadsheet that has been dropped on the page would change. */
export const readSpreadsheet = file => propose(file, dialogWith("Läs in siffror ur Excel"));

async function propose(file, show) {
    show(h("p", { role: "status" }, "Filen läses."));
    try {
        if (file.size > most())
            throw Object.assign(new Error(`${file.name} är för stor för att läsas`), {
                hint: "Kontrollera att det är rätt fil. Ett underlag är sällan större än 1 MB.",
            });
        await flush();
        show(proposal(await postFile("/api/proposal", file), show));
    } catch (error) {
        show(refusal(error));
    }
}

const counted = (count, one, more) => (count === 1 ? one : `${count} ${more}`);

function proposal({ file, year, changes, unchanged, refusals, notes }, show) {
    const boxes = changes.map(({ name }, at) =>
        h("input", { type: "checkbox", id: `take.${at}`, checked: true, "aria-label": `Ta med ${name}` }),
    );
    const submit = h("button", { type: "submit", class: "main" }, "För in");
    const tell = () => {
        const taken = boxes.filter(({ checked }) => checked).length;
        submit.textContent = taken === 0 ? "Inget valt" : `För in ${counted(taken, "en siffra", "siffror")}`;
        submit.disabled = taken === 0;
    };
    tell();
    const form = h(
        "form",
        { id: "proposal" },
        h(
            "div",
            { class: "wide", tabindex: "0", role: "group", "aria-label": "Siffror som ändras" },
            h(
                "table",
                { class: "changes" },
                h(
                    "thead",
                    {},
                    h(
                        "tr",
                        {},
                        ["Ta med", "Fält", "Nu", "Nytt", "Cell"].map(text => h("th", { scope: "col" }, text)),
                    ),
                ),
                h(
                    "tbody",
                    {},
                    changes.map((change, at) =>
                        h(
                            "tr",
                            {},
                            h("td", {}, boxes[at]),
                            h("th", { scope: "row" }, change.name),
                            h("td", { class: "number" }, change.old ?? "saknas"),
                            h("td", { class: "number" }, change.new),
                            h("td", {}, change.from),
                        ),
                    ),
                ),
            ),
        ),
        h("p", { class: "row buttons" }, submit),
    );
    form.addEventListener("input", tell);
    form.addEventListener("submit", async event => {
        event.preventDefault();
        event.stopPropagation();
        const edits = changes.filter((_, at) => boxes[at].checked).map(change => change.edit);
        try {
            await edit(edits);
            form.closest("dialog").close();
            say(
                `${counted(edits.length, "En siffra är införd", "siffror är införda")}. Ångra tar tillbaka det.`,
            );
        } catch (error) {
            show(refusal(error));
        }
    });
    return [
        h("p", { role: "status" }, `Siffror för ${year} ur ${file}.`),
        refusals.length > 0 &&
            h(
                "div",
                { class: "finding error", id: "refusals" },
                h(
                    "p",
                    {},
                    h(
                        "strong",
                        {},
                        `${counted(refusals.length, "En uppgift", "uppgifter")} kan inte tas med:`,
                    ),
                ),
                refusals.map(({ place, about, reason, remedy }) => [
                    h("p", {}, h("strong", {}, place), about && ` (${about})`, ": ", sentence(reason)),
                    h("p", { class: "hint" }, inline(remedy)),
                ]),
            ),
        notes.map(note => h("p", { class: "finding warning" }, inline(note))),
        changes.length > 0 ? form : h("p", {}, "Inget i årsfilen ändras."),
        unchanged > 0 &&
            h(
                "p",
                { class: "about" },
                `${counted(unchanged, "En siffra är", "siffror är")} som i årsfilen redan.`,
            ),
    ];
}
