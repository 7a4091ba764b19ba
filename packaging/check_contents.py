"""What the SBOM and the list of licences say is held against the crates that cargo links in.

The SBOM is read by the CycloneDX project's own validator for Python, which has nothing in
common with what wrote it.
"""
import json
import pathlib
import subprocess
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = pathlib.Path(__file__).resolve().parent.parent


def validity(text):
    return JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)


def linked():
    """Name and version of every crate in the program for Linux."""
    command = ["cargo", "tree", "--locked", "--edges", "normal", "--target", "x86_64-unknown-linux-gnu"]
    command += ["--prefix", "none", "--no-dedupe", "--format", "{p}"]
    tree = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {(name, version.removeprefix("v")) for name, version, *_ in map(str.split, filter(None, tree.splitlines()))}


def main():
    sbom, licences = (pathlib.Path(path).read_text("utf8") for path in sys.argv[1:])
    wrong = []
    if error := validity(sbom):
        wrong.append(f"the SBOM is no CycloneDX 1.5: {error}")
    # A validator that objects to nothing proves nothing.
    if not validity(sbom.replace('"library"', '"librari"', 1)):
        wrong.append("the validator lets a wrong SBOM pass")
    crates = linked()
    if len(crates) < 100:
        wrong.append(f"only {len(crates)} crates are linked in")
    crates.remove(("tjut", subprocess.run(["cargo", "pkgid"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip().rsplit("@")[-1].rsplit("#")[-1]))
    components = json.loads(sbom)["components"]
    named = {(component["name"], component["version"]) for component in components}
    wrong += [f"{name} {version} is not in the SBOM" for name, version in sorted(crates - named)]
    unlicensed = [component["name"] for component in components if not component.get("licenses")]
    wrong += [f"{name} has no licence in the SBOM" for name in unlicensed]
    if not any(name == "liberation-fonts" for name, _ in named):
        wrong.append("the fonts are not in the SBOM")
    wrong += [f"the licence of {name} {version} is not told" for name, version in sorted(crates) if f"  {name} {version}\n" not in licences]
    for text in ["SIL OPEN FONT LICENSE Version 1.1", "Notice of typst-assets", "Apache License", "Permission is hereby granted"]:
        if text not in licences:
            wrong.append(f"the licences do not have: {text}")
    for line in wrong:
        print(f"FAILED: {line}")
    if wrong:
        sys.exit(1)
    print(f"{len(crates)} crates and the fonts are in the SBOM, which is valid CycloneDX 1.5, and in the licences")


main()
