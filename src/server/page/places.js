// Places in the year file: arrays of keys and numbers of items.

/** The id of the element for a place. */
export const idOf = path => `f.${path.map(step => encodeURIComponent(step)).join(".")}`;

/** Whether a place is, or is inside, another. */
export const isWithin = (path, outer) => outer.every((step, at) => String(path[at]) === String(step));

/** A key as words: `redovisning_inlämnad` is "Redovisning inlämnad". */
export function asWords(key) {
    const words = String(key).replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A place as it is written in the year file: `ärende.underskrifter[0].namn`. */
export const written = path =>
    path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at ? "." : ""}${step}`)).join("");

/** All fields of some, those inside groups and items too. */
export function* everyField(fields) {
    for (const field of fields) {
        yield field;
        yield* everyField(field.fields ?? []);
        for (const item of field.items ?? []) {
            yield item;
            yield* everyField(item.fields ?? []);
        }
    }
}

/** The field or item at a place, or nothing. */
export function fieldAt(state, path) {
    const id = idOf(path);
    for (const section of state.sections ?? []) {
        for (const field of everyField(section.fields)) if (idOf(field.path) === id) return field;
    }
    return null;
}

/** What the year file has at the place of a single value, as the state tells it; nothing where there is none. */
export function valueAt(state, path) {
    const [first, second, ...rest] = path;
    if (first === "texter") return state.texts?.find(({ name }) => name === second)?.value ?? null;
    if (first === "statistik") {
        const row = state.figures?.rows.find(other => idOf(other.path) === idOf(rest));
        return row?.values[second] ?? null;
    }
    const field = fieldAt(state, path);
    if (field) return field.value ?? null;
    const words = fieldAt(state, path.slice(0, -1))?.value;
    return Array.isArray(words) ? (words[path.at(-1)] ?? null) : null;
}
