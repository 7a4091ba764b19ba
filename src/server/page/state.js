// The state of a year file as the program tells it.

/**
 * A state whole. Whoever says which `form` is known already is not told its parts again when they are as
 * before: they are taken from `known`, the state that has them.
 */
export function whole(state, known) {
    if (state.sections || state.form !== known?.form) return state;
    const { sections, figures, placeholders } = known;
    return { sections, figures, placeholders, ...state };
}
