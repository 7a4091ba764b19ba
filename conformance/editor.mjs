// Fills in a year file in the page that `tjut öppna` serves, as a user would, in a real browser.
//
//     node editor.mjs TJUT YEAR-FILE [firefox]     a line for each thing that is not as it should be, and how many were looked at
//
// The year file is changed. It must be the example of Järva.
import fs from "node:fs";

import {
    accessible,
    accessibleInBoth,
    choose,
    click,
    copy,
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
    until,
    value,
    violations,
    withControl,
    write,
    yearFile,
} from "./editor_page.mjs";

async function fillIn(page) {
    await until(() => first(page), "the first page is shown");
    const before = await first(page);
    const number = idOf("ärende", "diarienummer");
    await write(page, number, "JÄR 2026/99");
    await until(() => onDisk().includes("diarienummer: JÄR 2026/99"), "what is written is in the file");
    await until(async () => (await first(page)) !== before, "the page is another");
    await until(async () => (await saved(page)) === "Sparat", "it says that all is saved");
    expect((await focused(page)) === number, "the focus is lost when the page is drawn anew");
    expect(
        (await value(page, number)) === "JÄR 2026/99",
        "the field shows something else than what was written",
    );
    await withControl(page, "z");
    await until(() => onDisk().includes("diarienummer: JÄR 2026/34"), "undoing puts the file back");
    await until(async () => (await value(page, number)) === "JÄR 2026/34", "undoing shows in the field");
}

async function figures(page) {
    await go(page, "siffror");
    const cell = idOf("statistik", "2025", "klienter");
    await until(async () => (await value(page, cell)) === "92", "the grid shows the clients");
    await copy(page, "1\u00a0092\n1 045\nca 40\n");
    await page.focus(`[id="${cell}"]`);
    await withControl(page, "v");
    await until(
        () => /2025:\n +klienter: 1\s?092\n +nya: 45\n +avslutade: 1\s?045\n +kö: 0\n/.test(onDisk()),
        "what is pasted is in the file, and nothing that is no number",
    );
    await until(
        () => page.evaluate(() => document.getElementById("pasted")?.textContent.includes("ca 40")),
        "what is no number is said",
    );
    await until(() => page.$("#errors"), "that the sums are wrong is said");
    await accessible(page, "figures with errors");
    const link = await page.$("#errors a");
    expect(link, "no error leads to its field");
    await link?.click();
    await until(async () => (await focused(page)).startsWith("f."), "an error leads to its field");
    await go(page, "siffror");
    await withControl(page, "z");
    await until(async () => (await value(page, cell)) === "92", "one undoing takes back what was pasted");
    await until(async () => !(await page.$("#errors")), "no errors are left");
    await page.focus(`[id="${cell}"]`);
    await page.keyboard.press("ArrowDown");
    expect(
        (await focused(page)) === idOf("statistik", "2025", "avslutade"),
        "an arrow key does not lead to the next cell",
    );
}

async function texts(page) {
    const before = onDisk().split("\n");
    await go(page, "texter");
    const text = idOf("texter", "organisation");
    await until(
        async () =>
            (await value(page, text))?.startsWith(
                "Ombuden hör till utvecklingsenheten på {{ avdelning|gemen }} och har enhetschefen som chef. De är skilda",
            ),
        "a paragraph is on one line",
    );
    await page.evaluate(name => {
        const area = document.getElementById(name);
        area.focus();
        area.setSelectionRange(area.value.length, area.value.length);
    }, text);
    await page.keyboard.type("\n\nDe träffade ");
    await click(page, `${text}+`);
    await page.type("#pick-search", "klienter");
    await page.click('.picks button[data-name="klienter"]');
    expect((await focused(page)) === text, "the focus is not in the text after something has been picked");
    await page.keyboard.type(" klienter.");
    await until(
        () => onDisk().includes("    De träffade {{ klienter }} klienter.\n"),
        "what is written in a text is in the file",
    );
    const after = onDisk().split("\n");
    expect(
        before.every(line => after.includes(line)) && after.length === before.length + 2,
        "other lines of the file have changed with a text",
    );
    await markup(page, text);
    await page.click("#papers-tools label:nth-of-type(2)");
    await page.click("#as-text");
    await until(
        () =>
            page.evaluate(() =>
                document.querySelector("#pages article")?.textContent.includes("De träffade 92 klienter."),
            ),
        "what is written in a text is in the paper",
    );
    await page.click("#as-text");
    await page.click("#papers-tools label:nth-of-type(1)");
}

