// Files that the town gives out, opened as the programs do that people open them with.

import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";

/** The entries of a ZIP archive, name -> bytes. */
export function unzip(bytes) {
  const entries = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [way, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    entries.set(bytes.toString("utf8", at + 46, at + 46 + name), way === 8 ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The cells of a CSV file, whatever separates them. */
function cells(text) {
  const separator = text.split("\n", 1)[0].includes(";") ? ";" : ",";
  const found = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (c === '"' && !cell) isQuoted = true;
    else if (c === separator || c === "\n") {
      found.push(cell.replace(/\r$/, ""));
      cell = "";
    } else cell += c;
  }
  return [...found, cell];
}

/** A spreadsheet computes what begins like this; a number may begin with its sign. */
const isFormula = (cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,\s]*%?$/.test(cell);

/** What is wrong with a file, by its name. `parse` says what is wrong with XML. */
export async function examineFile(name, bytes, parse) {
  const text = bytes.toString("utf8");
  const found = [];
  const tell = (what) => found.push(`${name}: ${what}`);
  if (/\.(zip|xlsx|docx)$/.test(name)) {
    for (const [entry, content] of unzip(bytes)) {
      if (/^\/|\.\.|\\/.test(entry)) tell(`leads out of the archive: ${entry}`);
      if (!entry.endsWith("/")) found.push(...(await examineFile(`${name}/${entry}`, content, parse)));
    }
  } else if (/\.(xml|rels|svg|atom)$/.test(name)) {
    const fault = await parse(text);
    if (fault) tell(`not well formed: ${fault}`);
    if (/<!ENTITY|<script|\son\w+=/i.test(text.replaceAll(/>[^<]*</g, "><").replaceAll(/"[^"]*"/g, '""'))) tell("something that runs");
    if (/worksheets\//.test(name) && /<f[ >]/.test(text)) tell("a formula");
    if (/TargetMode="External"/.test(text) && /evil|javascript/.test(text)) tell("leads elsewhere");
  } else if (name.endsWith(".csv")) {
    for (const cell of cells(text)) if (isFormula(cell)) tell(`a formula: ${cell.slice(0, 60)}`);
  } else if (name.endsWith(".ics")) {
    const lines = text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
    for (const line of lines) {
      if (!/^[A-Z-]+([;:])/.test(line) || /[\n\r]/.test(line)) tell(`not a line of a calendar: ${line.slice(0, 60)}`);
      if (/^(BEGIN|END):(?!VCALENDAR|VEVENT|VTIMEZONE|STANDARD|DAYLIGHT)/.test(line)) tell(`a part that came out of a text: ${line}`);
    }
  } else if (/\.json(ld)?$/.test(name)) {
    try {
      JSON.parse(text);
    } catch (fault) {
      tell(fault.message);
    }
  }
  return found;
}

/** Everything that can be read in a file, also in those packed into it. */
export function textOf(bytes) {
  if (!bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return bytes.toString("utf8");
  return [...unzip(bytes).values()].map(textOf).join("\n");
}

/** Says what is wrong with a text that should be XML, by the browser's own parser. */
export const parser = (page) => (text) =>
  page.evaluate((source) => {
    const fault = new DOMParser().parseFromString(source, "application/xml").querySelector("parsererror");
    return fault?.textContent.slice(0, 200) ?? "";
  }, text);

/** Sends a form that answers with a file, and reads that. Gives its name and content. */
export async function sentFile(page, address, action) {
  await page.goto(address);
  const answer = await page.evaluate(async (to) => {
    const form = [...document.forms].find((one) => one.getAttribute("method") === "post" && one.getAttribute("action").split("?")[0] === to);
    const button = [...form.elements].find(({ localName }) => localName === "button");
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(form.getAttribute("action"), { method: "POST", body });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, name: response.headers.get("content-disposition") ?? "", bytes: btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), "")) };
  }, action);
  assert.equal(answer.status, 200, `${action} gives a file`);
  const [, name] = answer.name.match(/^attachment; filename="?([^";]+)/) ?? assert.fail(`${action}: ${answer.name}`);
  return { name, bytes: Buffer.from(answer.bytes, "base64") };
}
