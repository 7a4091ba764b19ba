// Does the whole job in the page that `tjut öppna` serves by keyboard alone: from the start page to the six
// files, and to the next year's file.
//
//     node editor_keyboard.mjs TJUT YEAR-FILE     a line for each thing that is not as it should be, and how many were looked at
//
// Beside YEAR-FILE, which is left alone, comes a year file that is begun from an example.
import fs from "node:fs";
import path from "node:path";

import {
    accessible,
    expect,
    first,
    idOf,
    looked,
    opened,
    saved,
    served,
    until,
    yearFile,
} from "./editor_page.mjs";

const folder = path.dirname(yearFile);
const begun = path.join(folder, "ny-2025.yaml");
// More than there are places to stop at in any view.
const MOST_STEPS = 400;

/** What has the focus: its id, or else what it says. */
const focused = page =>
    page.evaluate(() => {
        const element = document.activeElement;
        return { id: element.id, text: element.textContent.trim(), action: element.dataset?.action ?? "" };
    });

/** Whether one can see where the focus is. */
const isSeen = page =>
    page.evaluate(() => {
        const element = document.activeElement;
        // A radio button is drawn as the label around it.
        const shown = element.matches("input[type=radio]")
            ? [element, element.nextElementSibling, element.closest("label")]
            : [element];
        const isMarked = one => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
            return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
        };
        return shown.some(one => one && isMarked(one));
    });

/** Goes on with the tab key until something has the focus. */
async function tabTo(page, isWanted, what) {
    for (let step = 0; step < MOST_STEPS; step += 1) {
        await page.keyboard.press("Tab");
        const now = await focused(page);
        if (isWanted(now)) {
            expect(await isSeen(page), `${what} has the focus, and nothing shows it`);
            return;
        }
    }
    expect(false, `the tab key never comes to ${what}`);
}

const toId = (page, id) => tabTo(page, now => now.id === id, id);
const toText = (page, text) => tabTo(page, now => now.text === text, `”${text}”`);

async function begin(page) {
    await until(
        () => page.evaluate(() => document.getElementById("form")?.textContent.includes("Börja")),
        "the start page is shown",
    );
    await tabTo(page, ({ id }) => id.startsWith("example."), "the examples");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await toId(page, "to");
    await page.keyboard.type(path.basename(begun));
    await page.keyboard.press("Enter");
    await until(() => first(page), "the first page of the new file is shown");
    expect(fs.existsSync(begun), "the new file is not there");
}

async function fillIn(page) {
    const number = idOf("ärende", "diarienummer");
    await toText(page, "Ärendet");
    await page.keyboard.press("Enter");
    await until(() => page.$(`[id="${number}"]`), "the section of the matter is shown");
    await toId(page, number);
    // Whoever comes with the tab key has all of the field selected.
    await page.keyboard.type("NI 2026/99");
    await page.keyboard.press("Tab");
    await until(
        () => fs.readFileSync(begun, "utf8").includes("diarienummer: NI 2026/99\n"),
        "what is written is in the file",
    );
    await until(async () => (await saved(page)) === "Sparat", "it says that all is saved");
}

/** Wherever the tab key comes in a section, one can see where that is. */
async function everyStop(page) {
    for (let step = 0; step < 80; step += 1) {
        await page.keyboard.press("Tab");
        const { id, text } = await focused(page);
        // The browser's own bar comes between the last place and the first.
        if (id || text.length < 100)
            expect(await isSeen(page), `${id || text} has the focus, and nothing shows it`);
    }
}

async function figures(page) {
    const cell = idOf("statistik", "2025", "avslutade");
    await toText(page, "Siffror");
    await page.keyboard.press("Enter");
    await until(() => page.$(`[id="${cell}"]`), "the grid is shown");
    await toId(page, idOf("statistik", "2025", "klienter"));
    for (let step = 0; step < 20 && (await focused(page)).id !== cell; step += 1)
        await page.keyboard.press("ArrowDown");
    expect((await focused(page)).id === cell, "the arrow keys don't lead down the grid");
    await page.keyboard.press("Home");
    await page.keyboard.type("1");
    await page.keyboard.press("Tab");
    await until(() => page.$("#errors, .finding"), "a wrong sum is said");
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    await until(async () => !(await page.$("#errors")), "undoing takes it back");
}

async function otherPaper(page) {
    await tabTo(page, ({ id }) => id.startsWith("paper."), "the choice of a paper");
    await page.keyboard.press("ArrowRight");
    await until(async () => (await first(page))?.includes("/redovisning/"), "another paper is shown");
    await toId(page, "as-text");
    await page.keyboard.press(" ");
    await until(() => page.$("#pages article h2"), "it can be read as text");
    expect((await focused(page)).id === "as-text", "the focus is lost when the text is shown");
    await page.keyboard.press(" ");
}

async function make(page) {
    await toId(page, "make");
    await page.keyboard.press("Enter");
    await until(
        () => page.evaluate(() => document.querySelectorAll("dialog li").length >= 6),
        "six files are made",
    );
    expect((await focused(page)).id === "dialog-title", "the focus is not in the dialog");
    await accessible(page, "the papers made");
    await page.keyboard.press("Escape");
    await until(async () => (await focused(page)).id === "make", "the focus comes back from the dialog");
    const papers = fs
        .readdirSync(path.join(folder, "output", "ny-2025"))
        .filter(name => !name.startsWith("."));
    expect(papers.length === 6, `there are ${papers}`);
}

async function nextYear(page) {
    await toId(page, "menu-title");
    await page.keyboard.press("Enter");
    await toId(page, "menu.next-year");
    await page.keyboard.press("Enter");
    await until(() => page.$("dialog button.main"), "the next year's file is asked for");
    await toText(page, "Gör nästa års fil");
    await page.keyboard.press("Enter");
    await until(() => fs.existsSync(begun.replace("2025", "2026")), "the next year's file is there");
    await until(
        () => page.evaluate(() => document.querySelector("#top .name").textContent.includes("ny-2026.yaml")),
        "the next year's file is open",
    );
    expect((await focused(page)).id === "form", "the focus is not in the form of the next year's file");
}

const { program, address } = await served(["öppna", "--ingen-webbläsare"]);
const { browser, page } = await opened();
try {
    page.on("pageerror", error => expect(false, `the page's script: ${error}`));
    await page.goto(address);
    for (const step of [begin, fillIn, everyStop, figures, otherPaper, make, nextYear]) await step(page);
} finally {
    await browser.close();
    program.kill();
}
console.log(`@@${looked}`);
process.exit(0);
