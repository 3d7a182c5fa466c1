// Somebody takes the proof of her receipt along and checks it with the file that comes with the software, without the
// portal: what she wrote fits, other words do not. Then the page about the check list with axe.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { BASE, DAY_AND_NIGHT, all, axe, go, headed, noHorizontalScroll, shot, validHtml, visit } from "./support.mjs";
import { takePart } from "./survey.mjs";

const VERIFIER = pathToFileURL(join(import.meta.dirname, "../../tools/verify.html")).href;
const LIST = "/log";

/** Follows a link that gives a file. */
async function taken(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click({ noWaitAfter: true })]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** What the verifier says about these files. */
async function verdict(page, files, key = "") {
  await page.goto(VERIFIER);
  for (const [field, file] of Object.entries(files)) await page.setInputFiles(`#${field}`, file);
  await page.fill("#key", key);
  await page.getByRole("button", { name: "Prüfen" }).click();
  const line = page.locator("#verdict[data-verdict]");
  await line.waitFor();
  return [await line.getAttribute("data-verdict"), await page.locator("#told").textContent()];
}

describe("check list", () => {
  test("a receipt is proven without the portal", async () => {
    const folder = await mkdtemp(join(tmpdir(), "trialog-proof-"));
    const file = async (name, text) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    let proof;
    let key;
    await visit({ script: false }, async (page) => {
      await takePart(page);
      const kept = await taken(page, "Nachweis zum Prüfen");
      assert.equal(kept.name, "nachweis.json");
      proof = kept.text;
      await page.getByRole("link", { name: "Prüfliste" }).first().click();
      await headed(page, "Prüfliste");
      key = (await page.locator("#log-key ~ p code").last().textContent()).trim();
    });
    const lines = await (await fetch(`${BASE}${LIST}/entries`)).text();
    assert.match(lines, /^trialog-log\/1 accept questionnaire [a-z0-9-]+\/[a-z0-9-]+ [0-9a-f]{64}$/m);
    const receipt = await file("proof.json", proof);
    const changed = JSON.parse(proof);
    changed.contributions[0].content = changed.contributions[0].content.replace("Winter", "Sommer");
    const other = await file("other.json", JSON.stringify(changed));
    const entries = await file("entries.txt", lines);
    await visit({}, async (page) => {
      const [fits, told] = await verdict(page, { receipt, entries }, key);
      assert.deepEqual([fits, /Der Weg am Bach wird im Winter nicht geräumt/.test(told)], ["fits", true]);
      assert.equal((await verdict(page, { receipt: other }))[0], "differs");
      assert.equal((await verdict(page, { receipt: entries }))[0], "unknown");
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`check list, ${variant.name}`, () =>
      visit(variant, async (page) => {
        const answer = await go(page, LIST);
        await headed(page, "Prüfliste");
        await shot(page, `check list ${variant.name}`);
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      }));
    test(`verifier, ${variant.name}`, () =>
      visit(variant, async (page) => {
        await page.goto(VERIFIER);
        await all(() => axe(page), () => noHorizontalScroll(page));
      }));
  }
});
