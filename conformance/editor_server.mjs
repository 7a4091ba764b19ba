// Fills in a year file in the page that `tjut server` serves, which the browser keeps, as a user would.
//
//     node editor_server.mjs TJUT YEAR-FILE [firefox]     a line for each thing that is not as it should be, and how many were looked at
//
// The year file must be the example of Järva; beside it comes a folder with what the browser fetches.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import {
    accessible,
    accessibleInBoth,
    browserName,
    choose,
    click,
    expect,
    first,
    focused,
    go,
    idOf,
    inDialog,
    looked,
    onDisk,
    opened,
    saved,
    served,
    tjut,
    until,
    value,
    withControl,
    write,
    yearFile,
} from "./editor_page.mjs";

const require = createRequire(path.join(import.meta.dirname, ".tools", "node_modules", "x"));
const JSZip = require("jszip");

const number = idOf("ärende", "diarienummer");
const fetched = path.join(path.dirname(yearFile), "hämtat");

// As a browser that lets no page write in files: what Firefox and Safari are.
async function withoutWriting(page) {
    await page.evaluateOnNewDocument(() => {
        delete window.showSaveFilePicker;
        delete window.showOpenFilePicker;
    });
}

// A file of the browser's own in the place of one that the user chooses, for which there is a dialog.
async function withOwnFile(page, text) {
    await page.evaluateOnNewDocument(() => {
        const chosen = async () => (await navigator.storage.getDirectory()).getFileHandle("min.yaml");
        window.showOpenFilePicker = async () => [await chosen()];
        window.showSaveFilePicker = chosen;
    });
    await page.reload();
    await writeOwn(page, text);
}

const writeOwn = (page, text) =>
    page.evaluate(async content => {
        const folder = await navigator.storage.getDirectory();
        const stream = await (await folder.getFileHandle("min.yaml", { create: true })).createWritable();
        await stream.write(content);
        await stream.close();
    }, text);

const own = page =>
    page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle("min.yaml")).getFile()).text();
    });

async function download(page, press, name) {
    const file = path.join(fetched, name);
    fs.rmSync(file, { force: true });
    await press();
    // What a browser is still fetching has another name, beside an empty file with this one.
    const isWhole = () =>
        fs.existsSync(file) &&
        fs.statSync(file).size > 0 &&
        !fs.readdirSync(fetched).some(other => /\.(crdownload|part)$/.test(other));
    await until(isWhole, `${name} is fetched`);
    return fs.readFileSync(file);
}

async function open(page) {
    await until(() => page.$("#file"), "a file can be chosen");
    await accessibleInBoth(page, "the page to begin with");
    await (await page.$("#file")).uploadFile(yearFile);
    await page.click('form[data-key="open"] button');
    await until(() => first(page), "the first page is shown");
}

async function change(page) {
    const before = await first(page);
    await go(page, "ärende");
    await write(page, number, "JÄR 2026/99");
    await until(async () => (await first(page)) !== before, "the page is another");
    await until(async () => (await saved(page)) === "Sparat i webbläsaren", "it says that all is kept");
    expect((await focused(page)) === number, "the focus is lost when the page is drawn anew");
    expect(onDisk().includes("JÄR 2026/34"), "the chosen file is changed");
    await accessibleInBoth(page, "a year file in the browser");
    await page.setViewport({ width: 320, height: 800 });
    expect(
        (await page.evaluate(() => document.documentElement.scrollWidth)) <= 320,
        "the page is wider than 320 pixels",
    );
    await page.setViewport({ width: 1440, height: 900 });
}

async function figure(page) {
    await go(page, "siffror");
    const cell = idOf("statistik", "2025", "klienter");
    await until(async () => (await value(page, cell)) === "92", "the grid shows the clients");
    await write(page, cell, "93");
    await until(() => page.$("#errors"), "that the sums are wrong is said");
    await withControl(page, "z");
    await until(async () => (await value(page, cell)) === "92", "undoing takes a figure back");
    await until(async () => !(await page.$("#errors")), "no errors are left");
}

// Only the paper that is looked at has been laid out.
async function otherPaper(page) {
    const before = await first(page);
    await page.click("#paper\\.ansokan + span");
    await until(async () => (await first(page))?.includes("/ansokan/"), "another paper is shown");
    await until(() => page.$(".region"), "what stands on it leads to fields");
    await go(page, "ärende");
    const phone = idOf("avsändare", "telefon");
    const [shown, was] = [await first(page), await value(page, phone)];
    await write(page, phone, "08-465 004 50");
    await until(async () => (await first(page)) !== shown, "it changes with what is written");
    await page.click("#undo");
    await until(async () => (await value(page, phone)) === was, "undoing takes it back");
    await page.click("#as-text");
    await until(() => page.$(".as-text h2"), "it can be read as text");
    await page.click("#as-text");
    await page.click("#paper\\.tjansteutlatande + span");
    await until(async () => (await first(page)) === before, "the first paper is shown again");
}

