// How soon the page of `tjut öppna` shows what is typed, and what memory the program takes.
//
//     node editor_speed.mjs TJUT YEAR-FILE     what was measured, and a line for each thing that is not as it should be
//
// The year file is changed. It must be the example of Järva. Times are measured in the page, in
// milliseconds: from the key to the state with the findings, and from the key to the picture of the changed
// page. Between the keys the command line does the same, on the same machine at the same time: it checks the
// file, and makes the PDF of the paper that is shown.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { expect, go, idOf, looked, opened, served, tjut, until, yearFile } from "./editor_page.mjs";

const KEYS = 60;
const EDITS = Number(process.env.EDITS ?? 2000);
// Longer than the page waits for the next key.
const PAUSE = 900;
// After 2,000 edits the program may take this much of what it took after the first fifth.
const GROWTH = 1.1;

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Notes in the page when a key is pressed, when a state has come, and when a page is drawn. */
const watch = () => {
    window.times = { key: [], state: [], page: [] };
    addEventListener("keydown", () => window.times.key.push(performance.now()), true);
    const plain = window.fetch;
    window.fetch = async (address, options) => {
        const answer = await plain(address, options);
        if (String(address).includes("/api/edit")) {
            const json = answer.json.bind(answer);
            answer.json = async () => {
                const read = await json();
                requestAnimationFrame(() => window.times.state.push(performance.now()));
                return read;
            };
        }
        return answer;
    };
    new MutationObserver(changes => {
        if (
            changes.some(
                ({ attributeName, target }) => attributeName === "data-shown" && target.dataset.shown,
            )
        )
            requestAnimationFrame(() => window.times.page.push(performance.now()));
    }).observe(document.getElementById("pages"), {
        subtree: true,
        attributes: true,
        attributeFilter: ["data-shown"],
    });
};

function spread(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = share => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
    return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

const after = (key, times) => times.find(time => time > key) - key;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tjut-speed-"));

/** How long a command takes. */
function command(...words) {
    const begun = performance.now();
    const { status } = spawnSync(tjut, words);
    expect(status === 0, `tjut ${words[0]} ends with ${status}`);
    return performance.now() - begun;
}

async function keys(page) {
    await go(page, "texter");
    const text = idOf("texter", "sammanfattning");
    await until(() => page.$(`[id="${text}"]`), "the texts are shown");
    await until(
        () => page.evaluate(() => document.querySelector("#pages figure")?.dataset.shown),
        "a page is shown",
    );
    await page.focus(`[id="${text}"]`);
    await page.evaluate(watch);
    await wait(1000);
    const [findings, pages, checks, makes] = [[], [], [], []];
    for (let at = 0; at < KEYS; at += 1) {
        checks.push(command("kontrollera", yearFile));
        makes.push(
            command("skapa", yearFile, "--dokument", "tjansteutlatande", "--format", "pdf", "--till", folder),
        );
        await page.keyboard.press("abcdefghij"[at % 10]);
        await wait(PAUSE);
        const { key, state, page: drawn } = await page.evaluate(() => window.times);
        findings.push(after(key.at(-1), state));
        pages.push(after(key.at(-1), drawn));
    }
    expect(findings.every(Number.isFinite), "a key is not answered before the next");
    expect(pages.every(Number.isFinite), "a page does not change before the next key");
    const told = (times, beside) => {
        const own = spread(times.filter(Number.isFinite));
        const other = spread(beside);
        return { ...own, command_line: other.median, ratio: Number((own.median / other.median).toFixed(2)) };
    };
    return { findings: told(findings, checks), page: told(pages, makes) };
}

const memory = pid => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

/** Changes a text so many times, and looks at the memory now and then. */
async function edits(program, address) {
    const token = /tjut-token" content="([^"]+)/.exec(await (await fetch(address)).text())[1];
    const headers = { "X-Tjut": token, "Content-Type": "application/json" };
    const taken = [];
    const begun = performance.now();
    for (let at = 1; at <= EDITS; at += 1) {
        const value = `Ändring ${at} av texten. ${"Ombuden stöder klienterna. ".repeat(at % 7)}`;
        const body = JSON.stringify({ edits: [{ op: "set", at: ["texter", "sammanfattning"], value }] });
        await (await fetch(new URL("/api/edit", address), { method: "POST", headers, body })).text();
        if (at % (EDITS / 10) === 0) taken.push(Math.round(memory(program.pid)));
    }
    const each = (performance.now() - begun) / EDITS;
    expect(
        taken.at(-1) <= taken[1] * GROWTH,
        `the program takes ${taken.at(-1)} MB after ${EDITS} edits and ${taken[1]} MB after a fifth of them`,
    );
    return { megabytes: taken, milliseconds_each: Math.round(each) };
}

const { program, address } = await served();
const { browser, page } = await opened();
try {
    await page.goto(address);
    console.log(JSON.stringify(await keys(page)));
    await page.goto("about:blank");
    if (EDITS) console.log(JSON.stringify(await edits(program, address)));
} finally {
    await browser.close();
    program.kill();
    fs.rmSync(folder, { recursive: true });
}
console.log(`@@${looked}`);
process.exit(0);
