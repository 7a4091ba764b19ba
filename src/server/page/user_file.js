// The user's own file: read and written where the browser can do that (File System Access), or else
// fetched as a download.

import { Refused } from "./http.js";

const TYPES = [{ description: "Årsfil", accept: { "application/yaml": [".yaml", ".yml"] } }];

/** Whether the browser lets a page write in a file that the user has chosen. */
export const canWrite = () => "showSaveFilePicker" in window;

/** Lets the user choose a file; gives its handle, or nothing when the user changes their mind. */
export const chooseFile = () =>
    chosen(() => window.showOpenFilePicker({ types: TYPES }).then(([file]) => file));

/** Lets the user choose where a new file is to be. */
export const chooseNewFile = name =>
    chosen(() => window.showSaveFilePicker({ suggestedName: name, types: TYPES }));

async function chosen(choose) {
    try {
        return await choose();
    } catch (error) {
        if (error.name === "AbortError") return null;
        throw error;
    }
}

/** Whether the page may write in a file. The user is asked only where `asks` is so: after a press of a button. */
export async function mayWrite(handle, asks) {
    const wanted = { mode: "readwrite" };
    const now = await handle.queryPermission(wanted);
    if (now !== "prompt" || !asks) return now === "granted";
    return (await handle.requestPermission(wanted)) === "granted";
}

/** What a file has, as text; a byte order mark is a part of it. */
export async function textOf(handle) {
    const bytes = await (await handle.getFile()).arrayBuffer();
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        const message = "filen har ändrats och är inte längre sparad som UTF-8";
        throw new Refused({ message, hint: "Spara årsfilen under ett annat namn." });
    }
}

/** Writes a file whole: until that is done it is the old one. */
export async function write(handle, text) {
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
}

/** Has the browser save something among the downloads. */
export function download(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
