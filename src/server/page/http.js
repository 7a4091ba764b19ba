// Requests to the program, and why one was not answered.

const token = document.querySelector('meta[name="tjut-token"]').content;

// So often a request is sent again that there was too much to do for.
const MOST_TRIES = 4;
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** What the program refused; `message`, `reason` and `hint` are for the user. */
export class Refused extends Error {
    constructor({ message, reason = "", hint = "" }) {
        super(message);
        this.reason = reason;
        this.hint = hint;
    }
}

/** The program can't be reached. */
export class Silent extends Error {}

/** The answer to a request. */
export async function ask(address, options = {}, tries = 1) {
    let answer;
    try {
        answer = await fetch(address, { ...options, headers: { ...options.headers, "X-Tjut": token } });
    } catch {
        throw new Silent("Programmet svarar inte.");
    }
    if (answer.ok) return answer;
    if (answer.status === 503 && tries < MOST_TRIES) {
        await pause(1000 * (Number(answer.headers.get("Retry-After")) || 1));
        return ask(address, options, tries + 1);
    }
    // These come from what stands before a server, or say that it has too much to do.
    if ([502, 503, 504].includes(answer.status)) throw new Silent("Programmet svarar inte.");
    const said = await answer.json().catch(() => null);
    throw new Refused(said?.error ?? { message: `Programmet svarade inte som väntat (${answer.status}).` });
}

/** The file of an answer: its name and its bytes. */
export async function fileIn(answer) {
    const [, name] = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition")) ?? [];
    return { name, blob: await answer.blob() };
}

/** The answer to a request that brings JSON. */
export const askJson = (address, body) =>
    ask(address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
    });
