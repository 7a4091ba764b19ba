// Whole numbers as they are written in Swedish, and tables of them from a spreadsheet.

const SPACES = /[\s\u00a0\u202f\u2009]/g;
// With thousands divided by spaces or not, and decimals only when they are none.
const WHOLE = /^(\d+|\d{1,3}(_\d{3})+)(,0+)?$/;

/** A whole number, or nothing when the text isn't one; `""` is neither. */
export function whole(text) {
    const written = text.trim().replace(SPACES, "_");
    if (!WHOLE.test(written)) return null;
    const number = Number(written.replace(/,0+$/, "").replaceAll("_", ""));
    return Number.isSafeInteger(number) ? number : null;
}

/** Rows of cells, as a spreadsheet puts them on the clipboard. */
export function cellsOf(text) {
    const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    return rows.map(row => row.split("\t").map(cell => cell.trim()));
}
