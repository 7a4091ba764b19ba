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
# Kills and interruptions that must hit a running program, and pairs of runs.
HITS, INTERRUPTIONS, PAIRS = 200, 40, 20
# What the program prepares files in, and what it says meanwhile.
WORK, NOTICE = ".tjut-skriver", "FILERNA ÄR INTE FÄRDIGA.txt"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def fingerprints(folder):
    """The papers in a folder; what is hidden is not a paper."""
    paths = [(path, path.relative_to(folder)) for path in sorted(pathlib.Path(folder).rglob("*"))]
    return {str(name): hashlib.sha256(path.read_bytes()).hexdigest()
            for path, name in paths if path.is_file() and not str(name).startswith(".tjut-") and "/.tjut-" not in str(name)}


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


class Folder:
    """A folder of papers with a user's own files in it, and two year files for it that give different papers."""

    def __init__(self, report, scratch, name):
        self.till = scratch / name
        self.papers = self.till / "fall"
        self.cases = [scratch / name / kind / "fall.yaml" for kind in ("gammal", "ny")]
        for case, person in zip(self.cases, ("Maja Bergkvist", "Någon Annan")):
            case.parent.mkdir(parents=True)
            case.write_text(EXAMPLE.read_text(encoding="utf8").replace("Maja Bergkvist", person), encoding="utf8")
        self.sets = []
        for case in self.cases:
            started = time.monotonic()
            tools.tjut("skapa", case, "--till", self.till)
            self.duration = time.monotonic() - started
            self.sets.append(fingerprints(self.papers))
        report.check(len(self.sets[0]) == 6 and self.sets[0] != self.sets[1], "two different sets of six papers")
        (self.papers / "anteckningar.txt").write_text("mina")
        (self.papers / "underlag").mkdir()
        (self.papers / "underlag" / "ansokan.docx").write_text("min")

    def start(self, n):
        return subprocess.Popen([str(tools.TJUT), "skapa", str(self.cases[n % 2]), "--till", str(self.till)],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def await_name(self, process, name):
        """Until a name shows in the folder, or the program has ended."""
        while process.poll() is None and name not in os.listdir(self.papers):
            pass

    def state(self):
        """`whole`, `marked` as unfinished, or what is wrong."""
        now = fingerprints(self.papers)
        if any(now.pop(name, None) is None for name in ("anteckningar.txt", "underlag/ansokan.docx")):
            return "the user's own files are gone"
        is_marked = now.pop(NOTICE, None) is not None
        now.pop("informationsblad.pdf", None)
        if now in self.sets:
            return "whole"
        torn = [name for name in now if not any(now[name] == papers.get(name) for papers in self.sets)]
        lost = self.sets[0].keys() - now.keys()
        if is_marked:
            # A name may be empty while the notice is up, when what it had is kept.
            kept = self.kept()
            lost = {name for name in lost if not any(papers[name] in kept for papers in self.sets)}
        if torn or lost:
            return f"torn {torn}, lost {lost}"
        return "marked" if is_marked else "old and new papers side by side"

    def kept(self):
        """What a killed run has put aside for the next one to put back."""
        hidden = self.papers.glob(".tjut-*/**/*")
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in hidden if path.is_file()}

    def left_behind(self):
        return [name for name in os.listdir(self.papers) if name.startswith(".tjut-") or name == NOTICE]


def killed(report, scratch):
    """`kill -9` at any moment leaves all papers old or all new, or says that it doesn't; the next run mends that."""
    folder = Folder(report, scratch, "killed")
    draw, bad, met = random.Random(7), [], {"kills": 0, "hit": 0, "marked": 0, "left": 0}
    # Anywhere, while files take their names, or while they are prepared; with
    # the longest wait in seconds, which follows the machine: a kill that came
    # too late shortens it, one that hit lengthens it.
    moments = [None, NOTICE, WORK]
    longest = [folder.duration, 0.003, 0.03]
    while met["hit"] < HITS and met["kills"] < 5 * HITS:
        n, moment = met["kills"], met["kills"] % 3
        met["kills"] += 1
        process = folder.start(n // 3)
        if moments[moment]:
            folder.await_name(process, moments[moment])
        time.sleep(draw.random() * longest[moment])
        process.send_signal(signal.SIGKILL)
        hit = process.wait() == -signal.SIGKILL
        longest[moment] *= 1.05 if hit else 0.9
        met["hit"] += hit
        state = folder.state()
        met["marked"] += NOTICE in folder.left_behind()
        met["left"] += bool(folder.left_behind())
        bad += [state] if state not in ("whole", "marked") else []
        # A run that writes another paper, so that the killed one's are not simply written again.
        answer = tools.tjut("skapa", folder.cases[n % 2], "--till", folder.till, "--dokument", "informationsblad", "--format", "pdf")
        after = folder.state() if answer.returncode == 0 else answer.stderr[:200]
        bad += [f"after the next run: {after}, {folder.left_behind()}"] if after != "whole" or folder.left_behind() else []
    report.check(not bad, f"{met['kills']} kills leave whole sets, and the next run clears away", str(bad[:5]))
    report.check(met["hit"] >= HITS, f"{HITS} kills hit a running program", str(met))
    report.check(met["left"] >= HITS // 10 and met["marked"] >= 1, "kills hit a program that writes, and one whose notice is up", str(met))
    report.passed(f"{met['hit']} of {met['kills']} kills hit, {met['left']} while it wrote, {met['marked']} while its notice was up", 0)


def interrupted(report, scratch):
    """Ctrl-C and the system's wish to end leave nothing behind, and the exit code that they always have."""
    folder = Folder(report, scratch, "interrupted")
    draw, bad, hits, n = random.Random(8), [], 0, 0
    while hits < INTERRUPTIONS and n < 5 * INTERRUPTIONS:
        wanted = (signal.SIGINT, signal.SIGTERM)[n % 2]
        process = folder.start(n // 2)
        if n % 4 < 2:
            folder.await_name(process, WORK)
        else:
            time.sleep(draw.random() * folder.duration)
        process.send_signal(wanted)
        code = process.wait()
        hits += code == -wanted
        if code not in (0, -wanted) or folder.state() != "whole" or folder.left_behind():
            bad.append(f"{wanted.name}: exit {code}, {folder.state()}, {folder.left_behind()}")
        n += 1
    report.check(not bad, f"{n} interruptions leave whole sets and nothing else", str(bad[:5]))
    report.check(hits >= INTERRUPTIONS, f"{INTERRUPTIONS} interruptions hit a running program", f"{hits} of {n} did")


def two_at_once(report, scratch):
    """Two runs that write in the same folder take turns."""
    folder = Folder(report, scratch, "two at once")
    bad = []
    for _ in range(PAIRS):
        codes = [process.wait() for process in [folder.start(0), folder.start(1)]]
        if codes != [0, 0] or folder.state() != "whole" or folder.left_behind():
            bad.append(f"exit {codes}, {folder.state()}, {folder.left_behind()}")
    report.check(not bad, f"{PAIRS} pairs of runs at once", str(bad[:5]))


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
        interrupted(report, scratch)
        two_at_once(report, scratch)
        no_room(report, scratch)
        no_right(report, scratch)
        wrong_kind(report, scratch)