async function otherFiles(page) {
    await page.click("#menu-title");
    await accessible(page, "the menu");
    expect(!(await page.$("#menu\\.close")), "the menu has what the page has a button for");
    const workbook = await download(page, () => page.click("#menu\\.workbook"), "underlag-2026.xlsx");
    expect((await JSZip.loadAsync(workbook)).file("xl/workbook.xml"), "the workbook is none");
    await go(page, "siffror");
    const cell = idOf("statistik", "2025", "klienter");
    await click(page, "spreadsheet");
    await choose(page, "tests/fall/kalkylark/ifyllt.xlsx");
    await until(() => page.$("#proposal"), "what a spreadsheet would change is shown");
    await accessible(page, "the proposal of a spreadsheet");
    await page.click("#proposal button");
    await until(async () => (await value(page, cell)) === "61", "the figures are taken in");
    await until(async () => !(await page.$("dialog")), "the dialog is closed");
    await page.click("#undo");
    await until(async () => (await value(page, cell)) === "92", "undoing takes all of them back");
    await page.click("#menu-title");
    await page.click("#menu\\.compare");
    await choose(page, "data/lindsund-2025.yaml");
    await until(() => inDialog(page, "Gammal fil: lindsund-2025.yaml"), "what differs is shown");
    await page.keyboard.press("Escape");
    await page.click("#menu-title");
    await page.click("#menu\\.next-year");
    await click(page, "dialog-title");
    await page.click("dialog button.main");
    const name = () => page.evaluate(() => document.querySelector("#top .name").textContent);
    await until(async () => (await name()).includes("jarva-2026.yaml"), "the next year's file is open");
    // What this year's file has is kept, and can be compared with.
    await page.click("#menu-title");
    await page.click("#menu\\.compare");
    await until(() => page.$(".files button"), "the year file that is kept can be compared with");
    await page.click(".files button");
    await until(
        () => inDialog(page, "Ny fil: jarva-2026.yaml"),
        "what differs from the year before is shown",
    );
    await page.keyboard.press("Escape");
    await page.click("#leave");
    await until(() => page.$('button[data-action="resume"]'), "what is kept is offered");
    page.once("dialog", dialog => dialog.accept());
    await page.click('button[data-action="forget"][data-name="jarva-2026.yaml"]');
    await until(
        async () => (await page.$$('button[data-action="forget"]')).length === 1,
        "the next year's file is removed",
    );
    await page.click('button[data-action="resume"]');
    await until(() => first(page), "this year's file is shown again");
}

async function readInAnew(page) {
    await page.reload();
    await go(page, "ärende");
    await until(async () => (await value(page, number)) === "JÄR 2026/99", "what was written is there again");
    await page.click("#undo");
    await until(
        async () => (await value(page, number)) === "JÄR 2026/34",
        "what was written can be undone still",
    );
    await page.click("#redo");
    await until(async () => (await value(page, number)) === "JÄR 2026/99", "and made again");
}

async function otherTab(page) {
    const other = await page.browser().newPage();
    await withoutWriting(other);
    await other.goto(page.url().split("#")[0]);
    await until(() => other.$('button[data-action="resume"]'), "a new tab shows what is kept");
    await accessible(other, "the page to begin with, and what is kept");
    await other.click('button[data-action="resume"]');
    await go(other, "ärende");
    await until(async () => (await value(other, number)) === "JÄR 2026/99", "a new tab goes on with it");
    const phone = idOf("avsändare", "telefon");
    await write(other, phone, "08-465 004 49");
    await page.bringToFront();
    await until(
        async () => (await value(page, phone)) === "08-465 004 49",
        "what one tab writes, the other shows",
    );
    await write(page, number, "JÄR 2026/98");
    await until(async () => (await value(other, number)) === "JÄR 2026/98", "and the other way round");
    await other.close();
}

async function papers(page) {
    const text = await download(page, () => page.click("#save"), path.basename(yearFile));
    const lines = onDisk().split("\n");
    const changed = text.toString().split("\n");
    const differing = changed.filter((line, at) => line !== lines[at]);
    expect(
        changed.length === lines.length &&
            differing.join() === "  telefon: 08-465 004 49,  diarienummer: JÄR 2026/98",
        `the fetched year file differs in ${differing}`,
    );
    await until(async () => (await saved(page)) === "Sparat i filen", "it says that the file is fetched");
    const bytes = await download(page, () => page.click("#make"), "papper.zip");
    await until(
        () => page.evaluate(() => document.querySelectorAll("dialog li").length >= 6),
        "six files are made",
    );
    await accessible(page, "the papers made");
    await page.keyboard.press("Escape");
    const made = spawnSync(tjut, ["skapa", path.basename(yearFile), "--till", "för-hand"], { cwd: fetched });
    expect(made.status === 0, `the fetched year file gives no papers: ${made.stderr}`);
    const zip = await JSZip.loadAsync(bytes);
    const byHand = path.join(fetched, "för-hand", path.basename(yearFile, ".yaml"));
    const names = fs.readdirSync(byHand).sort();
    expect(
        names.join() === Object.keys(zip.files).sort().join(),
        `the zip file has ${Object.keys(zip.files)}`,
    );
    for (const name of names) {
        const paper = await zip.file(name).async("nodebuffer");
        expect(paper.equals(fs.readFileSync(path.join(byHand, name))), `${name} is another than by hand`);
    }
}

