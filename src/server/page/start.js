// What is shown before a year file is open.

import { h, redraw } from "./dom.js";
import { refusal } from "./make.js";
import { fileList, filesNear } from "./files.js";
import { asWords } from "./places.js";
import { open, state } from "./session.js";
import { ways } from "./start_in_browser.js";

let refused = null;
// The year files to choose from, when they are known, and the state that they were asked for in.
let near = [];
let askedIn = null;

async function lookForFiles() {
    if (askedIn === state) return;
    askedIn = state;
    near = await filesNear();
    if (state?.start) redraw(document.getElementById("form"), start());
}

/** The ways to begin. */
export function start() {
    const { examples, folder } = state.start;
    if (!state.start.kept) lookForFiles();
    const path = (name, text, about) => [
        h("label", { for: name }, text),
        h("p", { class: "about", id: `${name}?` }, about),
        h("input", {
            id: name,
            name,
            type: "text",
            autocomplete: "off",
            required: true,
            "aria-describedby": `${name}?`,
        }),
    ];
    const choice = h(
        "fieldset",
        { class: "group" },
        h("legend", {}, "Exempel"),
        h(
            "div",
            { class: "radios" },
            examples.map((example, at) =>
                h(
                    "label",
                    { class: "radio" },
                    h("input", {
                        type: "radio",
                        name: "example",
                        id: `example.${at}`,
                        value: example.name,
                        checked: at === 0,
                    }),
                    asWords(example.title),
                ),
            ),
        ),
    );
    return [
        h("h1", {}, "Papper för personligt ombud"),
        h(
            "p",
            {},
            "Fyll i årets uppgifter, se papperen ta form bredvid och gör färdiga filer i PDF och Word.",
        ),
        refused && refusal(refused),
        state.start.kept ? ways(state.start, examples.length > 0 && choice) : onDisk(),
    ];

    function onDisk() {
        return [
            h(
                "form",
                { class: "begin", "data-action": "open", "data-key": "open" },
                h("h2", {}, "Öppna en årsfil"),
                near.length > 0 && [h("p", {}, `Årsfiler i ${folder}:`), fileList(near, "open-file")],
                path(
                    "path",
                    "Filens namn",
                    `Ligger den i ${folder} räcker namnet, till exempel arsfil.yaml. Annars skrivs mappen framför.`,
                ),
                h("button", { type: "submit" }, "Öppna"),
            ),
            examples.length > 0 &&
                h(
                    "form",
                    { class: "begin", "data-action": "open", "data-key": "example" },
                    h("h2", {}, "Börja från ett exempel"),
                    choice,
                    path(
                        "to",
                        "Den nya filens namn",
                        "Exemplet sparas som en ny fil, som du sedan ändrar till ert eget.",
                    ),
                    h("button", { type: "submit" }, "Börja"),
                ),
            h(
                "form",
                { class: "begin", "data-action": "open", "data-key": "next" },
                h("h2", {}, "Börja på nästa år"),
                path(
                    "next_year_of",
                    "Förra årets årsfil",
                    "Det som gällde förra året tas bort, och resten följer med att läsa igenom.",
                ),
                h("button", { type: "submit" }, "Gör nästa års fil"),
            ),
        ];
    }
}

/** Opens what a form on the page asks for. */
export function begin(form) {
    const given = Object.fromEntries(new FormData(form));
    return beginWith(given.example ? { example: given.example, path: given.to } : given);
}

/** Opens what is asked for, or says why that can't be. */
export async function beginWith(request) {
    try {
        refused = null;
        await open(request);
        document.getElementById("form").focus({ preventScroll: true });
        window.scrollTo(0, 0);
    } catch (error) {
        refused = error;
        redraw(document.getElementById("form"), start());
        document.querySelector("#form .finding")?.scrollIntoView({ block: "center" });
    }
}
