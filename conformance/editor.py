"""The editor's page, filled in by real browsers (`editor.mjs`)."""
import re
import shutil
import subprocess

import tools

EXAMPLE = tools.REPO / "data" / "jarva-2025.yaml"
# Less than this was not the whole round.
FEWEST = 40


def check(report, scratch, browsers=("chromium", "firefox")):
    """Fills in copies of an example, and reports what was not as it should be."""
    for browser in browsers:
        folder = scratch / browser
        folder.mkdir(parents=True)
        year_file = folder / EXAMPLE.name
        shutil.copy(EXAMPLE, year_file)
        command = ["node", str(tools.HERE / "editor.mjs"), str(tools.TJUT), str(year_file), browser]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=900)
        *found, last = answer.stdout.splitlines() or [""]
        count = re.fullmatch(r"@@(\d+)", last)
        if not count or int(count[1]) < FEWEST:
            said = answer.stdout[-300:] + answer.stderr[-600:]
            raise tools.CheckerFailed(f"{browser} did not get through the page: {said}")
        report.none(found, f"the page of tjut öppna in {browser}")
        if not found:
            report.passed(f"the page of tjut öppna: {count[1]} things looked at in {browser}")
