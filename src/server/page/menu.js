// What is done with the whole year file: another file, the next year's, the workbook, and what differs.

import { h } from "./dom.js";

// With `onDisk` what the page offers only where the program keeps the year file.
const CHOICES = [
    ["compare", "Jämför med en annan årsfil …"],
    ["next-year", "Nästa års fil …"],
    ["workbook", "Hämta underlag för siffrorna"],
    ["spreadsheet", "Läs in siffror ur Excel …"],
    ["close", "Öppna en annan fil", "onDisk"],
];

/** The menu; without what the page has a button for where it keeps the year file itself. */
export const menu = isKept =>
    h(
        "details",
        { id: "menu", class: "menu" },
        h("summary", { id: "menu-title", class: "button" }, "Mer"),
        h(
            "ul",
            {},
            CHOICES.filter(([, , onDisk]) => !(isKept && onDisk)).map(([action, text]) =>
                h(
                    "li",
                    {},
                    h("button", { type: "button", id: `menu.${action}`, "data-action": action }, text),
                ),
            ),
        ),
    );

/** Folds the menu, and gives the focus back to it if it was inside. */
export function foldMenu() {
    const unfolded = document.getElementById("menu");
    if (!unfolded?.open) return;
    const isInside = unfolded.contains(document.activeElement);
    unfolded.open = false;
    if (isInside) document.getElementById("menu-title").focus();
}
