// What is asked of the program, and what it says by itself. The year file is on its disk, or it is in the
// browser: then `in_browser.js` answers, with what the program makes of it.

import { ask, askJson, fileIn, Refused, Silent } from "./http.js";
import * as inBrowser from "./in_browser.js";

export { Refused, Silent };

const WAIT = 2000;

const onDisk = {
    get: async address => (await ask(address)).json(),
    getText: async address => (await ask(address)).text(),
    getBlob: async address => (await ask(address)).blob(),
    post: async (address, body = {}) => (await askJson(address, body)).json(),
    getFile: async address => fileIn(await ask(address)),
    // All papers are made, and told of when they are.
    lookAt: async () => null,

    async postFile(address, file) {
        const named = `${address}?name=${encodeURIComponent(file.name)}`;
        return (await ask(named, { method: "POST", body: file })).json();
    },

    // An `EventSource` can't send the token, so the stream is read here.
    async listen(events, heard) {
        for (;;) {
            try {
                const reader = (await ask("/api/events")).body
                    .pipeThrough(new TextDecoderStream())
                    .getReader();
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
    },
};

const isInBrowser = document.querySelector('meta[name="tjut-kept"]').content === "browser";
const keeper = isInBrowser ? inBrowser : onDisk;

/** Reads something, as JSON. */
export const get = address => keeper.get(address);

/** Reads something, as text. */
export const getText = address => keeper.getText(address);

/** Reads something, as bytes. */
export const getBlob = address => keeper.getBlob(address);

/** Sends a file to be read. */
export const postFile = (address, file) => keeper.postFile(address, file);

/** A file that the program makes: its name and its bytes. */
export const getFile = address => keeper.getFile(address);

/** The state with the pages of a paper, which are made because somebody looks at it; or nothing if all are. */
export const lookAt = paper => keeper.lookAt(paper);

/** Asks for something to be done. */
export const post = (address, body) => keeper.post(address, body);

/**
 * Calls the function with an event's name in `events` with its data, each time the program tells of one,
 * and `heard` with whether the program answers.
 */
export const listen = (events, heard) => keeper.listen(events, heard);
