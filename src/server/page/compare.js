// What differs between the year file and another one, most often last year's.

import { post, postFile } from "./connection.js";
import { h } from "./dom.js";
import { fileButton, fileList, filesNear } from "./files.js";
import { dialogWith, refusal } from "./make.js";
import { flush, state } from "./session.js";

let show = null;

/** Asks for the other file. */
export async function compareFiles() {
    show = dialogWith("Jämför med en annan årsfil");
    const files = await filesNear();
    show(
        files.length > 0 && [
            h("p", {}, state.kept ? "Årsfiler i webbläsaren:" : "Årsfiler i samma mapp:"),
            fileList(files, "compare-with"),
        ],
        h(
            "p",
            {},
            files.length > 0 ? "Eller en fil som ligger någon annanstans:" : "Välj årsfilen att jämföra med.",
        ),
        h(
            "p",
            {},
            fileButton("Välj en fil …", ".yaml,.yml", file =>
                compared(() => postFile("/api/comparison", file)),
            ),
        ),
    );
}

/** Compares with a file that the program has named. */
export const compareWith = path => compared(() => post("/api/comparison", { path }));

async function compared(ask) {
    try {
        await flush();
        const { html } = await ask();
        const read = new DOMParser().parseFromString(html, "text/html");
        const content = document.importNode(read.body, true).childNodes;
        show(h("div", { class: "comparison", tabindex: "0" }, ...content));
    } catch (error) {
        show(refusal(error));
    }
}
