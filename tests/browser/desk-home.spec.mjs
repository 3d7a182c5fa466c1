// The first page of the desk: what waits, what runs, what comes next; the way there; and the mails that did not leave.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BASE, DAY_AND_NIGHT, STORY_PASSWORD, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";

describe("the first page of the desk", () => {
  test("staff find it from the portal, and it leads to what waits", async () => {
    await visit({}, async (page) => {
      await go(page, "/");
      await click(page.getByRole("link", { name: "Für die Verwaltung" }));
      await headed(page, "Anmelden");
      await page.getByLabel("E-Mail-Adresse").fill("freigabe@lindenau.example");
      await page.getByLabel("Passwort", { exact: true }).fill(STORY_PASSWORD);
      await click(page.getByRole("button", { name: "Anmelden", exact: true }));
      await page.waitForURL(`${BASE}/desk`);
      await headed(page, "Guten Tag, Alex Freigabe");
      await click(page.getByRole("link", { name: /wartet auf die Freigabe|warten auf die Freigabe/ }));
      await headed(page, "Freigabe");
      // Every button is as wide as its word.
      const button = page.getByRole("button", { name: /^Freigeben: / }).first();
      const box = await button.boundingBox();
      assert.ok(box.width > 80, `a button of ${box.width} px`);
    });
  });

  test("editors see their work, the running consultation with its people, and the next dates", async () => {
    await visit({}, async (page) => {
      await signIn(page, "editor");
      for (const name of ["Das wartet auf Sie", "In Arbeit", "Läuft gerade", "Die nächsten Termine"]) {
        await page.getByRole("heading", { level: 2, name }).waitFor();
      }
      await page.getByText(/Personen haben bisher teilgenommen/).first().waitFor();
      await click(page.getByRole("region", { name: "Läuft gerade" }).getByRole("link").first());
      await page.waitForURL(/\/desk\/consultations\//);
    });
  });

  test("the council sees what runs, and no count before the results", async () => {
    await visit({}, async (page) => {
      await signIn(page, "councillor");
      await page.getByRole("heading", { level: 2, name: "Läuft gerade" }).waitFor();
      assert.equal(await page.getByText(/bisher teilgenommen/).count(), 0);
      await go(page, "/desk/mails", 404);
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`pages, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        await signIn(page, "editor");
        const answer = await go(page, "/desk");
        await shot(page, `desk home ${variant.name}`);
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      });
      await visit(variant, async (page) => {
        await signIn(page, "admin", "/desk/mails");
        const answer = await go(page, "/desk/mails");
        await headed(page, "Nicht zugestellte E-Mails");
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      });
    });
  }
});