/** What a text fetches is shown with its value; bold and lists by their buttons, and taken back. */
async function markup(page, text) {
    const fetched = () =>
        page.evaluate(name => {
            const items = document.getElementById(name).parentElement.querySelectorAll(".fetched li");
            return [...items].map(({ textContent }) => textContent);
        }, text);
    expect((await fetched()).includes("klienter är 92"), "what a text fetches is not shown with its value");
    const is = (line, what) => until(() => onDisk().includes(`\n${line}\n`), what);
    // Keys that follow sooner are undone together with those before.
    await new Promise(resolve => setTimeout(resolve, 2100));
    await page.focus(`[id="${text}"]`);
    await page.keyboard.type("\n\nEn sak");
    await is("    En sak", "a paragraph is in the file");
    await withControl(page, "b");
    await is("    En **sak**", "a word becomes bold");
    await click(page, `${text}*`);
    await is("    En sak", "it is plain again");
    await click(page, `${text}-`);
    await is("    - En sak", "a line becomes a list");
    await click(page, `${text}-`);
    await is("    En sak", "a list becomes a paragraph again");
    expect((await focused(page)) === text, "the focus is not in the text after a button has changed it");
    for (let at = 0; at < 9 && onDisk().includes("En sak"); at += 1) {
        const before = onDisk();
        await withControl(page, "z");
        await until(() => onDisk() !== before, "undoing changes the file");
    }
    expect(!onDisk().includes("En sak"), "what the buttons have changed can not be undone");
}

async function regions(page) {
    await go(page, "ärende");
    await page.evaluate(() => document.querySelector("#papers-tools input").click());
    const named = (page, text) =>
        page.evaluateHandle(
            said => [...document.querySelectorAll(".region")].find(one => one.ariaLabel.includes(said)),
            text,
        );
    await until(async () => (await named(page, "Sammanfattning")).asElement(), "the pages have regions");
    await (await named(page, "Sammanfattning")).asElement()?.click();
    const summary = idOf("texter", "sammanfattning");
    expect((await focused(page)) === summary, "a heading in the pages does not lead to its text");
    const isSeen = id =>
        page.evaluate(name => {
            const { top, bottom } = document.getElementById(name).getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
        }, id);
    expect(await isSeen(summary), "the field that a region leads to is not seen");
    const shown = () =>
        page.evaluate(() => {
            const view = document.getElementById("pages").getBoundingClientRect();
            return [...document.querySelectorAll(".region.marked")].some(region => {
                const { top, bottom } = region.getBoundingClientRect();
                return bottom > view.top && top < view.bottom;
            });
        });
    expect(await shown(), "the field in focus is not marked in the pages");
    // A text that stands further on comes into view.
    await page.focus(`[id="${idOf("texter", "konsekvenser_för_barn")}"]`);
    await until(shown, "the pages follow the field in focus");
    const scrolled = await page.evaluate(() => document.getElementById("pages").scrollTop);
    expect(scrolled > 0, "the pages do not scroll to the field in focus");
    // A figure leads to its cell, by keyboard.
    await until(async () => (await named(page, "2024")).asElement(), "the figures have regions");
    await page.focus('.region[tabindex="0"]');
    await page.keyboard.press("Home");
    for (let steps = 0; steps < 200; steps += 1) {
        const label = await page.evaluate(() => document.activeElement.ariaLabel ?? "");
        if (label.startsWith("Gå till Klienter, 2025: 92")) break;
        await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    const cell = idOf("statistik", "2025", "klienter");
    expect((await focused(page)) === cell, "a figure in the pages does not lead to its cell");
    await accessible(page, "the pages with a field in focus");
}

async function spreadsheets(page) {
    await go(page, "siffror");
    const before = onDisk();
    await click(page, "spreadsheet");
    await choose(page, "tests/fall/kalkylark/ifyllt.xlsx");
    await until(() => page.$("#proposal"), "what a spreadsheet would change is shown");
    expect(await inDialog(page, "Årets siffror!C4"), "the cell of a figure is not shown");
    await accessible(page, "the proposal of a spreadsheet");
    await page.click("#take\\.0");
    await page.click("#proposal button");
    await until(() => /2025:\n +klienter: 61\n +nya: 45\n/.test(onDisk()), "only what is chosen is taken in");
    await until(async () => !(await page.$("dialog")), "the dialog is closed");
    await withControl(page, "z");
    await until(() => onDisk() === before, "one undoing takes all of it back");
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(["a;b\n1;2\n"], "annat.csv"));
        const target = document.getElementById("figures");
        target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await until(
        () => inDialog(page, "inget underlag"),
        "a file that is dropped is read, and refused with a reason",
    );
    await page.keyboard.press("Escape");
}

