#!/usr/bin/env python3
"""Checks what lies in packaging/ and publiccode.yml: one version everywhere, scripts that a shell reads, units and
configurations of reverse proxies that the programs they are for accept.

Programs that are not installed are left out, each with a line; systemd-analyze, nginx, apache2 and caddy are Debian packages.
Prints one line per finding and ends with 1 if there is any. Needs Python 3.11 or later.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
# What `systemd-analyze security` may say at most: 0 is closed, 10 is open; below 2 it calls a service OK.
EXPOSURE = 20
# Keys without which a catalogue of public software takes no publiccode.yml (version 0.4).
PUBLIC = (
    "publiccodeYmlVersion name url platforms developmentStatus softwareType description legal maintenance localisation"
).split()
HOST = "mitreden.example.de"


def run(*command: str) -> tuple[int, str]:
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return answer.returncode, answer.stdout.strip()


def versions() -> list[str]:
    version = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["version"]
    wanted = {
        "publiccode.yml": rf"(?m)^softwareVersion: {re.escape(version)}$",
        "CHANGELOG.md": rf"(?m)^## {re.escape(version)}\b",
        "packaging/container/compose.yaml": rf"image: trialog:{re.escape(version)}\n",
    }
    findings = [
        f"{file}: does not name version {version}"
        for file, pattern in wanted.items()
        if not re.search(pattern, (ROOT / file).read_text())
    ]
    if not (ROOT / "tests" / "files" / "releases" / f"{version}.zip").exists():
        findings.append(f"tests/files/releases: nothing that version {version} leaves; see migrations/README.md")
    return findings


def public_code() -> list[str]:
    text = (ROOT / "publiccode.yml").read_text()
    findings = [f"publiccode.yml: has no {key}" for key in PUBLIC if not re.search(rf"(?m)^{key}:", text)]
    for short in re.findall(r"(?m)^\s+shortDescription: (.+)$", text):
        if len(short) > 150:
            findings.append(f"publiccode.yml: a short description has {len(short)} of 150 characters")
    return findings


def scripts() -> list[str]:
    findings = []
    for script in [*(PACKAGING / "debian" / "scripts").iterdir(), PACKAGING / "debian" / "trialogctl"]:
        code, said = run("sh", "-n", str(script))
        if code:
            findings.append(f"{script.name}: {said}")
        if not script.stat().st_mode & 0o100:
            findings.append(f"{script.name}: is not executable")
    return findings


def units(folder: Path) -> list[str]:
    """The program itself is not installed here, so another one stands in its place."""
    if not shutil.which("systemd-analyze"):
        print("  left out: systemd-analyze")
        return []
    findings = []
    for unit in (PACKAGING / "systemd").iterdir():
        if unit.suffix in (".service", ".target", ".timer"):
            (folder / unit.name).write_text(unit.read_text().replace("/usr/bin/trialog ", "/bin/true "))
    names = sorted(unit.name.replace("@.", "@8081.") for unit in folder.iterdir())
    (folder / "trialog@8081.service").write_text((folder / "trialog@.service").read_text())
    code, said = run("systemd-analyze", "verify", "--man=no", *(str(folder / name) for name in names))
    # Units of the machine itself are read along, and they are none of ours.
    findings += [line for line in said.splitlines() if "trialog" in line]
    for name in names:
        if name.endswith(".service"):
            code, said = run(
                "systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", str(folder / name)
            )
            if code:
                findings.append(f"{name}: {said.splitlines()[-1] if said else code}")
    return findings


def proxies(folder: Path) -> list[str]:
    findings = []
    run(
        *"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj".split(),
        f"/CN={HOST}", "-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"),
    )

    def laid(name: str) -> Path:
        text = (PACKAGING / "proxy" / name).read_text().replace(f"/etc/letsencrypt/live/{HOST}", str(folder))
        for logs in ("/var/log/nginx", "/var/log/apache2"):
            text = text.replace(logs, str(folder))
        (folder / name).write_text(text)
        return folder / name

    def asked(program: str, *command: str) -> None:
        found = shutil.which(program) or shutil.which(program, path="/usr/sbin")
        if not found:
            print(f"  left out: {program}")
            return
        code, said = run(found, *command)
        if code:
            findings.append(f"{program}: {said}")

    site = laid("nginx.conf")
    whole = folder / "nginx-whole.conf"
    whole.write_text(f"pid {folder}/nginx.pid;\nevents {{}}\nhttp {{ include {site}; }}\n")
    asked("nginx", "-t", "-q", "-e", str(folder / "nginx-error.log"), "-c", str(whole))
    site = laid("apache.conf")
    needed = (
        "mpm_event authz_core ssl socache_shmcb headers proxy proxy_http proxy_balancer slotmem_shm "
        "lbmethod_byrequests http2 alias reqtimeout"
    )
    lines = [f"ServerRoot {folder}", f"PidFile {folder}/apache.pid", f"ServerName {HOST}", "ErrorLog /dev/null", "Listen 127.0.0.1:65535"]
    lines += [f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in needed.split()]
    (folder / "apache-whole.conf").write_text("\n".join([*lines, f"Include {site}"]) + "\n")
    asked("apache2", "-t", "-f", str(folder / "apache-whole.conf"))
    asked("caddy", "validate", "--adapter", "caddyfile", "--config", str(laid("Caddyfile")))
    return findings


def main() -> int:
    findings = versions() + public_code() + scripts()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "units").mkdir()
        findings += units(Path(folder) / "units") + proxies(Path(folder))
    for finding in findings:
        print(f"  {finding}")
    print(f"packaging/ checked, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
