// Papers of the revision: from the page of the outcome to the assessment table and the synopsis, on A4 across, and as files; the
// same at the desk, where contributions are taken along with their themes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow } from "./survey.mjs";

const PLAIN = { script: false };
const OUTCOME = "/consultations/ziele-2035/outcome";
const DESK = "/desk/consultations/ziele-2035";
const SYNOPSIS = "/strategies/stadtentwicklung/synopsis?from=1&to=2";

/** Takes a file along by a link or button; gives its name and its first two bytes. */
async function taken(page, way) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), way.click({ noWaitAfter: true })]);
  const bytes = await readFile(await file.path());
  return `${file.suggestedFilename()} ${bytes.toString("latin1", 0, 2)}`;
}

/** The sheets of paper a page takes, and whether they lie across. */
async function paper(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [wide, high] = pdf.match(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/).slice(1).map(Number);
  return { sheets: pdf.match(/\/Type\s*\/Page\b/g).length, across: wide > high };
}

describe("papers of the revision", () => {
  test("everyone goes from the outcome to the table and the synopsis, and takes them along", () =>
    visit(PLAIN, async (page) => {
      await go(page, `${OUTCOME}/hf-zusammenleben`);
      await follow(page, "Abwägungstabelle");
      await headed(page, "Abwägungstabelle: 2 Zusammenleben");
      await page.getByText("Zwei Themen trennen: Straße und Zuhause").waitFor();
      assert.equal(await taken(page, page.getByRole("link", { name: "Word (DOCX)" })), "ziele-2035-hf-zusammenleben-abwaegung.docx PK");
      await follow(page, "Alles");
      await headed(page, "Abwägungstabelle");
      const number = async (selector) => Number((await page.locator(selector).last().innerText()).replace(/\D/g, ""));
      const sum = await number("table td");
      assert.equal(await taken(page, page.getByRole("link", { name: "Excel (XLSX)" })), "ziele-2035-abwaegung.xlsx PK");
      await go(page, OUTCOME);
      assert.equal(await page.locator(".facts dd").first().innerText(), String(sum), "the same sum on both pages");
      await follow(page, "Synopse: alt, neu, warum");
      await headed(page, "Synopse");
      await page.locator("ins").first().waitFor();
      await page.getByText("Aus der Beteiligung:").first().waitFor();
      assert.equal(await taken(page, page.getByRole("link", { name: "Excel (XLSX)" })), "stadtentwicklung-synopse.xlsx PK");
    }));

  test("on paper they lie across, and no row is lost", () =>
    visit({}, async (page) => {
      for (const [path, fewest, most] of [[`${OUTCOME}/table`, 3, 8], [SYNOPSIS, 2, 4]]) {
        await go(page, path);
        const { sheets, across } = await paper(page);
        assert.ok(across, `${path} lies across`);
        assert.ok(sheets >= fewest && sheets <= most, `${sheets} sheets of ${path}`);
        await page.emulateMedia({ media: "print" });
        for (const navigation of await page.getByRole("navigation").all()) assert.ok(!(await navigation.isVisible()));
        await page.emulateMedia({ media: null });
      }
    }));

  test("an evaluator takes the contributions of a list along", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "evaluator", `${DESK}/contributions?kind=comment`);
      assert.equal(await taken(page, page.getByRole("button", { name: "Als Excel-Mappe" })), "ziele-2035-beitraege.xlsx PK");
      assert.match(await taken(page, page.getByRole("button", { name: "Als CSV" })), /^ziele-2035-beitraege\.csv/);
      await go(page, `${DESK}/assessments`);
      await follow(page, "Abwägungstabelle");
      await page.getByText("Arbeitsstand der Verwaltung").waitFor();
    }));

  for (const variant of DAY_AND_NIGHT) {
    test(`their pages, ${variant.name}`, () =>
      visit(variant, async (page) => {
        for (const [name, path] of [["assessment table", `${OUTCOME}/table?field=hf-zusammenleben`], ["synopsis", SYNOPSIS]]) {
          const answer = await go(page, path);
          await shot(page, `${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        }
      }));
  }

  for (const variant of DAY_AND_NIGHT) {
    test(`at the desk, ${variant.name}`, () =>
      visit(variant, async (page) => {
        const look = async (name, path) => {
          const answer = await go(page, path);
          await shot(page, `desk ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        };
        await signIn(page, "editor", "/desk/strategies/stadtentwicklung/drafts");
        const draft = await page.locator("main a[href*='/drafts/']").first().getAttribute("href");
        await look("synopsis", `${new URL(draft, page.url()).pathname.replace(/\/$/, "")}/synopsis`);
        await look("assessment table", `${DESK}/assessments/table?field=hf-zusammenleben`);
        await look("contributions", `${DESK}/contributions?kind=comment`);
      }));
  }
});
