// What is wrong: where it is shown, the list of it, and what stands beside a field.

import { h, inline, sentence } from "./dom.js";
import { everyField, idOf, isWithin } from "./places.js";
import { FIGURES, sectionsOf, TEXTS } from "./sections.js";

const SEVERITIES = [
    ["error", "fel", "fel"],
    ["warning", "varning", "varningar"],
    ["advice", "råd", "råd"],
];

/** A number of errors, warnings and advice, in words. */
export function counted(findings) {
    const parts = SEVERITIES.map(([severity, one, more]) => {
        const count = findings.filter(finding => finding.severity === severity).length;
        return count ? `${count} ${count === 1 ? one : more}` : "";
    }).filter(Boolean);
    return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} och ${parts.at(-1)}` : (parts[0] ?? "");
}

/** Every place that the form shows, with its section. */
function shownPlaces(state) {
    const places = [];
    for (const section of sectionsOf(state)) {
        if (section.kind === FIGURES) {
            places.push({ path: ["statistik"], section, id: "figures" });
            for (const year of state.figures.years) {
                places.push({ path: ["statistik", year], section, id: "figures" });
                for (const row of state.figures.rows)
                    places.push({ path: ["statistik", year, ...row.path], section });
            }
        } else if (section.kind === TEXTS) {
            for (const text of state.texts) places.push({ path: ["texter", text.name], section });
        } else {
            for (const field of everyField(section.fields)) places.push({ path: field.path, section });
        }
    }
    return places;
}

/** Where the form shows a place in the year file: `id` of the element, and the key of the `section`. */
export function placeOf(state, path) {
    const { id, section } = shownAround(shownPlaces(state), path);
    return { id, section: section?.key };
}

/** Of those around it the innermost; what has no field belongs where its neighbours are. */
function shownAround(places, path) {
    const around = path ? places.filter(place => isWithin(path, place.path)) : [];
    const innermost = (best, next) => (!best || next.path.length >= best.path.length ? next : best);
    const place = around.reduce(innermost, null);
    const beside = place ?? places.find(other => other.path[0] === path?.[0]);
    return { id: place ? (place.id ?? idOf(place.path)) : null, section: beside?.section ?? null };
}

/**
 * The findings with where each is shown: `id` of the element, nothing when no field shows it, and
 * `section` in which that is. Worst first, then as the form goes.
 */
export function located(state) {
    if (!known.has(state)) known.set(state, locate(state));
    return known.get(state);
}

// What has been worked out of a state, which is asked for at every key.
const known = new WeakMap();

function locate(state) {
    const places = shownPlaces(state);
    const found = (state.findings ?? []).map(finding => ({
        ...finding,
        ...shownAround(places, finding.path),
    }));
    const order = finding => SEVERITIES.findIndex(([severity]) => severity === finding.severity);
    return found.sort((a, b) => order(a) - order(b));
}

/** The ids of the descriptions of a field's findings, for `aria-describedby`. */
export const describing = (findings, id) =>
    findings.filter(finding => finding.id === id).map((_, at) => `${id}!${at}`);

const WORDS = { error: "Fel", warning: "Varning", advice: "Råd" };

/** What is said beside a field about what it holds. */
export function beside(findings, id) {
    return findings
        .filter(finding => finding.id === id)
        .map((finding, at) =>
            h(
                "div",
                { id: `${id}!${at}`, class: `finding ${finding.severity}` },
                h("p", {}, h("strong", {}, `${WORDS[finding.severity]}: `), sentence(finding.message)),
                finding.reason && h("p", { class: "reason" }, inline(finding.reason)),
                finding.hint && h("p", { class: "hint" }, inline(finding.hint)),
                fixes(finding, `${id}!${at}`),
                finding.silence &&
                    finding.severity === "warning" &&
                    h(
                        "button",
                        {
                            type: "button",
                            id: `${id}!${at}s`,
                            class: "small",
                            "data-action": "silence",
                            "data-rule": finding.rule,
                            "data-path": JSON.stringify(finding.path),
                        },
                        "Det stämmer ändå …",
                        h("span", { class: "unseen" }, ` ${finding.message}`),
                    ),
            ),
        );
}

/** The buttons that put a finding right. */
const fixes = (finding, id) =>
    (finding.fixes ?? []).map(({ label, edits }, at) =>
        h(
            "button",
            {
                type: "button",
                id: `${id}f${at}`,
                class: "small fix",
                "data-action": "fix",
                "data-edits": JSON.stringify(edits),
                "data-to": finding.id,
            },
            label,
            h("span", { class: "unseen" }, `: ${finding.message}`),
        ),
    );

// More errors than this are a long list above every section.
const UNFOLDED = 5;

function line(finding, at) {
    const place = finding.line ? `Rad ${finding.line}: ` : "";
    const href = finding.id && `#${finding.section.key}`;
    return h(
        "li",
        {},
        href
            ? h(
                  "a",
                  { href, "data-action": "go", "data-to": finding.id, "data-section": finding.section.key },
                  sentence(finding.message),
              )
            : [
                  place,
                  sentence(finding.message),
                  " ",
                  finding.hint && h("span", { class: "hint" }, inline(finding.hint)),
                  fixes(finding, `${finding.severity}!${at}`),
              ],
    );
}

/** The list of all that is wrong, each leading to its field. */
export function summary(findings) {
    const [errors, warnings, advice] = SEVERITIES.map(([severity]) =>
        findings.filter(finding => finding.severity === severity),
    );
    const list = some => h("ul", {}, some.map(line));
    return [
        errors.length > 0 &&
            h(
                "details",
                { id: "errors", class: "summary error", open: errors.length <= UNFOLDED },
                h(
                    "summary",
                    {},
                    h(
                        "h2",
                        {},
                        errors.length === 1
                            ? "Ett fel att rätta innan papperen kan göras"
                            : `${errors.length} fel att rätta innan papperen kan göras`,
                    ),
                ),
                list(errors),
            ),
        warnings.length > 0 &&
            h(
                "details",
                { id: "warnings", class: "summary warning" },
                h(
                    "summary",
                    {},
                    warnings.length === 1
                        ? "En varning att se över"
                        : `${warnings.length} varningar att se över`,
                ),
                list(warnings),
            ),
        advice.length > 0 &&
            h(
                "details",
                { id: "advice", class: "summary advice" },
                h("summary", {}, `${advice.length} råd`),
                list(advice),
            ),
    ];
}
