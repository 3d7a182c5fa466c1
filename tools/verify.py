#!/usr/bin/env python3
"""Checks receipts and the check list (Prüfliste) of a Trialog portal without asking it.

Needs Python 3.9 and nothing else: no package, no network. Everything it checks comes from files you have:

    verify.py receipt nachweis.json [--entries entries.txt] [--checkpoint checkpoint.txt] [--key KEY]
    verify.py log entries.txt checkpoint.txt [--since OLDER_CHECKPOINT ...] [--results RESULTS ...] [--key KEY]
    verify.py selftest

nachweis.json is the proof from your receipt. entries.txt and checkpoint.txt are /log/entries and /log/checkpoint of the
portal, RESULTS is /api/v1/consultations/NAME/results: what it shows to everyone. KEY is the portal's public key as you know it from elsewhere (printed in a report or a gazette): without it the
key is taken from the proof itself, and then a signature only says that everything comes from one and the same source.

Exit code: 0 everything is right, 1 something does not fit, 2 it cannot be checked.
What this proves and what it does not: docs/verification.md.
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import re
import sys

VERSION = "trialog-log/1"
RECEIPT = "trialog-receipt/1"


class Mismatch(Exception):
    """Something does not fit."""


class Unreadable(Exception):
    """It cannot be checked."""


# ---- The Merkle tree: RFC 6962, section 2.1; checking proofs as in RFC 9162, sections 2.1.3.2 and 2.1.4.2 ----


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(line):
    return sha256(b"\x00" + line)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_of(leaves):
    """The root over a list of leaf hashes, by the definition; without recursion, so that long lists are no problem."""
    if not leaves:
        return sha256(b"")
    peaks = []
    for n, leaf in enumerate(leaves):
        top = leaf
        while n & 1:
            top = node_hash(peaks.pop(), top)
            n >>= 1
        peaks.append(top)
    root = peaks.pop()
    while peaks:
        root = node_hash(peaks.pop(), root)
    return root


def root_from(leaf, index, size, path):
    """Where a proof of inclusion leads."""
    if not 0 <= index < size:
        raise Mismatch("the place lies outside the list")
    inner, last, found = index, size - 1, leaf
    for step in path:
        if last == 0:
            raise Mismatch("the proof is too long")
        if inner & 1 or inner == last:
            found = node_hash(step, found)
            while not inner & 1 and inner:
                inner >>= 1
                last >>= 1
        else:
            found = node_hash(found, step)
        inner >>= 1
        last >>= 1
    if last:
        raise Mismatch("the proof is too short")
    return found


# ---- Ed25519: RFC 8032, section 5.1.7, checking only, slow and simple ----

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise Mismatch("no point of the curve")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        raise Mismatch("no point of the curve")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    found = (0, 1, 1, 0)
    while n:
        if n & 1:
            found = add(found, p)
        p = add(p, p)
        n >>= 1
    return found


def recover_base():
    y = 4 * pow(5, P - 2, P) % P
    return point(y.to_bytes(32, "little"))


BASE = recover_base()


def is_signed(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    try:
        key, r = point(public), point(signature[:32])
    except Mismatch:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(k, key))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# ---- Keys and checkpoints: C2SP signed-note and tlog-checkpoint ----


def unbase64(text, what):
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable(f"{what} is not base64")


class Key:
    """A public key, `name+id+base64`."""

    def __init__(self, text):
        parts = text.strip().split("+", 2)
        if len(parts) != 3:
            raise Unreadable("the key has not the form name+id+key")
        self.text, self.name = text.strip(), parts[0]
        data = unbase64(parts[2], "the key")
        if len(data) != 33 or data[0] != 1:
            raise Unreadable("the key is not one of Ed25519")
        self.public = data[1:]
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if self.id.hex() != parts[1]:
            raise Mismatch("the key's id is not that of the key")

    def named(self, name):
        """The same key under the name the list has in another epoch."""
        data = b"\x01" + self.public
        digest = sha256(name.encode() + b"\n" + data)[:4].hex()
        return Key(f"{name}+{digest}+{base64.b64encode(data).decode()}")


class Checkpoint:
    """A signed state of the list. `key` None: the signature is not looked at."""

    def __init__(self, note, key):
        note = note.replace("\r\n", "\n")
        body, _, signatures = note.partition("\n\n")
        lines = body.split("\n")
        if len(lines) < 3 or not re.fullmatch(r"0|[1-9][0-9]*", lines[1]):
            raise Unreadable("this is no checkpoint")
        self.origin, self.size = lines[0], int(lines[1])
        self.root = unbase64(lines[2], "the root of the checkpoint")
        if key is None:
            return
        key = key.named(self.origin)
        for line in signatures.split("\n"):
            match = re.fullmatch("\u2014 (\\S+) (\\S+)", line)
            if not match or match.group(1) != key.name:
                continue
            data = unbase64(match.group(2), "the signature")
            if data[:4] == key.id and is_signed(key.public, (body + "\n").encode(), data[4:]):
                return
        raise Mismatch("the checkpoint is not signed with this key")


# ---- Lines ----

HEX = "[0-9a-f]{64}"
PLACE = "[a-z0-9_/-]+"
KIND = "questionnaire|comment|statement"
LINES = {
    "accept": re.compile(f"{VERSION} accept ({KIND}) ({PLACE}) ({HEX})"),
    "revise": re.compile(f"{VERSION} revise ({KIND}) ({PLACE}) ({HEX}) ({HEX})"),
    "withdraw": re.compile(f"{VERSION} withdraw ({KIND}) ({PLACE}) ({HEX})"),
    "erase": re.compile(f"{VERSION} erase ({KIND}) ({PLACE}) ({HEX})"),
    "result": re.compile(f"{VERSION} result ({PLACE}) ({HEX})((?: {PLACE}=[0-9]+)*)"),
    "epoch": re.compile(f"{VERSION} epoch ([0-9]+) ([0-9]+) (-|[0-9]+)"),
}


def parse(line):
    for act, form in LINES.items():
        match = form.fullmatch(line)
        if match:
            return (act,) + match.groups()
    raise Mismatch(f"no line of a check list: {line[:80]!r}")


def commitment_of(record):
    return record[3] if record[0] in ("accept", "revise") else None


def ended_by(record):
    """The commitment that a line puts an end to."""
    if record[0] == "revise":
        return record[4]
    return record[3] if record[0] in ("withdraw", "erase") else None


def split_lines(text):
    text = text.replace("\r\n", "\n")
    return text[:-1].split("\n") if text.endswith("\n") else (text.split("\n") if text else [])


def audit(lines):
    """Whether the lines hang together. Gives what counts by kind and place, and the results that were published."""
    records = [parse(line) for line in lines]
    made = {}
    for n, record in enumerate(records):
        own = commitment_of(record)
        if own is not None:
            if own in made:
                raise Mismatch(f"line {n} repeats the commitment of line {made[own]}")
            made[own] = n
    # What was erased still counts, so it can still be corrected or withdrawn.
    counts, ended, erased, results, epoch = {}, set(), set(), [], 1
    for n, record in enumerate(records):
        act = record[0]
        end = ended_by(record)
        if end is not None:
            past = erased if act == "erase" else ended
            if end not in made or end in past:
                raise Mismatch(f"line {n} puts an end to something that is not there or has ended before")
            past.add(end)
        if act == "accept":
            counts[record[1:3]] = counts.get(record[1:3], 0) + 1
        elif act == "withdraw":
            counts[record[1:3]] = counts.get(record[1:3], 0) - 1
        elif act == "result":
            for told in record[3].split():
                survey, number = told.split("=")
                there = counts.get(("questionnaire", f"{record[1]}/{survey}"), 0)
                if there != int(number):
                    raise Mismatch(
                        f"line {n}: the results of {record[1]} count {number} questionnaires for {survey}, "
                        f"the list has {there}"
                    )
            results.append((n, record[1], record[2], record[3].strip()))
        elif act == "epoch":
            if int(record[1]) != epoch + 1 or int(record[2]) != n:
                raise Mismatch(f"line {n} begins an epoch that does not belong here")
            epoch += 1
    return counts, results, epoch


# ---- Commands ----


def read(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as why:
        raise Unreadable(f"{path}: {why}")


def read_json(path):
    try:
        return json.loads(read(path))
    except json.JSONDecodeError as why:
        raise Unreadable(f"{path}: {why}")


def check_log(lines, checkpoint):
    """Whether a list is the one that was signed. It may have gone on since."""
    if len(lines) < checkpoint.size:
        raise Mismatch(f"the list has {len(lines)} lines, the checkpoint {checkpoint.size}: lines are missing")
    leaves = [leaf_hash(line.encode()) for line in lines[: checkpoint.size]]
    if root_of(leaves) != checkpoint.root:
        raise Mismatch(f"the first {checkpoint.size} lines are not those of the checkpoint")


def check_receipt(receipt, lines=None, checkpoint=None, key=None, say=print):
    """Checks a proof. Gives the number of contributions that still wait for their place."""
    if not isinstance(receipt, dict) or receipt.get("format") != RECEIPT:
        raise Unreadable("this is no proof of a Trialog portal")
    trusted = key is not None
    own = Key(receipt["key"])
    if trusted and own.public != key.public:
        raise Mismatch("the proof was signed with another key than the one you gave")
    signed = Checkpoint(receipt["checkpoint"], own)
    if checkpoint is None:
        checkpoint = signed
    if lines is not None:
        check_log(lines, checkpoint)
    waiting = 0
    for n, one in enumerate(receipt["contributions"], 1):
        record = parse(one["record"])
        own_commitment = commitment_of(record)
        salt = bytes.fromhex(one["salt"])
        made = hmac.new(salt, one["content"].encode(), hashlib.sha256).hexdigest()
        if own_commitment is None or not hmac.compare_digest(made, own_commitment):
            raise Mismatch(f"contribution {n}: the content is not what was sealed")
        promise = f"{RECEIPT}\n{own.name}\n{one['record']}\n".encode()
        if not is_signed(own.public, promise, unbase64(one["promise"], "the promise")):
            raise Mismatch(f"contribution {n}: the promise is not signed with the key")
        index = one.get("index")
        say(f"{n}. {record[1]} to {record[2]}")
        say(f"   {one['content']}")
        if index is None:
            where = find(lines, one["record"])
            if where is None:
                waiting += 1
                say("   sealed; its line waits for the next batch (at the latest on the next day)")
            else:
                say(f"   stands unchanged in the list, line {where}")
        else:
            path = [bytes.fromhex(step) for step in one["proof"]]
            if root_from(leaf_hash(one["record"].encode()), index, signed.size, path) != signed.root:
                raise Mismatch(f"contribution {n}: its line is not in the signed list")
            if lines is not None and (index >= len(lines) or lines[index] != one["record"]):
                raise Mismatch(f"contribution {n}: line {index} of the list is another one")
            say(f"   stands unchanged in the signed list, line {index}")
        if lines is not None:
            ends = [i for i, line in enumerate(lines) if ended_by(parse(line)) == own_commitment]
            for line in ends:
                act = parse(lines[line])[0]
                say(f"   LATER: line {line} says {act!r}. If that was not you, ask the town.")
    if not trusted:
        say("The key was taken from the proof itself. Compare it with one you know from elsewhere (--key):")
        say(f"   {own.text}")
    return waiting


def find(lines, record):
    if lines is None:
        return None
    return lines.index(record) if record in lines else None


def run_receipt(asked):
    receipt = read_json(asked.file)
    key = Key(asked.key) if asked.key else None
    lines = split_lines(read(asked.entries)) if asked.entries else None
    checkpoint = None
    if asked.checkpoint:
        by = key or Key(receipt["key"])
        checkpoint = Checkpoint(read(asked.checkpoint), by)
    waiting = check_receipt(receipt, lines, checkpoint, key)
    n = len(receipt["contributions"])
    print(f"OK: {n} contribution(s), {n - waiting} in the list, {waiting} waiting.")


def run_log(asked):
    key = Key(asked.key) if asked.key else None
    lines = split_lines(read(asked.entries))
    checkpoint = Checkpoint(read(asked.checkpoint), key)
    check_log(lines, checkpoint)
    for path in asked.since:
        older = Checkpoint(read(path), key)
        try:
            check_log(lines, older)
        except Mismatch as why:
            raise Mismatch(f"{path}: {why}{lost(lines, older)}")
        print(f"{path}: the first {older.size} lines are unchanged.")
    counts, results, epoch = audit(lines)
    for (kind, place), n in sorted(counts.items()):
        print(f"{n:6} {kind} {place}")
    for n, place, digest, told in results:
        print(f"line {n}: results of {place} published ({told}), SHA-256 {digest}")
    for path in asked.results:
        print(f"{path}: {check_results(read_json(path), results)}")
    if epoch > 1:
        print(f"The data came back from a backup {epoch - 1} time(s).")
    if not key:
        print("The signature was not checked: give the key with --key.")
    print(f"OK: {len(lines)} lines, as signed by {checkpoint.origin}.")


def check_results(shown, results):
    """Whether the figures that are shown to everyone are those of the list."""
    place = shown["consultation"]
    listed = [one for one in results if one[1] == place]
    if not listed:
        raise Mismatch(f"the list has no publication of results of {place}")
    line, _, digest, told = listed[-1]
    if digest != shown["snapshot_sha256"]:
        raise Mismatch(f"the results of {place} that are shown are not those of line {line}")
    shown = " ".join(f"{survey['id']}={survey['questionnaires']}" for survey in shown["surveys"])
    if shown != told:
        raise Mismatch(f"line {line} counts {told}; shown are {shown}")
    return f"the results of {place} count what line {line} and the list count."


def lost(lines, older):
    """What the list says itself about lines that are missing."""
    for line in lines:
        record = parse(line)
        if record[0] == "epoch" and int(record[2]) < older.size:
            return f" (restored from a backup: lines {record[2]} to {older.size - 1} of then are lost)"
    return ""


# ---- Self-test: vectors of the reference log of Certificate Transparency and of RFC 8032 ----

TEST_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
TEST_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
TEST_PATH = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
]


def run_selftest(_asked):
    leaves = [leaf_hash(bytes.fromhex(text)) for text in TEST_LEAVES]
    for n, root in enumerate(TEST_ROOTS):
        expect(root_of(leaves[:n]).hex() == root, f"root of {n} leaves")
    path = [bytes.fromhex(step) for step in TEST_PATH]
    expect(root_from(leaves[0], 0, 8, path) == root_of(leaves), "path of leaf 0 of 8")
    try:
        expect(root_from(leaves[0], 1, 8, path) != root_of(leaves), "path of another leaf")
        root_from(leaves[0], 0, 8, path[:2])
        expect(False, "a path that is too short")
    except Mismatch:
        pass
    # RFC 8032, section 7.1, tests 1 and 2.
    for public, message, signature in [
        ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
         "d25bf5f0595bbe24655141438e7a100b"),
        ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
         "387b2eaeb4302aeeb00d291612bb0c00"),
    ]:
        public, message, signature = map(bytes.fromhex, (public, message, signature))
        expect(is_signed(public, message, signature), "a signature of RFC 8032")
        expect(not is_signed(public, message + b"x", signature), "a signature under other words")
        broken = signature[:-1] + bytes([signature[-1] ^ 1])
        expect(not is_signed(public, message, broken), "a broken signature")
    # The example of C2SP signed-note.
    key = Key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    signed = base64.b64decode(
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
    )
    expect(signed[:4] == key.id, "the id of a key")
    expect(is_signed(key.public, b"This is an example message.\n", signed[4:]), "a signed note")
    a, b = "a" * 64, "b" * 64
    good = [
        f"{VERSION} revise comment x {b} {a}",
        f"{VERSION} accept comment x {a}",
        f"{VERSION} erase comment x {b}",
        f"{VERSION} withdraw comment x {b}",
    ]
    expect(audit(good)[0] == {("comment", "x"): 0}, "counting")
    for bad in [good[:1], good + good[2:], [f"{VERSION} result x {a} s=1"], ["x"], [f"{VERSION} epoch 2 7 -"]]:
        try:
            audit(bad)
        except Mismatch:
            continue
        expect(False, f"a list that does not hang together: {bad}")
    print("OK: RFC 6962 roots and proof, RFC 8032 signatures, a C2SP note, counting.")


def expect(holds, what):
    if not holds:
        raise Mismatch(f"self-test: {what}")


def main(arguments=None):
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = line.add_subparsers(dest="command", required=True)
    receipt = commands.add_parser("receipt", help="check the proof of a receipt")
    receipt.add_argument("file")
    receipt.add_argument("--entries", help="/log/entries of the portal")
    receipt.add_argument("--checkpoint", help="/log/checkpoint of the portal, or one you kept")
    receipt.add_argument("--key", help="the portal's public key as you know it from elsewhere")
    receipt.set_defaults(run=run_receipt)
    log = commands.add_parser("log", help="check a whole list, also against older checkpoints, and count")
    log.add_argument("entries")
    log.add_argument("checkpoint")
    log.add_argument("--since", action="append", default=[], help="a checkpoint you kept; may be given several times")
    log.add_argument("--results", action="append", default=[], help="published results as the portal gives them to programs")
    log.add_argument("--key", help="the portal's public key as you know it from elsewhere")
    log.set_defaults(run=run_log)
    selftest = commands.add_parser("selftest", help="check this program against published vectors")
    selftest.set_defaults(run=run_selftest)
    asked = line.parse_args(arguments)
    try:
        asked.run(asked)
    except Mismatch as why:
        print(f"DOES NOT FIT: {why}", file=sys.stderr)
        return 1
    except (Unreadable, KeyError, TypeError, ValueError) as why:
        print(f"CANNOT CHECK: {why}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