// What is written while the server is away is neither lost nor refused.
async function away(page) {
    await go(page, "ärende");
    program.kill("SIGKILL");
    await write(page, number, "JÄR 2026/77");
    await until(() => page.$("#unheard"), "it says that the server does not answer");
    await accessible(page, "without the server");
    expect((await value(page, number)) === "JÄR 2026/77", "what is written is lost with the server");
    ({ program } = await served(command(new URL(address).port)));
    await until(async () => !(await page.$("#unheard")), "it notices that the server is back");
    await until(async () => (await saved(page)) === "Sparat i webbläsaren", "what was written is kept");
    // Written while it is away, and read in anew when it is back.
    program.kill("SIGKILL");
    await write(page, number, "JÄR 2026/78");
    await until(() => page.$("#unheard"), "it says again that the server does not answer");
    await until(async () => (await pending(page)).includes("JÄR 2026/78"), "what can't be sent is kept");
    const reloaded = page.waitForNavigation();
    ({ program } = await served(command(new URL(address).port)));
    page.once("dialog", dialog => dialog.accept());
    await page.evaluate(() => location.reload());
    await reloaded;
    await go(page, "ärende");
    await until(async () => (await value(page, number)) === "JÄR 2026/78", "what was written is there again");
}

// The changes that the browser keeps until they can be sent.
const pending = page =>
    page.evaluate(async () => {
        const done = request => new Promise(resolve => (request.onsuccess = () => resolve(request.result)));
        const store = (await done(indexedDB.open("tjut")))
            .transaction("year-files")
            .objectStore("year-files");
        return JSON.stringify((await done(store.getAll())).map(record => record.pending ?? null));
    });

async function close(page) {
    await page.click("#leave");
    await until(() => page.$('button[data-action="forget"]'), "what is in no file is kept when it is closed");
    page.once("dialog", dialog => dialog.accept());
    await page.click('button[data-action="forget"]');
    await until(async () => !(await page.$('button[data-action="forget"]')), "what is removed is gone");
}

async function ownFile(page) {
    const text = onDisk();
    await withOwnFile(page, text);
    await click(page, "choose");
    await until(() => first(page), "the user's own file is shown");
    await go(page, "ärende");
    await write(page, number, "JÄR 2026/66");
    await until(async () => (await saved(page)) === "Sparat i filen", "it says that the file is saved");
    const changed = text.replace("JÄR 2026/34", "JÄR 2026/66");
    expect((await own(page)) === changed, "the user's own file is not what was written");
    // What others write there.
    await writeOwn(page, changed.replace("sammanträde: 2026-02-12", "sammanträde: 2026-02-13"));
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await until(
        async () => (await value(page, idOf("ärende", "sammanträde"))) === "2026-02-13",
        "what others write in the file is taken in",
    );
    // And at the same moment.
    const theirs = changed.replace("sammanträde: 2026-02-12", "sammanträde: 2026-02-14");
    await writeOwn(page, theirs);
    await write(page, number, "JÄR 2026/65");
    await until(() => page.$("#conflict"), "two who write the same file are asked about");
    expect((await own(page)) === theirs, "what others have written is written over");
    await accessible(page, "a conflict");
    await click(page, "keep.ours");
    await until(async () => (await saved(page)) === "Sparat i filen", "what is chosen is saved");
    expect((await own(page)).includes("JÄR 2026/65"), "what was chosen is not in the file");
    await click(page, "leave");
    await until(() => page.$("#choose"), "the page to begin with is there again");
    expect(!(await page.$('button[data-action="resume"]')), "what is in the file is kept beside it");
}

const command = port => ["server", "--adress", `127.0.0.1:${port}`];
let { program, address } = await served(command(0));
fs.mkdirSync(fetched, { recursive: true });
const { browser, page } = await opened(fetched);
try {
    page.on("pageerror", error => expect(false, `the page's script: ${error}`));
    page.on("request", request =>
        expect(
            /^(blob:)?http:\/\/127\.0\.0\.1:|^data:/.test(request.url()),
            `the page asks ${request.url()}`,
        ),
    );
    await withoutWriting(page);
    await page.goto(address);
    for (const check of [
        open,
        change,
        figure,
        otherPaper,
        otherFiles,
        readInAnew,
        otherTab,
        papers,
        away,
        close,
    ])
        await check(page);
    if (browserName === "chromium") {
        const other = await browser.newPage();
        await other.setBypassCSP(true);
        await other.setViewport({ width: 1440, height: 900 });
        other.on("pageerror", error => expect(false, `the page's script: ${error}`));
        await other.goto(address);
        await ownFile(other);
    }
} finally {
    await browser.close();
    program.kill();
}
console.log(`@@${looked}`);
process.exit(0);
