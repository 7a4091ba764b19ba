// What can be done with a year file that the browser keeps: saving it in the user's file, and leaving it.

import * as session from "./session.js";
import { beginWith } from "./start.js";
import { canWrite, chooseFile, chooseNewFile } from "./user_file.js";

/** The buttons beside those that every year file has. */
export const keptTools = ({ kept }, button) => [
    button("save", "save", kept.has_file || canWrite() ? "Spara" : "Hämta årsfilen"),
    button("leave", "leave", "Stäng", { title: "Till sidan där du väljer årsfil" }),
];

/** What they do, and those of the page to begin with. */
export const KEPT_ACTIONS = {
    async save() {
        const { kept, path } = session.state;
        const isNew = !kept.has_file && canWrite();
        const handle = isNew ? await chooseNewFile(path) : null;
        if (handle || !isNew) await session.save(handle);
    },
    async leave() {
        await session.flush();
        await beginWith({ close: true });
    },
    async choose() {
        const handle = await chooseFile();
        if (handle) await beginWith({ handle });
    },
    resume: ({ id }) => beginWith({ id }),
    async forget({ id, name }) {
        if (
            confirm(
                `Ta bort ${name} ur webbläsaren? Det går inte att ångra. En fil som du har sparat finns kvar.`,
            )
        )
            await beginWith({ remove: id });
    },
};
