// Running text without the line breaks that Markdown takes for spaces, and with them again.
//
// In the year file a paragraph is broken into short lines. In the page it is one line that the browser
// breaks, as in Word. Paragraphs that nobody has changed go back as they were.

const WIDTH = 88;
// A line that begins something of its own: a list, a heading, a quotation, a table, a fence, a tag.
const BEGINS = /^\s*([-+*]\s|\d+[.)]\s|#|>|\||```|~~~|\{%|<)/;
// What can't go on on the next line.
const ENDS = /^\s*(#|\||>|```|~~~|\{%|<|---|===)|( {2}|\\)$/;
const UNDERLINES = /^\s*(-{2,}|={2,})\s*$/;

function joined(paragraph) {
    if (/^\s*(```|~~~|\|)/.test(paragraph) || /^( {4}|\t)/.test(paragraph)) return paragraph;
    return paragraph.split("\n").reduce((text, line) => {
        const last = text.slice(text.lastIndexOf("\n") + 1);
        const isApart = BEGINS.test(line) || UNDERLINES.test(line) || ENDS.test(last);
        return isApart ? `${text}\n${line}` : `${text.replace(/[ \t]+$/, "")} ${line.replace(/^[ \t]+/, "")}`;
    });
}

// Paragraphs and what divides them, in turn.
const parts = text => text.split(/(\n(?:[ \t]*\n)+)/);

// In a fence empty lines divide nothing.
const isPlain = text => !/^\s*(```|~~~)/m.test(text);

/** A text with each paragraph on one line. */
export function unbroken(text) {
    return isPlain(text)
        ? parts(text)
              .map((part, at) => (at % 2 ? part : joined(part)))
              .join("")
        : text;
}

// A tag is a part of its word, with the spaces inside it.
const WORDS = /(?:\{\{.*?\}\}|\{%.*?%\}|[^ \t])+/g;

function broken(line) {
    const [head] = line.match(/^[ \t]*(?:[-+*] +|\d+[.)] +)?/);
    const [first = "", ...words] = line.slice(head.length).match(WORDS) ?? [];
    const lines = [head + first];
    for (const word of words) {
        const last = lines.length - 1;
        const isFull = lines[last].length + 1 + word.length > WIDTH;
        // At the beginning of a line it would be something else.
        const isSafe = !BEGINS.test(`${word} `) && !UNDERLINES.test(word);
        if (isFull && isSafe) lines.push(" ".repeat(head.length) + word);
        else lines[last] += ` ${word}`;
    }
    return lines.join("\n");
}

/** A text in short lines; its paragraphs that `before` has too are broken as they were there. */
export function flowed(text, before) {
    if (!isPlain(text)) return text;
    const was = new Map(
        parts(before ?? "")
            .filter((_, at) => at % 2 === 0)
            .map(part => [joined(part).trim(), part.trim()]),
    );
    const part = paragraph => {
        // Who begins a new paragraph has first an empty line at the end of the old one.
        const [lead, trail] = [/^\s*/, /\s*$/].map(space => space.exec(paragraph)[0]);
        const same = was.get(joined(paragraph).trim());
        if (same) return lead + same + trail;
        return paragraph
            .split("\n")
            .map(line => (line.length > WIDTH && !ENDS.test(line) ? broken(line) : line))
            .join("\n");
    };
    return parts(text)
        .map((paragraph, at) => (at % 2 ? paragraph : part(paragraph)))
        .join("");
}
