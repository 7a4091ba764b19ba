// The year files that are near, to choose one of.

import { get } from "./connection.js";
import { h } from "./dom.js";

/** The year files that are near, or none where the program can't tell. */
export const filesNear = async () => (await get("/api/files").catch(() => ({ files: [] }))).files;

/** A list of year files as buttons; `action` is what they do, with the file's path in `data-file`. */
export const fileList = (files, action) =>
    h(
        "ul",
        { class: "files" },
        files.map(({ path, name }) =>
            h(
                "li",
                {},
                h(
                    "button",
                    { type: "button", id: `${action}.${path}`, "data-action": action, "data-file": path },
                    name,
                ),
            ),
        ),
    );

/** A button that lets the user choose a file of their own, and hands it over. */
export function fileButton(text, accept, taken) {
    const input = h("input", {
        type: "file",
        accept,
        class: "unseen",
        tabindex: "-1",
        "aria-hidden": "true",
    });
    const button = h("button", { type: "button" }, text);
    button.addEventListener("click", () => input.click());
    input.addEventListener("change", () => input.files.length && taken(input.files[0]));
    return [button, input];
}
