"""The editor's page, filled in by real browsers: that of `tjut öppna` (`editor.mjs`) and that of
`tjut server` (`editor_server.mjs`); the former also by keyboard alone (`editor_keyboard.mjs`)."""
import re
import shutil
import subprocess

import tools

EXAMPLE = tools.REPO / "data" / "jarva-2025.yaml"
# The scripts, with the commands that serve what they fill in.
PAGES = {"editor.mjs": "öppna", "editor_keyboard.mjs": "öppna, by keyboard", "editor_server.mjs": "server"}
# Less than this was not the whole round.
FEWEST = 40


MODULES = tools.REPO / "src" / "server" / "page"
TYPES = [
    "--noEmit", "--allowJs", "--checkJs", "--noUnusedLocals", "--noImplicitReturns", "--target", "es2023", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable,dom.asynciterable",
]
# Mistakes that the check of the modules must see.
MISTAKES = {
    "a name that no module has": 'import { nothing } from "./dom.js";\nnothing();\n',
    "an argument too many": 'import { sentence } from "./dom.js";\nsentence("a", "b", "c");\n',
    "what nobody uses": "const unused = 1;\n",
}


def check(report, scratch, browsers=("chromium", "firefox")):
    """Fills in copies of an example, and reports what was not as it should be."""
    _modules(report, scratch / "modules")
    for browser in browsers:
        for script, command in PAGES.items():
            # Firefox without a window has no focus, and its buttons don't hear the keys then.
            if script == "editor_keyboard.mjs" and browser == "firefox":
                continue
            _fill_in(report, scratch / browser / command, browser, script, f"the page of tjut {command}")


def _modules(report, folder):
    """Has TypeScript read the page's modules together, which no build does."""
    report.none(_objections(MODULES), "the page's modules")
    for mistake, code in MISTAKES.items():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MODULES, folder)
        with (folder / "main.js").open("a") as main:
            main.write(code)
        report.none([] if _objections(folder) else [f"{mistake} is not seen"], "the check of the page's modules")


def _objections(folder):
    tsc = tools.HERE / ".tools" / "node_modules" / ".bin" / "tsc"
    command = [str(tsc), *TYPES, str(tools.HERE / "page_types.d.ts"), str(folder / "main.js")]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = answer.stdout.splitlines()
    if answer.returncode and not found:
        raise tools.CheckerFailed(f"tsc: {answer.stderr[-300:]}")
    return found


def _fill_in(report, folder, browser, script, page):
    folder.mkdir(parents=True)
    year_file = folder / EXAMPLE.name
    shutil.copy(EXAMPLE, year_file)
    command = ["node", str(tools.HERE / script), str(tools.TJUT), str(year_file), browser]
    # The page without a file offers those of the folder that the program is run in.
    answer = subprocess.run(command, capture_output=True, text=True, timeout=900, cwd=folder)
    *found, last = answer.stdout.splitlines() or [""]
    count = re.fullmatch(r"@@(\d+)", last)
    if not count or int(count[1]) < FEWEST:
        said = answer.stdout[-300:] + answer.stderr[-600:]
        raise tools.CheckerFailed(f"{browser} did not get through {page}: {said}")
    report.none(found, f"{page} in {browser}")
    if not found:
        report.passed(f"{page}: {count[1]} things looked at in {browser}")
