// What is shown before a year file is open, where the browser keeps it.

import { h } from "./dom.js";
import { canWrite } from "./user_file.js";

const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeStyle: "short" });

const choose = (name, text, about) => [
    h("label", { for: name }, text),
    h("p", { class: "about", id: `${name}?` }, about),
    h("input", {
        id: name,
        name,
        type: "file",
        accept: ".yaml,.yml",
        required: true,
        "aria-describedby": `${name}?`,
    }),
];

/** The ways to begin. `examples` are the fields to choose an example by. */
export function ways({ kept }, examples) {
    return [
        h(
            "p",
            { class: "about" },
            "Årsfilen finns i din webbläsare. Den skickas till servern för att kontrolleras och bli papper, och servern sparar den inte.",
        ),
        kept.length > 0 &&
            h(
                "section",
                { class: "begin", "data-key": "kept" },
                h("h2", {}, "Fortsätt där du var"),
                h("ul", { class: "items" }, kept.map(one)),
            ),
        h(
            "form",
            { class: "begin", "data-action": "open", "data-key": "open" },
            h("h2", {}, "Öppna en årsfil"),
            canWrite()
                ? [
                      h(
                          "p",
                          { class: "about" },
                          "Tryck på Spara för att skriva det du ändrar i filen. Webbläsaren frågar om lov första gången, och sedan sparas det av sig självt.",
                      ),
                      h("button", { type: "button", id: "choose", "data-action": "choose" }, "Välj fil"),
                  ]
                : [
                      choose(
                          "file",
                          "Årsfil",
                          "Filen du väljer ändras inte. Det du gör sparas i webbläsaren, och du hämtar årsfilen med Spara.",
                      ),
                      h("button", { type: "submit" }, "Öppna"),
                  ],
        ),
        examples &&
            h(
                "form",
                { class: "begin", "data-action": "open", "data-key": "example" },
                h("h2", {}, "Börja från ett exempel"),
                examples,
                h("button", { type: "submit" }, "Börja"),
            ),
        h(
            "form",
            { class: "begin", "data-action": "open", "data-key": "next" },
            h("h2", {}, "Börja på nästa år"),
            choose(
                "next_year_file",
                "Förra årets årsfil",
                "Det som gällde förra året tas bort, och resten följer med att läsa igenom. Filen du väljer ändras inte.",
            ),
            h("button", { type: "submit" }, "Gör nästa års fil"),
        ),
    ];
}

const one = ({ id, name, changed, in_file: isInFile }) =>
    h(
        "li",
        { "data-key": id },
        h("p", {}, h("strong", {}, name)),
        h(
            "p",
            { class: "about" },
            `Ändrad ${day.format(changed)}. ${isInFile ? "Sparad i din fil." : "Ändringarna finns bara i webbläsaren."}`,
        ),
        h(
            "div",
            { class: "row" },
            h(
                "button",
                { type: "button", id: `resume.${id}`, "data-action": "resume", "data-id": id },
                `Fortsätt med ${name}`,
            ),
            h(
                "button",
                {
                    type: "button",
                    id: `forget.${id}`,
                    "data-action": "forget",
                    "data-id": id,
                    "data-name": name,
                },
                `Ta bort ${name} ur webbläsaren`,
            ),
        ),
    );
