// A warning that is looked at and holds no more: its rule says nothing there, and why is written down.

import { h } from "./dom.js";
import { refusal } from "./make.js";
import { written } from "./places.js";
import { edit } from "./session.js";

/** Asks why, and silences a rule at a place. */
export function silence(rule, path) {
    const reason = h("input", {
        id: "silence-reason",
        type: "text",
        autocomplete: "off",
        required: true,
        "aria-describedby": "silence-about",
    });
    const said = h("div", {});
    const cancel = h("button", { type: "button" }, "Avbryt");
    const form = h(
        "form",
        {},
        h("label", { for: "silence-reason" }, "Varför stämmer det?"),
        h(
            "p",
            { id: "silence-about", class: "about" },
            "Skälet skrivs i årsfilen under Kontroller, för den som läser den nästa år. Varningen kommer inte igen på det här stället.",
        ),
        said,
        reason,
        h(
            "p",
            { class: "row buttons" },
            h("button", { type: "submit", class: "main" }, "Spara skälet"),
            cancel,
        ),
    );
    const dialog = h(
        "dialog",
        { "aria-labelledby": "silence-title" },
        h("h2", { id: "silence-title" }, "Det stämmer ändå"),
        form,
    );
    form.addEventListener("submit", async event => {
        event.preventDefault();
        event.stopPropagation();
        if (!reason.value.trim()) return;
        const value = { regel: rule, skäl: reason.value.trim(), ...(path && { plats: written(path) }) };
        try {
            await edit([{ op: "add", into: ["kontroller", "tysta"], key: null, value }]);
            dialog.close();
        } catch (error) {
            said.replaceChildren(refusal(error));
        }
    });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.getElementById("dialogs").append(dialog);
    dialog.showModal();
}
