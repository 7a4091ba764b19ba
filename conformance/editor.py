"""The editor's page, filled in by a real browser (`editor.mjs`)."""
import re
import shutil
import subprocess

import tools

EXAMPLE = tools.REPO / "data" / "jarva-2025.yaml"
# Less than this was not the whole round.
FEWEST = 40


def check(report, scratch):
    """Fills in a copy of an example, and reports what was not as it should be."""
    scratch.mkdir(exist_ok=True)
    year_file = scratch / EXAMPLE.name
    shutil.copy(EXAMPLE, year_file)
    command = ["node", str(tools.HERE / "editor.mjs"), str(tools.TJUT), str(year_file)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=600)
    *found, last = answer.stdout.splitlines() or [""]
    count = re.fullmatch(r"@@(\d+)", last)
    if not count or int(count[1]) < FEWEST:
        raise tools.CheckerFailed(f"the browser did not get through the page: {answer.stdout[-300:]}{answer.stderr[-600:]}")
    report.none(found, "the page of tjut öppna")
    if not found:
        report.passed(f"the page of tjut öppna: {count[1]} things looked at in Chromium")
