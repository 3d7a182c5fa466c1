// What the council reads: all fields at one glance, one field on two sheets of A4, the same figures as everywhere.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  DAY_AND_NIGHT, all, axe, go, headed, noHorizontalScroll,
  sheets, shot, signIn, validHtml, visit,
} from "./support.mjs";
import { follow } from "./survey.mjs";

const PLAIN = { script: false };
const PUBLIC = "/consultations/ziele-2035/briefing";
const FIELD = `${PUBLIC}/hf-zusammenleben`;
const facts = (page) => page.locator(".facts dd").allTextContents();

describe("the overview for the council", () => {
  test("a councillor walks from the desk to the contested goal, its new words and the way of the paper", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "councillor", "/desk");
      await follow(page, "Überblicke");
      await follow(page, "Ziele für Lindenau 2035");
      await headed(page, "Überblick für den Rat");
      await page.locator("#hf-zusammenleben").getByText("2.4 Gewalt verringern").waitFor();
      await follow(page, /Zusammenleben/);
      await headed(page, "Zusammenleben");
      const goals = await page.locator(".bars .bars__name a, .bars .bars__name span").allTextContents();
      assert.match(goals[0], /Gewalt verringern/);
      await page.locator("#changed-sz-2-4").getByText("Öffentliche Räume sicherer machen").first().waitFor();
      await page.getByRole("heading", { name: "Beratungsfolge" }).waitFor();
    }));

  test("its figures are those of the results and of the outcome", () =>
    visit(PLAIN, async (page) => {
      await go(page, FIELD);
      const [people, questionnaires, marks, words] = await facts(page);
      const right = await page.locator(".bars__values").allTextContents();
      await go(page, "/consultations/ziele-2035/results/zusammenleben");
      assert.deepEqual((await facts(page)).slice(0, 3), [people, questionnaires, marks]);
      const same = await page.locator(".bars__values").allTextContents();
      assert.deepEqual([...same].sort(), [...right].sort());
      await go(page, "/consultations/ziele-2035/outcome");
      const row = page.locator(".rows li").filter({ hasText: "Zusammenleben" });
      assert.match(await row.textContent(), new RegExp(`Zusammenleben${words} Beiträge`));
    }));

  test("every field fits on two sheets, in both languages", () =>
    visit({ scheme: "dark" }, async (page) => {
      await go(page, PUBLIC);
      const fields = await page.locator(".multiple h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      assert.equal(fields.length, 12);
      for (const path of [...fields, `${FIELD}?lang=en`]) {
        await go(page, path);
        assert.ok((await sheets(page)) <= 2, `sheets of ${path}`);
      }
      await page.emulateMedia({ media: "print" });
      await shot(page, "briefing on paper");
      for (const navigation of await page.locator("nav").all()) assert.ok(!(await navigation.isVisible()));
    }));

  for (const variant of DAY_AND_NIGHT) {
    test(`its pages, ${variant.name}`, () =>
      visit(variant, async (page) => {
        for (const [name, path] of [["all fields", PUBLIC], ["a field", FIELD]]) {
          const answer = await go(page, path);
          await shot(page, `briefing ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        }
      }));
  }
});
