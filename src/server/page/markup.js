// Bold and lists in a text, for those who don't know how Markdown writes them.

import { say } from "./dom.js";

const BOLD = "**";
const ITEM = /^\s*[-*+] /;

/** Makes what is marked bold, or the word that the caret is in; what is bold already becomes plain. */
export function toggleBold(id) {
    const area = document.getElementById(id);
    const { start, end } = marked(area.value, area.selectionStart, area.selectionEnd);
    if (start === end) {
        area.focus();
        say("Markera först det som ska bli fetstil.");
        return;
    }
    const words = area.value.slice(start, end);
    const isAround = area.value.slice(0, start).endsWith(BOLD) && area.value.slice(end).startsWith(BOLD);
    const isWithin = words.startsWith(BOLD) && words.endsWith(BOLD) && words.length > 2 * BOLD.length;
    if (isAround) replace(area, start - BOLD.length, end + BOLD.length, words);
    else if (isWithin) replace(area, start, end, words.slice(BOLD.length, -BOLD.length));
    else replace(area, start, end, BOLD + words + BOLD);
    say(isAround || isWithin ? "Fetstilen är borttagen." : "Fetstil.");
}

/** What is marked, without the spaces at its ends, and on one line; or the word that the caret is in. */
function marked(text, from, to) {
    let [start, end] = [from, to];
    if (start === end) {
        start -= /[\p{L}\p{N}-]*$/u.exec(text.slice(0, start))[0].length;
        end += /^[\p{L}\p{N}-]*/u.exec(text.slice(end))[0].length;
    }
    const words = text.slice(start, end).trimStart();
    start = end - words.length;
    return { start, end: start + words.split("\n")[0].trimEnd().length };
}

/** Makes the lines that are marked a list, or plain again when they are one. */
export function toggleList(id) {
    const area = document.getElementById(id);
    const text = area.value;
    const start = text.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const after = text.indexOf("\n", Math.max(area.selectionEnd, start));
    const end = after < 0 ? text.length : after;
    const lines = text
        .slice(start, end)
        .split("\n")
        .filter(line => line.trim());
    if (lines.length && lines.every(line => ITEM.test(line))) {
        // Without their dashes the lines would run together.
        replace(area, start, end, lines.map(line => line.replace(ITEM, "")).join("\n\n"));
        say("Listan är borttagen.");
        return;
    }
    const items = lines.map(line => `- ${line.trim().replace(ITEM, "")}`);
    // A list has an empty line before and after it.
    const before = gap(text.slice(0, start), /\n\s*\n\s*$/, start > 0);
    const behind = gap(text.slice(end), /^\s*\n\s*\n/, text.slice(end).trim() !== "");
    replace(area, start, end, before + (items.join("\n") || "- ") + behind);
    say("Punktlista. En ny rad som börjar med - ger en ny punkt.");
}

const gap = (text, isThere, isNeeded) => (isNeeded && !isThere.test(text) ? "\n" : "");

/** Puts a text in the place of what stands somewhere in an area, marks it, and has that heard as typed. */
function replace(area, start, end, text) {
    area.focus();
    area.setRangeText(text, start, end, "select");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
