"""Same bytes anywhere, and whole files whatever happens while they are written."""
import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

import tools

EXAMPLE = tools.REPO / "data/norra-innerstaden-2025.yaml"
KILLS = 80
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def fingerprints(folder):
    """The papers in a folder; what is hidden is not a paper."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file() and not path.name.startswith(".tjut-")}


def same_bytes(report, scratch):
    """One surrounding at a time is different from the first run's."""
    report.check(tools.tjut("skapa", EXAMPLE, "--till", scratch / "first").returncode == 0, "the first run")
    first = fingerprints(scratch / "first")
    report.check(len(first) == 6, "six papers", str(list(first)))
    elsewhere = scratch / "en annan mapp"
    elsewhere.mkdir()
    copied = elsewhere / EXAMPLE.name
    shutil.copy(EXAMPLE, copied)
    variations = {
        "again": {}, "one thread": {"RAYON_NUM_THREADS": "1"}, "two threads": {"RAYON_NUM_THREADS": "2"},
        "another time zone": {"TZ": "Pacific/Kiritimati"}, "another language": {"LANG": "tr_TR.UTF-8", "LC_ALL": "C"},
        "another home": {"HOME": str(elsewhere)}, "a source date": {"SOURCE_DATE_EPOCH": "1"},
    }
    for name, change in variations.items():
        target = scratch / name
        answer = tools.tjut("skapa", EXAMPLE, "--till", target, env={**os.environ, **change})
        report.check(answer.returncode == 0 and fingerprints(target) == first, f"same bytes: {name}", answer.stderr[:200])
    target = scratch / "elsewhere"
    answer = tools.tjut("skapa", copied.name, "--till", target, cwd=elsewhere)
    report.check(fingerprints(target) == first, "same bytes: another working folder", answer.stderr[:200])
    for date in ("2031-12-31 23:59:59", "1999-01-01 00:00:00"):
        target = scratch / date[:4]
        answer = tools.tjut("skapa", EXAMPLE, "--till", target, prefix=["faketime", date])
        report.check(fingerprints(target) == first, f"same bytes: the clock says {date}", answer.stderr[:200])


