// What is asked of the program, and what it says by itself. The year file is on its disk, or it is in the
// browser: then `in_browser.js` answers, with what the program makes of it.

import { ask, askJson, Refused, Silent } from "./http.js";
import * as inBrowser from "./in_browser.js";

export { Refused, Silent };

const WAIT = 2000;

const onDisk = {
    get: async address => (await ask(address)).json(),
    getText: async address => (await ask(address)).text(),
    getBlob: async address => (await ask(address)).blob(),
    post: async (address, body = {}) => (await askJson(address, body)).json(),

    // An `EventSource` can't send the token, so the stream is read here.
    async listen(changed, heard) {
        for (;;) {
            try {
                const reader = (await ask("/api/events")).body
                    .pipeThrough(new TextDecoderStream())
                    .getReader();
                heard(true);
                let text = "";
                for (;;) {
                    const { value, done } = await reader.read();
                    if (done) break;
                    const lines = (text + value).split("\n");
                    text = lines.pop();
                    for (const line of lines) if (line.startsWith("data:")) changed(Number(line.slice(5)));
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

/** Asks for something to be done. */
export const post = (address, body) => keeper.post(address, body);

/** Calls `changed` with the revision each time there is a new one, and `heard` with whether the program answers. */
export const listen = (changed, heard) => keeper.listen(changed, heard);
