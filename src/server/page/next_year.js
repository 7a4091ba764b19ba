// The next year's file, made from the one that is open.

import { h } from "./dom.js";
import { dialogWith, refusal } from "./make.js";
import { flush, open } from "./session.js";

/** Says what becomes of what, and makes the file when that is wanted. */
export function nextYear({ path, kept }) {
    const show = dialogWith("Nästa års fil");
    const make = h("button", { type: "button", class: "main" }, "Gör nästa års fil");
    make.addEventListener("click", async () => {
        make.disabled = true;
        try {
            await flush();
            await open({ next_year_of: path });
            make.closest("dialog").close();
            document.getElementById("form").focus({ preventScroll: true });
        } catch (error) {
            show(refusal(error));
        }
    });
    show(
        h(
            "p",
            {},
            `En ny fil görs${kept ? "" : " i samma mapp"} och öppnas här. Det som bara gällde i år tas bort, och resten följer med att läsa igenom. Den här filen ändras inte.`,
        ),
        h("p", {}, make),
    );
}
