// Somebody goes from the results to the files: finds what each is, takes it along, and it holds what the page says. An
// evaluator takes the answers row by row; the journal says so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";

import {
  BASE,
  DAY_AND_NIGHT,
  all,
  axe,
  click,
  go,
  headed,
  noHorizontalScroll,
  shot,
  signIn,
  validHtml,
  visit,
} from "./support.mjs";
import { press } from "./survey.mjs";

const PLAIN = { script: false };
const CONSULTATION = "/consultations/ziele-2035";
const RESULTS = `${CONSULTATION}/results`;
const DATA = `${CONSULTATION}/data`;

/** The files of a bundle (ZIP) by their names, as its directory at the end lists them. */
function unpacked(bytes) {
  const files = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from("PK\x05\x06")) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, comment] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((n) => bytes.readUInt16LE(at + n))];
    const own = bytes.readUInt32LE(at + 42);
    const from = own + 30 + bytes.readUInt16LE(own + 26) + bytes.readUInt16LE(own + 28);
    const packed = bytes.subarray(from, from + size);
    const data = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), data);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Takes a file along by a link; gives its name and what is in it. All pictures together take their time in a debug build. */
async function taken(page, link) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), link.click({ noWaitAfter: true })]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe("data and downloads", () => {
  test("from the results to the files, without script", () =>
    visit(PLAIN, async (page) => {
      await go(page, `${RESULTS}/zusammenleben`);
      const lead = await page.locator(".lead").innerText();
      const book = await taken(page, page.getByRole("link", { name: "Zahlen für Excel" }));
      assert.equal(book.name, "ziele-2035-zusammenleben.xlsx");
      const sheets = unpacked(book.bytes);
      assert.match(sheets.get("xl/worksheets/sheet1.xml").toString(), /Gewalt verringern/);
      assert.match(sheets.get("xl/worksheets/sheet2.xml").toString(), /100 % sind alle Bewertungen dieses Ziels/);

      await click(page.getByRole("link", { name: /^Alle Dateien/ }));
      await headed(page, "Daten und Downloads");
      const csv = await taken(page, page.getByRole("link", { name: "Zahlen als CSV", exact: true }));
      assert.equal(csv.name, "ziele-2035.csv");
      assert.match(csv.bytes.toString(), /sz-2-4;goal;2\.4;Gewalt verringern;;right;12;41;29;share;/);

      const pack = await taken(page, page.getByRole("link", { name: /^Datenpaket/ }).first());
      const files = unpacked(pack.bytes);
      const described = JSON.parse(files.get("datapackage.json").toString());
      assert.deepEqual([...files.keys()].filter((name) => name.endsWith(".csv")).sort(), described.resources.map((one) => one.path).sort());
      for (const one of described.resources) assert.equal(files.get(one.path).length, one.bytes);
      assert.match(files.get("ziele-2035.R").toString(), /read\.csv/);
      assert.match(files.get("ziele-2035.sps").toString(), /VALUE LABELS/);

      const charts = unpacked((await taken(page, page.getByRole("link", { name: "Alle Diagramme" }))).bytes);
      assert.match(charts.get("ziele-2035-zusammenleben.svg").toString(), /63 %|Bei 3 von 4 Zielen/);
      assert.equal(charts.get("ziele-2035-zusammenleben.png").toString("latin1", 1, 4), "PNG");

      const word = await taken(page, page.getByRole("link", { name: "Word – 2 Zusammenleben" }));
      assert.equal(word.name, "ziele-2035-zusammenleben.docx");
      const body = unpacked(word.bytes).get("word/document.xml").toString();
      assert.ok(body.includes(lead.split(".")[0].trim()), lead);

      await click(page.getByRole("link", { name: "Bericht – 2 Zusammenleben" }));
      await headed(page, "Auswertung: 2 Zusammenleben");
      await page.getByText(lead).waitFor();
      const chart = page.getByRole("img", { name: /2\.4 Gewalt verringern: streichen/ });
      assert.ok(await chart.evaluate((img) => img.naturalWidth) >= 2000);
    }));

  test("programs get the same numbers, with a version and from any website", async () => {
    const answer = await fetch(`${BASE}/api/v1${RESULTS}/zusammenleben`);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    const goal = (await answer.json()).questions.find((one) => one.key === "sz-2-4");
    assert.deepEqual(goal.rows[0].options.map((one) => one.count), [1, 2, 12, 10, 4]);
    const again = await fetch(`${BASE}/api/v1${RESULTS}/zusammenleben`, { headers: { "if-none-match": answer.headers.get("etag") } });
    assert.equal(again.status, 304);
    const none = await fetch(`${BASE}/api/v1/consultations/nirgends`);
    assert.equal(none.headers.get("content-type"), "application/problem+json");
    const catalogue = await (await fetch(`${BASE}/catalog.ttl`)).text();
    assert.match(catalogue, /dcatde:contributorID/);
  });

  test("an evaluator takes single answers along, and the journal says so", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "evaluator", CONSULTATION.replace("/", "/desk/"));
      await click(page.getByRole("link", { name: "Einzelne Antworten" }));
      await headed(page, "Einzelne Antworten");
      const form = page.getByRole("form", { name: "Zusammenleben" });
      const pack = await taken(page, form.getByRole("button", { name: "CSV, R und SPSS" }));
      assert.equal(pack.name, "ziele-2035-zusammenleben-antworten.zip");
      const rows = unpacked(pack.bytes).get("ziele-2035-zusammenleben-antworten.csv").toString().trimEnd().split("\r\n");
      assert.equal(rows.length, 1 + 29);
      assert.match(rows[0], /^row,day,channel,access_code,sz_2_1,sz_2_1_comment/);
    });
    await visit({}, async (page) => {
      await signIn(page, "admin", "/desk/journal?act=data.export");
      const line = page.locator(".journal tbody tr").first();
      await line.getByText("Einzelne Antworten heruntergeladen").waitFor();
      await line.getByRole("cell", { name: /Zeilen: 29/ }).waitFor();
    });
    await visit({}, async (page) => {
      await signIn(page, "editor");
      await go(page, `/desk${CONSULTATION}/raw`, 404);
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    for (const [name, path] of [["downloads", DATA], ["report of a field", `${RESULTS}/zusammenleben/report`], ["interface", "/api"]]) {
      test(`${name}, ${variant.name}`, () =>
        visit(variant, async (page) => {
          const answer = await go(page, path);
          await shot(page, `${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        }));
    }
  }

  test("an evaluator counts one question by another, without script", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "evaluator", CONSULTATION.replace("/", "/desk/"));
      await click(page.getByRole("link", { name: "Kreuztabelle" }));
      await headed(page, "Kreuztabelle");
      await page.getByLabel("Zeilen").selectOption({ label: "In welchem Stadtteil wohnen Sie?" });
      await page.getByLabel("Spalten").selectOption({ label: "Wie alt sind Sie?" });
      await click(page.getByRole("button", { name: "Auszählen" }));
      const people = page.getByRole("heading", { name: /Menschen haben beide Fragen beantwortet/ });
      const all = parseInt(await people.innerText(), 10);
      const file = await taken(page, page.getByRole("link", { name: "Tabelle herunterladen" }));
      const last = file.bytes.toString().trimEnd().split("\r\n").at(-1).split(/[;,]/);
      assert.equal(Number(last.at(-1)), all, "the file has the same number of people");
      await page.getByLabel("Nur Menschen mit dieser Antwort").selectOption({ label: "Südhang" });
      await click(page.getByRole("button", { name: "Auszählen" }));
      const some = parseInt(await people.innerText(), 10);
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
    }));

  for (const variant of DAY_AND_NIGHT) {
    test(`cross table, ${variant.name}`, () =>
      visit(variant, async (page) => {
        await signIn(page, "evaluator", `/desk${CONSULTATION}/cross`);
        await page.getByLabel("Zeilen").selectOption({ label: "In welchem Stadtteil wohnen Sie?" });
        await page.getByLabel("Spalten").selectOption({ label: "Wie alt sind Sie?" });
        await click(page.getByRole("button", { name: "Auszählen" }));
        await shot(page, `cross table ${variant.name}`);
        const answer = await go(page, page.url());
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      }));
  }

  for (const variant of DAY_AND_NIGHT) {
    test(`single answers, ${variant.name}`, () =>
      visit(variant, async (page) => {
        await signIn(page, "evaluator");
        const answer = await go(page, `/desk${CONSULTATION}/raw`);
        await shot(page, `single answers ${variant.name}`);
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      }));
  }
});
