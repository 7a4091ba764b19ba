// What is asked of the program, and what it says by itself.

const token = document.querySelector('meta[name="tjut-token"]').content;

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

async function ask(address, options = {}) {
    let answer;
    try {
        answer = await fetch(address, { ...options, headers: { ...options.headers, "X-Tjut": token } });
    } catch {
        throw new Silent("Programmet svarar inte.");
    }
    if (answer.ok) return answer;
    const said = await answer.json().catch(() => null);
    throw new Refused(said?.error ?? { message: `Programmet svarade inte som väntat (${answer.status}).` });
}

/** Reads something, as JSON. */
export const get = async address => (await ask(address)).json();

/** Reads something, as text. */
export const getText = async address => (await ask(address)).text();

/** Reads something, as bytes. */
export const getBlob = async address => (await ask(address)).blob();

/** Asks for something to be done. */
export async function post(address, body = {}) {
    const headers = { "Content-Type": "application/json" };
    return (await ask(address, { method: "POST", headers, body: JSON.stringify(body) })).json();
}

/** Sends a file to be read. */
export async function postFile(address, file) {
    const named = `${address}?name=${encodeURIComponent(file.name)}`;
    return (await ask(named, { method: "POST", body: file })).json();
}

/** A file that the program makes: its name and its bytes. */
export async function getFile(address) {
    const answer = await ask(address);
    const [, name] = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition")) ?? [];
    return { name, blob: await answer.blob() };
}

const WAIT = 2000;

/**
 * Calls the function with an event's name in `events` with its data, each time the program tells of
 * one. An `EventSource` can't send the token, so the stream is read here.
 */
export async function listen(events, heard) {
    for (;;) {
        try {
            const reader = (await ask("/api/events")).body.pipeThrough(new TextDecoderStream()).getReader();
            heard(true);
            let [text, event] = ["", ""];
            for (;;) {
                const { value, done } = await reader.read();
                if (done) break;
                const lines = (text + value).split("\n");
                text = lines.pop();
                for (const line of lines) {
                    if (line.startsWith("event:")) event = line.slice(6).trim();
                    const data = line.startsWith("data:") ? line.slice(5).trim() : "";
                    if (data) events[event]?.(JSON.parse(data));
                }
            }
        } catch {
            // Begun anew below, like a stream that has ended.
        }
        heard(false);
        await new Promise(resolve => setTimeout(resolve, WAIT));
    }
}