def killed(report, scratch):
    """`kill -9` at any moment leaves old files or new ones, whole, and the next run tidies up."""
    target = scratch / "killed"
    old_case, new_case = scratch / "fall.yaml", scratch / "ny" / "fall.yaml"
    new_case.parent.mkdir()
    old_case.write_text(EXAMPLE.read_text(encoding="utf8"), encoding="utf8")
    new_case.write_text(EXAMPLE.read_text(encoding="utf8").replace("Maja Bergkvist", "Någon Annan"), encoding="utf8")
    known = {}
    for case in (new_case, old_case):
        started = time.monotonic()
        tools.tjut("skapa", case, "--till", target)
        duration = time.monotonic() - started
        for name, print_ in fingerprints(target).items():
            known.setdefault(name, set()).add(print_)
    report.check(all(len(prints) == 2 for name, prints in known.items() if "tjanst" in name), "old and new papers differ")
    draw, bad, hits = random.Random(7), [], 0
    for n in range(KILLS):
        case = (new_case, old_case)[n % 2]
        process = subprocess.Popen([str(tools.TJUT), "skapa", str(case), "--till", str(target)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if n % 2:
            # At the moment when the first temporary file shows, or soon after.
            limit = time.monotonic() + 5
            while process.poll() is None and time.monotonic() < limit:
                if any(name.startswith(".tjut-") for name in os.listdir(target / "fall")) :
                    break
            time.sleep(draw.random() * duration * 0.1)
        else:
            time.sleep(draw.random() * duration * 1.1)
        process.send_signal(signal.SIGKILL)
        hits += process.wait() == -signal.SIGKILL
        now = fingerprints(target)
        bad += [name for name in known if now.get(name) not in known[name]] + [name for name in now if name not in known]
    report.check(not bad, f"{KILLS} kills leave whole files", str(bad[:5]))
    report.check(hits >= 60, f"at least 60 of {KILLS} kills hit a running program", f"{hits} did")
    report.check(list(target.rglob(".tjut-*")), "kills leave something behind")
    # What is left is not older than the run that left it, whatever its dates say.
    tools.tjut("skapa", old_case, "--till", target, prefix=["faketime", "-f", "+2h"], env={**os.environ, "NO_FAKE_STAT": "1"})
    report.check(not list(target.rglob(".tjut-*")), "a run two hours later clears away what was left")


def refused(report, name, answer, wanted, before, folder):
    is_plain = wanted in answer.stderr and "panicked" not in answer.stderr
    report.check(answer.returncode == 3 and is_plain, name, f"exit {answer.returncode}: {answer.stderr[:200]}")
    report.check(fingerprints(folder) == before, f"{name}: nothing is lost", str(set(fingerprints(folder)) ^ set(before)))


def no_room(report, scratch):
    """A full disk, when this machine lets a small one be mounted."""
    disk = scratch / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)], capture_output=True, text=True)
    if mounted.returncode:
        report.skip(f"a full disk: no file system can be mounted here ({mounted.stderr.strip()})")
        return
    try:
        tools.tjut("skapa", EXAMPLE, "--till", disk)
        before = fingerprints(disk)
        report.check(len(before) == 6, "the papers fit on the small disk", str(before))
        free = os.statvfs(disk)
        (disk / "fyllnad").write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - 65536))
        before = fingerprints(disk)
        refused(report, "a full disk", tools.tjut("skapa", EXAMPLE, "--till", disk), "disken är full", before, disk)
        report.check(not list(disk.rglob(".tjut-*")), "a full disk: no scraps are left")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def no_right(report, scratch):
    """A folder that may not be written to, for one who is not root."""
    if os.geteuid() == 0 and subprocess.run([*NOBODY, "true"], capture_output=True).returncode:
        report.skip("a read-only folder: this machine can't run the program as another user")
        return
    target = scratch / "read-only"
    tools.tjut("skapa", EXAMPLE, "--till", target)
    before = fingerprints(target)
    program, case = scratch / "tjut", scratch / "read-only.yaml"
    shutil.copy(tools.TJUT, program)
    shutil.copy(EXAMPLE, case)
    case.rename(scratch / EXAMPLE.name)
    for folder in (target / EXAMPLE.stem, target):
        folder.chmod(0o555)
    command = [*(NOBODY if os.geteuid() == 0 else []), str(program), "skapa", EXAMPLE.name, "--till", str(target)]
    answer = subprocess.run(command, cwd=scratch, capture_output=True, text=True)
    refused(report, "a read-only folder", answer, "behörighet saknas", before, target)
    target.chmod(0o755)
    (target / EXAMPLE.stem).chmod(0o755)


def wrong_kind(report, scratch):
    """A folder where a paper should be, and a file where a folder should be."""
    target = scratch / "folder"
    tools.tjut("skapa", EXAMPLE, "--till", target)
    paper = target / EXAMPLE.stem / "redovisning.docx"
    paper.unlink()
    paper.mkdir()
    (paper / "min.txt").write_text("behåll")
    before = fingerprints(target)
    refused(report, "a name that is a folder", tools.tjut("skapa", EXAMPLE, "--till", target), "mapp med det namnet", before, target)
    blocked = scratch / "blocked"
    blocked.mkdir()
    (blocked / EXAMPLE.stem).write_text("behåll")
    before = fingerprints(blocked)
    refused(report, "a folder's name that is a file", tools.tjut("skapa", EXAMPLE, "--till", blocked), "fil med det namnet", before, blocked)


def run(report):
    with tempfile.TemporaryDirectory(prefix="tjut-endurance-") as name:
        scratch = pathlib.Path(name)
        scratch.chmod(0o755)
        same_bytes(report, scratch)
        killed(report, scratch)
        no_room(report, scratch)
        no_right(report, scratch)
        wrong_kind(report, scratch)
