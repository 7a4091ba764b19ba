// The sections that a year file is filled in by, and the way between them.

import { h } from "./dom.js";

/** What kind of section it is. */
export const FIELDS = "fields",
    FIGURES = "figures",
    TEXTS = "texts";

/** The sections in their order, the figures and the texts among them. */
export function sectionsOf(state) {
    const sections = (state.sections ?? []).map(section => ({ kind: FIELDS, ...section }));
    const inPlaceOf = (keys, after, section) => {
        const at = sections.findIndex(({ key }) => keys.includes(key));
        const before = sections.findIndex(({ key }) => key === after);
        if (at >= 0) sections[at] = { ...sections[at], kind: section.kind };
        else sections.splice(before >= 0 ? before + 1 : sections.length, 0, { ...section, fields: [] });
    };
    if (state.figures?.years.length) {
        inPlaceOf(["statistik", "siffror"], "verksamhet", {
            key: "siffror",
            kind: FIGURES,
            title: "Siffror",
        });
    }
    if (state.texts?.length) {
        inPlaceOf(["texter"], null, { key: "texter", kind: TEXTS, title: "Texter" });
    }
    return sections;
}

/** The section that is shown: the one in the address, or else the first. */
export function chosen(state) {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const sections = sectionsOf(state);
    return sections.find(({ key }) => key === wanted) ?? sections[0];
}

/** The links to the sections, with how much there is to see to in each. */
export function navigation(state, findings) {
    const current = chosen(state);
    return h(
        "ul",
        {},
        sectionsOf(state).map(section => {
            const own = findings.filter(finding => finding.section?.key === section.key);
            const [errors, warnings] = ["error", "warning"].map(
                severity => own.filter(finding => finding.severity === severity).length,
            );
            const badge = (count, kind, word) =>
                count > 0 &&
                h(
                    "span",
                    { class: `badge ${kind}` },
                    String(count),
                    h("span", { class: "unseen" }, ` ${word} `),
                );
            return h(
                "li",
                { "data-key": section.key },
                h(
                    "a",
                    {
                        href: `#${encodeURIComponent(section.key)}`,
                        "aria-current": section.key === current?.key ? "page" : null,
                    },
                    section.title,
                    " ",
                    badge(errors, "error", "fel"),
                    badge(warnings, "warning", warnings === 1 ? "varning" : "varningar"),
                ),
            );
        }),
    );
}
