// What must be seen whatever section is shown: that nothing is saved, and that somebody else has written too.

import { h, inline, sentence } from "./dom.js";
import { isHeard, state } from "./session.js";

/** What is to be said above everything else. */
export function notice() {
    const { conflict, save_problem: unsaved } = state;
    return [
        !isHeard &&
            h(
                "div",
                { id: "unheard", class: "notice", role: "alert" },
                h(
                    "p",
                    {},
                    h("strong", {}, "Programmet svarar inte."),
                    " Det du skriver nu sparas först när det svarar igen. Låt fliken vara öppen.",
                    state?.kept &&
                        " Håller det i sig kan du ha blivit utloggad: läs då in sidan på nytt. Det du har skrivit finns kvar i webbläsaren.",
                ),
            ),
        unsaved &&
            h(
                "div",
                { id: "unsaved", class: "notice", role: "alert" },
                h("p", {}, h("strong", {}, sentence(unsaved.message))),
                unsaved.hint && h("p", {}, inline(unsaved.hint)),
            ),
        conflict &&
            h(
                "div",
                { id: "conflict", class: "notice", role: "alert" },
                h("p", {}, h("strong", {}, sentence(conflict.message))),
                h("p", {}, "Välj vilken som ska stå kvar. Den andra får du tillbaka med Ångra."),
                version(
                    "theirs",
                    "Filen som den andra har sparat den",
                    conflict.theirs,
                    "Behåll den sparade",
                ),
                version(
                    "ours",
                    "Filen som du har skrivit den här",
                    conflict.ours,
                    "Behåll det jag har skrivit",
                ),
            ),
    ];
}

const version = (keep, title, text, choice) =>
    h(
        "div",
        { "data-key": keep },
        h("details", {}, h("summary", {}, title), h("pre", { tabindex: "0" }, text)),
        h("button", { type: "button", id: `keep.${keep}`, "data-action": "keep", "data-keep": keep }, choice),
    );
