#!/usr/bin/env python3
"""Checks what comes into Trialog from outside against deny.toml, without a network.

Reads Cargo.lock (sources, checksums), `cargo metadata` (licences, bans, wildcards) and
tests/browser/package*.json (exact versions, checksums) and static/ (version, licence). cargo-deny does the Rust half more
thoroughly and runs too where it is installed; this file needs only Python 3.11 or later.

Prints one line per finding and ends with 1 if there is any.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSER = ROOT / "tests" / "browser"
NPM = "https://registry.npmjs.org/"


def licence_allowed(expression: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met with the allowed licences.

    The old spelling "MIT/Apache-2.0" means OR. "X WITH exception" grants more than X, so X is enough.
    """
    tokens = re.findall(r"[()]|[^\s()/]+|/", expression)
    position = 0

    def peek() -> str:
        return tokens[position].upper() if position < len(tokens) else ""

    def take() -> str:
        nonlocal position
        position += 1
        return tokens[position - 1]

    def any_of() -> bool:
        result = all_of()
        while peek() in ("OR", "/"):
            take()
            result = all_of() or result
        return result

    def all_of() -> bool:
        result = one()
        while peek() == "AND":
            take()
            result = one() and result
        return result

    def one() -> bool:
        if peek() == "(":
            take()
            result = any_of()
            if peek() == ")":
                take()
            return result
        result = take() in allowed if peek() else False
        if peek() == "WITH":
            take()
            take()
        return result

    result = any_of()
    return result and position == len(tokens)


def version_key(version: str) -> tuple:
    """Orders versions as Cargo does for the cases that matter: a pre-release is before its release."""
    core, _, rest = version.partition("+")[0].partition("-")
    numbers = tuple(int(n) for n in core.split("."))
    return numbers + (0,) * (3 - len(numbers)), rest == "", rest


def banned(entry: dict, name: str, version: str) -> bool:
    """Whether one entry of bans.deny, "name" or "name@<1.2.3", names this version of a crate."""
    crate, _, requirement = entry["crate"].partition("@")
    if crate != name:
        return False
    if not requirement:
        return True
    match = re.fullmatch(r"(<|<=|=)(\d+\.\d+\.\d+)", requirement)
    if not match:
        sys.exit(f"deny.toml: cannot read the version in {entry['crate']!r}; write <1.2.3, <=1.2.3 or =1.2.3")
    found, limit = version_key(version), version_key(match[2])
    return {"<": found < limit, "<=": found <= limit, "=": found == limit}[match[1]]


def check_lock(rules: dict) -> list[str]:
    """Every foreign crate of Cargo.lock comes from an allowed registry and has a checksum."""
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    allowed = {f"registry+{url}" for url in rules["sources"]["allow-registry"]}
    findings = []
    for package in lock["package"]:
        label = f"{package['name']} {package['version']}"
        source = package.get("source")
        if source is None:  # our own package
            continue
        if source not in allowed:
            findings.append(f"{label}: comes from {source}")
        elif "checksum" not in package:
            findings.append(f"{label}: has no checksum in Cargo.lock")
    return findings


def check_crates(rules: dict, metadata: dict) -> list[str]:
    """Licences and bans over the crates of the default build; wildcards in our own manifest."""
    used = {node["id"] for node in metadata["resolve"]["nodes"]}
    names = {package["id"]: package["name"] for package in metadata["packages"]}
    users: dict[str, set] = {one: set() for one in used}
    for node in metadata["resolve"]["nodes"]:
        for dependency in node["dependencies"]:
            users[dependency].add(names[node["id"]])
    own = set(metadata["workspace_members"])
    allowed = set(rules["licenses"]["allow"])
    findings = []
    for package in metadata["packages"]:
        if package["id"] not in used:
            continue
        name, version = package["name"], package["version"]
        licence = package["license"]
        if not licence:
            findings.append(f"{name} {version}: names no licence")
        elif not licence_allowed(licence, allowed):
            findings.append(f"{name} {version}: licence {licence} is not on the list")
        for entry in rules["bans"]["deny"]:
            # As in cargo-deny: a crate may come along with those named here, and with nobody else.
            wrapped = "wrappers" in entry and not users[package["id"]] - set(entry["wrappers"])
            if banned(entry, name, version) and not wrapped:
                findings.append(f"{name} {version}: banned, {entry['reason']}")
        if package["id"] in own:
            for dependency in package["dependencies"]:
                if "*" in dependency["req"] and not dependency.get("path"):
                    findings.append(f"{name}: {dependency['name']} = \"{dependency['req']}\" takes any version")
    return findings


def check_npm() -> list[str]:
    """The browser tests pin exact versions, each from the public registry and with a checksum."""
    manifest = json.loads((BROWSER / "package.json").read_text())
    lock = json.loads((BROWSER / "package-lock.json").read_text())
    findings = []
    for group in ("dependencies", "devDependencies"):
        for name, version in manifest.get(group, {}).items():
            if not re.fullmatch(r"\d+\.\d+\.\d+", version):
                findings.append(f"npm {name}: {version} is not one exact version")
            locked = lock["packages"].get(f"node_modules/{name}", {}).get("version")
            if locked != version:
                findings.append(f"npm {name}: package.json says {version}, the lock file {locked}")
    for path, package in lock["packages"].items():
        if not path:  # our own package
            continue
        if not package.get("resolved", "").startswith(NPM):
            findings.append(f"npm {path}: comes from {package.get('resolved')}")
        if "integrity" not in package:
            findings.append(f"npm {path}: has no checksum")
    return findings


def check_vendored() -> list[str]:
    """Each folder of static/ with files of others says which version they are and under which licence."""
    findings = []
    for folder in sorted(path for path in (ROOT / "static").glob("*") if path.is_dir()):
        foreign = [file for kind in ("*.woff2", "*.min.*") for file in folder.rglob(kind)]
        for wanted in ("LICENSE*", "VERSION"):
            if foreign and not list(folder.rglob(wanted)):
                findings.append(f"static/{folder.name}: holds {foreign[0].name} but no {wanted}")
    return findings


def main() -> int:
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    answer = subprocess.run(
        [os.environ.get("CARGO", "cargo"), "metadata", "--format-version", "1", "--locked"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    if answer.returncode != 0:
        print("cargo metadata failed; is Cargo.lock up to date?")
        return 1
    metadata = json.loads(answer.stdout)
    findings = check_lock(rules) + check_crates(rules, metadata) + check_npm() + check_vendored()
    for finding in findings:
        print(f"  {finding}")
    crates = len(metadata["resolve"]["nodes"])
    print(f"{crates} crates, the npm packages and static/ checked against deny.toml, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
