// What `editor.mjs` does with a page in a browser: writing in it, pressing, and looking at it.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const tools = path.join(import.meta.dirname, ".tools", "node_modules");
const require = createRequire(path.join(tools, "x"));
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(path.join(tools, "axe-core", "axe.min.js"), "utf8");
export const [, , tjut, yearFile, browserName = "chromium"] = process.argv;
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const PATIENCE = 20_000;

export const idOf = (...steps) => `f.${steps.map(step => encodeURIComponent(step)).join(".")}`;
export const onDisk = () => fs.readFileSync(yearFile, "utf8");
/** How many things have been looked at. */
export let looked = 0;

export function expect(isSo, what) {
    looked += 1;
    if (!isSo) console.log(what);
}

export async function until(isSo, what) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
        if (await isSo()) {
            looked += 1;
            return;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(false, `never: ${what}`);
}

/** Starts the program; gives it with the address that it says. */
export function served(command = ["öppna", "--ingen-webbläsare", yearFile]) {
    const program = spawn(tjut, command);
    return new Promise((resolve, reject) => {
        let said = "";
        const hear = text => {
            said += text;
            const address = said.match(/http:\/\/(?:127\.0\.0\.1|localhost):\d+\S*/)?.[0];
            if (address) resolve({ program, address });
        };
        program.stdout.on("data", hear);
        program.stderr.on("data", hear);
        program.on("exit", () => reject(new Error(`the program ended: ${said}`)));
    });
}

export async function violations(page) {
    await page.evaluate(axe);
    const found = await page.evaluate(values => axe.run(document, { runOnly: values }), STANDARDS);
    expect(found.passes.length > 10, "axe looked at next to nothing");
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

export async function accessible(page, where) {
    for (const violation of await violations(page)) expect(false, `${where}: ${violation}`);
    expect(true);
}

/** Writes in a field in the place of what stands there. */
export async function write(page, id, text) {
    await page.evaluate(name => {
        const field = document.getElementById(name);
        field.focus();
        field.select();
    }, id);
    await page.keyboard.type(text, { delay: 15 });
}

export const value = (page, id) => page.evaluate(name => document.getElementById(name)?.value, id);
export const focused = page => page.evaluate(() => document.activeElement.id);
export const go = (page, section) =>
    page.evaluate(key => {
        location.hash = encodeURIComponent(key);
    }, section);
export const first = page => page.evaluate(() => document.querySelector("#pages figure")?.dataset.shown);

export async function click(page, id) {
    await until(() => page.$(`[id="${id}"]`), `there is ${id} to press`);
    await page.click(`[id="${id}"]`);
}

export async function withControl(page, key) {
    await page.keyboard.down("Control");
    await page.keyboard.press(key);
    await page.keyboard.up("Control");
}

/** Chooses a file of the repository where the page asks for one. */
export async function choose(page, file) {
    await until(() => page.$("dialog input[type=file]"), "a file can be chosen");
    const input = await page.$("dialog input[type=file]");
    await input.uploadFile(path.join(import.meta.dirname, "..", file));
}

export const inDialog = (page, text) =>
    page.evaluate(said => document.querySelector("dialog")?.textContent.includes(said), text);

/** Puts something on the clipboard, as another program does. */
export async function copy(page, text) {
    await page.evaluate(copied => {
        const area = document.createElement("textarea");
        area.id = "copied";
        area.value = copied;
        document.body.append(area);
        area.select();
    }, text);
    await withControl(page, "c");
    await page.evaluate(() => document.getElementById("copied").remove());
}

// The page forbids scripts that aren't its own, as axe is, which Firefox allows the driver anyway.
const BROWSERS = {
    chromium: { executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] },
    firefox: { browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true },
};

/** A page of a browser, as wide as a screen; what it fetches comes in a folder where one is given. */
export async function opened(fetched = null) {
    const extraPrefsFirefox = fetched && {
        "browser.download.folderList": 2,
        "browser.download.dir": fetched,
    };
    const browser = await puppeteer.launch({ ...BROWSERS[browserName], extraPrefsFirefox });
    if (fetched && browserName === "chromium") {
        const driver = await browser.target().createCDPSession();
        await driver.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: fetched });
    }
    const page = await browser.newPage();
    if (browserName === "chromium") await page.setBypassCSP(true);
    await page.setViewport({ width: 1440, height: 900 });
    return { browser, page };
}

/** Looks at a section in the dark and in the light, where the browser can be asked to. */
export async function accessibleInBoth(page, where) {
    for (const scheme of browserName === "chromium" ? ["dark", "light"] : ["light"]) {
        if (browserName === "chromium")
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await accessible(page, `${where}, ${scheme}`);
    }
}

/** What the page says of whether all is saved. */
export const saved = page => page.$eval("#saved", element => element.textContent);
