#!/usr/bin/env python3
"""What Trialog is made of: packaging/sbom.cdx.json (CycloneDX 1.6) and packaging/THIRD-PARTY-NOTICES.txt.

    tests/bill_of_materials.py            compares both files with what is built; ends with 1 when they are out of date
    tests/bill_of_materials.py --write    makes them anew; do this whenever Cargo.lock or static/ has changed

Both name what a town gets: the crates of the default build on Linux without those that only tests use, what some crates
compile in (SQLite, libpq), and the files of others under static/. Nothing in them depends on the day or the machine.
Needs Python 3.11 or later, cargo, and the crates themselves (cargo fetch), because their licences are copied from them.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BILL = ROOT / "packaging" / "sbom.cdx.json"
NOTICES = ROOT / "packaging" / "THIRD-PARTY-NOTICES.txt"
TARGET = "x86_64-unknown-linux-gnu"
TEXTS = re.compile(r"(?i)^(un)?licen[cs]e|^copying|^copyright|^notice")
# Documentation of a licence, or the licence of files that are not compiled in.
NO_TEXT = re.compile(r"(?i)\.(rs|html|py|tmpl)$")


def metadata() -> dict:
    answer = subprocess.run(
        [os.environ.get("CARGO", "cargo"), "metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(answer.stdout)


def built(data: dict) -> list[tuple[dict, list[str]]]:
    """The packages that go into the program or run while it is built, each with the ids it depends on."""
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    packages = {package["id"]: package for package in data["packages"]}

    def wanted(node: dict) -> list[str]:
        kinds = {dep["pkg"]: {kind["kind"] for kind in dep["dep_kinds"]} for dep in node["deps"]}
        return sorted(pkg for pkg, kind in kinds.items() if kind - {"dev"})

    seen: dict[str, list[str]] = {}
    waiting = [data["resolve"]["root"]]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen[one] = wanted(nodes[one])
            waiting += seen[one]
    return sorted(((packages[one], needs) for one, needs in seen.items()), key=lambda pair: (pair[0]["name"], pair[0]["version"]))


def purl(package: dict) -> str:
    return f"pkg:cargo/{package['name']}@{package['version']}"


def expression(package: dict) -> str:
    """The licence as SPDX writes it today; "MIT/Apache-2.0" is the old spelling of OR."""
    return re.sub(r"\s*/\s*", " OR ", package["license"] or "NOASSERTION")


def compiled_in(package: dict) -> dict | None:
    """A library in C whose source a crate brings along."""
    folder = Path(package["manifest_path"]).parent
    if package["name"] == "libsqlite3-sys":
        text = (folder / "sqlite3" / "sqlite3.h").read_text(errors="replace")
        version = re.search(r'#define SQLITE_VERSION\s+"([^"]+)"', text)[1]
        return {"name": "SQLite", "version": version, "licence": "blessing", "url": "https://sqlite.org", "texts": []}
    if package["name"] == "pq-src":
        # Its version names that of the source; the crate leaves the licence's text out.
        version = package["version"].partition("+libpq-")[2]
        text = ROOT / "packaging" / "licences" / "PostgreSQL.txt"
        return {"name": "libpq", "version": version, "licence": "PostgreSQL", "url": "https://www.postgresql.org", "texts": [text]}
    return None


def vendored() -> list[dict]:
    """The files of others under static/, as their VERSION says."""
    found = []
    for note in sorted((ROOT / "static").glob("*/VERSION")):
        fields = dict(re.findall(r"(?m)^(package|version|licence)\s+(.+)$", note.read_text()))
        name = re.sub(r" \(npm\).*", "", fields["package"])
        licence = "OFL-1.1" if "Open Font" in fields["licence"] else fields["licence"].split(",")[0]
        texts = [path for path in sorted(note.parent.iterdir()) if TEXTS.match(path.name)]
        found.append({"name": name, "version": fields["version"], "licence": licence, "texts": texts})
    return found


def bill(packages: list[tuple[dict, list[str]]]) -> str:
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    purls = {package["id"]: purl(package) for package, _ in packages}
    own = next(package for package, _ in packages if package["source"] is None)
    components, dependencies = [], []
    for package, needs in packages:
        ref = purl(package)
        also = compiled_in(package)
        needed = sorted(purls[one] for one in needs)
        if also:
            inner = f"pkg:generic/{also['name'].lower()}@{also['version']}"
            needed.append(inner)
            components.append(
                {
                    "type": "library",
                    "bom-ref": inner,
                    "name": also["name"],
                    "version": also["version"],
                    "licenses": [{"license": {"id": also["licence"]}}],
                    "purl": inner,
                    "externalReferences": [{"type": "website", "url": also["url"]}],
                }
            )
        dependencies.append({"ref": ref, "dependsOn": needed})
        if package is own:
            continue
        component = {
            "type": "library",
            "bom-ref": ref,
            "name": package["name"],
            "version": package["version"],
            "licenses": [{"expression": expression(package)}],
            "purl": ref,
        }
        if sums.get((package["name"], package["version"])):
            component["hashes"] = [{"alg": "SHA-256", "content": sums[package["name"], package["version"]]}]
        if package["repository"]:
            component["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
        components.append(component)
    for one in vendored():
        ref = f"pkg:npm/{one['name'].replace('@', '%40')}@{one['version']}"
        components.append(
            {
                "type": "library",
                "bom-ref": ref,
                "name": one["name"],
                "version": one["version"],
                "licenses": [{"license": {"id": one["licence"]}}],
                "purl": ref,
            }
        )
        next(each for each in dependencies if each["ref"] == purl(own))["dependsOn"].append(ref)
    components.sort(key=lambda one: one["bom-ref"])
    content = hashlib.sha256(json.dumps([components, dependencies]).encode()).hexdigest()
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": purl(own),
                "name": own["name"],
                "version": own["version"],
                "licenses": [{"license": {"id": own["license"]}}],
                "purl": purl(own),
            }
        },
        "components": components,
        "dependencies": sorted(dependencies, key=lambda one: one["ref"]),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def texts_of(package: dict) -> list[Path]:
    folder = Path(package["manifest_path"]).parent
    found = {path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name) and not NO_TEXT.search(path.name)}
    if package["license_file"]:
        found.add(folder / package["license_file"])
    found = {path for path in found if path.is_file()}
    # "MIT OR Apache-2.0": the shorter one is taken, and its text is enough.
    mit = {path for path in found if "MIT" in path.name.upper()}
    if mit and " OR " in expression(package) and "MIT" in expression(package):
        found = mit | {path for path in found if path.name.upper().startswith(("NOTICE", "COPYRIGHT"))}
    return sorted(found)


def notices(packages: list[tuple[dict, list[str]]]) -> str:
    """Who made what, under which licence, and each text once with all it belongs to."""
    lines, texts, bare = [], {}, []

    def add(label: str, paths: list[Path]) -> None:
        for path in paths:
            text = "\n".join(line.rstrip() for line in path.read_text(errors="replace").splitlines()).strip("\n")
            # The same words, broken into other lines, are the same licence.
            key = " ".join(text.split())
            texts.setdefault(key, (text, []))[1].append(label)
        if not paths:
            bare.append(label)

    for package, _ in packages:
        if package["source"] is None:
            continue
        label = f"{package['name']} {package['version']}"
        lines.append(f"{label}: {expression(package)}")
        add(label, texts_of(package))
        also = compiled_in(package)
        if also:
            inner = f"{also['name']} {also['version']}"
            said = "public domain" if also["licence"] == "blessing" else also["licence"]
            lines.append(f"{inner} (compiled in by {package['name']}): {said}")
            if also["texts"]:
                add(inner, also["texts"])
    for one in vendored():
        label = f"{one['name']} {one['version']}"
        lines.append(f"{label} (files for browsers): {one['licence']}")
        add(label, one["texts"])
    parts = [
        "What Trialog contains of others\n\n"
        "Trialog itself is under the EUPL-1.2. The program contains the parts named here; their authors' licences follow, each\n"
        "text once. Where a licence leaves the choice (OR) and MIT is among them, Trialog takes MIT.\n"
        "Made by tests/bill_of_materials.py.",
        "\n".join(lines),
    ]
    if bare:
        parts.append("These name their licence and bring no text of it:\n" + "\n".join(bare))
    for text, labels in sorted(texts.values(), key=lambda pair: (-len(set(pair[1])), pair[1])):
        names = ", ".join(sorted(set(labels)))
        parts.append("=" * 100 + f"\n{names}\n" + "-" * 100 + f"\n{text}")
    return "\n\n".join(parts) + "\n"


def main() -> int:
    packages = built(metadata())
    made = {BILL: bill(packages), NOTICES: notices(packages)}
    if "--write" in sys.argv[1:]:
        for path, text in made.items():
            path.write_text(text)
        print(f"{len(packages) - 1} crates written down")
        return 0
    old = [path for path, text in made.items() if not path.exists() or path.read_text() != text]
    for path in old:
        print(f"  {path.relative_to(ROOT)} is out of date: python3 tests/bill_of_materials.py --write")
    print(f"{len(packages) - 1} crates in the bill of materials, {len(old)} findings")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