async function comparison(page) {
    await page.click("#menu-title");
    await accessible(page, "the menu");
    await page.click("#menu\\.compare");
    await choose(page, "data/lindsund-2025.yaml");
    await until(
        () => inDialog(page, "Gammal fil: lindsund-2025.yaml"),
        "what differs from another file is shown",
    );
    await accessible(page, "what differs");
    await page.keyboard.press("Escape");
}

async function nextYear(page) {
    await page.click("#menu-title");
    await page.click("#menu\\.next-year");
    await until(() => page.$("dialog button.main"), "the next year's file is asked for");
    await page.click("dialog button.main");
    await until(
        () =>
            page.evaluate(() => document.querySelector("#top .name").textContent.includes("jarva-2026.yaml")),
        "the next year's file is open",
    );
    expect(fs.existsSync(yearFile.replace("2025", "2026")), "the next year's file is not there");
    await page.click("#menu-title");
    await page.click("#menu\\.close");
    await until(() => page.$(".files button"), "the start page offers the files that are near");
    await accessible(page, "the start page");
    await page.evaluate(() =>
        [...document.querySelectorAll(".files button")].find(one => one.textContent.includes("2025")).click(),
    );
    await until(
        () => page.evaluate(() => !document.getElementById("sections").hidden),
        "a file that is offered is opened",
    );
}

async function remedies(page) {
    await go(page, "texter");
    const text = idOf("texter", "bakgrund");
    const before = onDisk();
    await page.evaluate(name => {
        const area = document.getElementById(name);
        area.focus();
        area.setSelectionRange(area.value.length, area.value.length);
    }, text);
    await page.keyboard.type("\n\nUnder 2025 hade 95 klienter ett ombud.");
    await until(
        () => page.$(`[id^="${text}!"].fix`),
        "a figure that is wrong in a text has a button that puts it right",
    );
    await accessible(page, "a finding with a remedy");
    await page.click(`[id^="${text}!"].fix`);
    await until(
        () => onDisk().includes("Under 2025 hade {{ klienter }} klienter ett ombud."),
        "the placeholder is in the file",
    );
    await until(
        async () => (await focused(page)) === text,
        "the focus is at the field that has been put right",
    );
    await until(async () => !(await page.$(`[id^="${text}!"].fix`)), "the finding is gone");
    await withControl(page, "z");
    await withControl(page, "z");
    await until(() => onDisk() === before, "what is put right and what was typed are undone one by one");
}

async function lists(page) {
    await go(page, "brister");
    const list = idOf("brister");
    await click(page, `${list}+`);
    await write(page, idOf("brister", 4, "område"), "Tandvård");
    await until(() => onDisk().includes("område: Tandvård"), "what is added is in the file");
    await click(page, `${idOf("brister", 4)}up`);
    await until(
        () => onDisk().indexOf("område: Tandvård") < onDisk().indexOf("område: Risk för avhysning"),
        "what is moved up is moved in the file",
    );
    await click(page, `${idOf("brister", 3)}remove`);
    await until(() => !onDisk().includes("Tandvård"), "what is removed is not in the file");
}

async function ownNames(page) {
    await go(page, "verksamhet");
    const names = idOf("i_löpande_text");
    await until(() => page.$(`[id="${names}+name"]`), "names can be added");
    await write(page, `${names}+name`, "Rinkeby");
    await write(page, `${names}+text`, "i Rinkeby");
    await page.keyboard.press("Enter");
    await until(() => /i_löpande_text:\n +Rinkeby: i Rinkeby\n/.test(onDisk()), "a name is in the file");
    await until(
        async () => (await focused(page)) === idOf("i_löpande_text", "Rinkeby"),
        "the focus is at the name that has been added",
    );
    await click(page, `${idOf("i_löpande_text", "Rinkeby")}remove`);
    await until(() => !onDisk().includes("i_löpande_text"), "a name that is removed is not in the file");
}

async function changedOutside(page) {
    await go(page, "ärende");
    fs.writeFileSync(yearFile, onDisk().replace("sammanträde: 2026-02-12", "sammanträde: 2026-02-13"));
    await until(
        async () => (await value(page, idOf("ärende", "sammanträde"))) === "2026-02-13",
        "what is changed in the file shows in the page",
    );
}

