// The finished files: made in the folder, or fetched as one zip file.

import { getFile, post } from "./connection.js";
import { h, inline, sentence } from "./dom.js";
import { flush } from "./session.js";

/** A dialog with a heading, whose content can be changed. Gives the function that changes it. */
export function dialogWith(title, onClose = () => {}) {
    const content = h("div", {});
    const closing = h("button", { type: "button" }, "Stäng");
    const dialog = h(
        "dialog",
        { "aria-labelledby": "dialog-title" },
        h("h2", { id: "dialog-title", tabindex: "-1" }, title),
        content,
        closing,
    );
    closing.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
        dialog.remove();
        onClose();
    });
    document.getElementById("dialogs").append(dialog);
    dialog.showModal();
    document.getElementById("dialog-title").focus();
    return (...children) => content.replaceChildren(...children.flat().filter(Boolean));
}

/** What was refused, as it is said in a dialog. */
export const refusal = error =>
    h(
        "div",
        { class: "finding error", role: "alert" },
        h("p", {}, h("strong", {}, sentence(error.message))),
        error.reason && h("p", {}, inline(error.reason)),
        error.hint && h("p", { class: "hint" }, inline(error.hint)),
    );

/** Makes the papers and says what came of it. */
export async function makePapers() {
    const show = dialogWith("Gör papperen");
    show(
        h("p", { role: "status" }, "Papperen görs. Det tar några sekunder."),
        h("progress", { "aria-label": "Papperen görs" }),
    );
    try {
        await flush();
        const made = await post("/api/make", { folder: null });
        show(
            h(
                "p",
                { role: "status" },
                made.files.length === 1 ? "En fil är klar." : `${made.files.length} filer är klara.`,
                made.zip ? ` De ligger i ${made.zip} bland det som webbläsaren har hämtat.` : null,
            ),
            h(
                "ul",
                {},
                made.files.map(file => h("li", {}, h("code", {}, file))),
            ),
            (made.messages ?? []).map(message => h("p", { class: "finding warning" }, sentence(message))),
            made.key_figures && [
                h("h3", {}, "Läs igenom siffrorna"),
                h("pre", { tabindex: "0" }, made.key_figures),
            ],
        );
    } catch (error) {
        show(refusal(error));
    }
}

/** Fetches a file that the program makes, for the browser to save; `title` is what could not be done. */
export async function download(address, title) {
    try {
        await flush();
        const { name, blob } = await getFile(address);
        const object = URL.createObjectURL(blob);
        h("a", { href: object, download: name }).click();
        setTimeout(() => URL.revokeObjectURL(object), 60_000);
    } catch (error) {
        dialogWith(title)(refusal(error));
    }
}