async function otherTab(page) {
    const other = await page.browser().newPage();
    await other.goto(page.url().split("#")[0]);
    await go(other, "ärende");
    const phone = idOf("avsändare", "telefon");
    await until(() => other.$(`[id="${phone}"]`), "a second tab shows the file");
    await write(other, phone, "08-465 004 49");
    await until(
        async () => (await value(page, phone)) === "08-465 004 49",
        "what is written in one tab shows in the other",
    );
    await write(page, phone, "08-465 004 50");
    await until(
        async () => (await value(other, phone)) === "08-465 004 50",
        "what is written in one tab shows in the field that has the focus in the other",
    );
    await other.close();
}

async function byKeyboard(page) {
    await go(page, "ekonomi");
    await page.bringToFront();
    await page.evaluate(() => document.activeElement.blur());
    const granted = idOf("ekonomi", "beviljat");
    for (let steps = 0; steps < 60 && (await focused(page)) !== granted; steps += 1)
        await page.keyboard.press("Tab");
    expect((await focused(page)) === granted, "the tab key does not lead to a field");
    await page.keyboard.type("710 000");
    await page.keyboard.press("Tab");
    await until(
        () => onDisk().includes("beviljat: 710 000"),
        "what is written by keyboard alone is in the file",
    );
    await withControl(page, "z");
    await until(() => onDisk().includes("beviljat: 700 000"), "undoing works by keyboard alone");
}

// The last that is looked at: the program is ended.
async function ended(page) {
    program.kill("SIGKILL");
    await go(page, "ärende");
    await until(() => page.$("#unheard"), "it says that the program does not answer");
    await write(page, idOf("ärende", "diarienummer"), "JÄR 2026/77");
    await until(async () => (await saved(page)) === "Inte sparat", "it says that nothing is saved");
    expect(
        (await value(page, idOf("ärende", "diarienummer"))) === "JÄR 2026/77",
        "what is written is lost when the program has ended",
    );
    await accessible(page, "without the program");
}

async function papers(page) {
    await page.click("#as-text");
    await until(() => page.$("#pages article h2, #pages article h3"), "the paper can be read as text");
    await accessible(page, "the paper as text");
    await page.click("#as-text");
    await page.click("#make");
    await until(
        () => page.evaluate(() => document.querySelectorAll("dialog li").length >= 6),
        "six files are made",
    );
    await accessible(page, "the papers made");
    await page.keyboard.press("Escape");
}

async function everySection(page) {
    const sections = await page.$$eval("#sections a", links =>
        links.map(link => decodeURIComponent(link.hash.slice(1))),
    );
    expect(sections.length >= 6, `the page has the sections ${sections}`);
    for (const section of sections) {
        await go(page, section);
        await until(
            () =>
                page.evaluate(
                    key =>
                        document.querySelector("#sections [aria-current]")?.hash ===
                        `#${encodeURIComponent(key)}`,
                    section,
                ),
            `${section} is shown`,
        );
        await accessibleInBoth(page, section);
        await page.setViewport({ width: 320, height: 800 });
        expect(
            (await page.evaluate(() => document.documentElement.scrollWidth)) <= 320,
            `${section} is wider than 320 pixels`,
        );
        await page.setViewport({ width: 1440, height: 900 });
    }
}

// What is wrong must be seen, or nothing has been proven.
async function control(page) {
    await go(page, "ärende");
    await page.waitForSelector("#form label");
    // The page puts them back when it is drawn anew.
    await until(async () => {
        await page.evaluate(() => document.querySelectorAll("#form label").forEach(label => label.remove()));
        return (await violations(page)).length > 0;
    }, "fields without labels are seen");
}

const { program, address } = await served();
const { browser, page } = await opened();
try {
    page.on("pageerror", error => expect(false, `the page's script: ${error}`));
    page.on("request", request =>
        expect(
            /^(blob:)?http:\/\/(127\.0\.0\.1|localhost):|^data:/.test(request.url()),
            `the page asks ${request.url()}`,
        ),
    );
    await page.goto(address);
    for (const check of [
        fillIn,
        figures,
        texts,
        regions,
        remedies,
        spreadsheets,
        comparison,
        lists,
        ownNames,
        changedOutside,
        otherTab,
        byKeyboard,
        everySection,
        papers,
        nextYear,
        control,
        ended,
    ])
        await check(page);
} finally {
    await browser.close();
    program.kill();
}
console.log(`@@${looked}`);
process.exit(0);
