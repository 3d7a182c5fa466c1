// Statements at the desk: a letter is entered and published, a late one is decided about, organisations get more time, a
// table is read in. Then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { press, tick } from "./survey.mjs";

// One consultation is over, so that letters can be late; in the other one there is time left.
const PAST = "/desk/consultations/ziele-2035/statements";
const OPEN = "/desk/consultations/spielplaetze";

const SCAN = { name: "Brief vom Grüngürtel.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 a letter") };

/** Enters a letter of a person that came on a day; gives its address. */
async function enter(page, name, day, more = async () => {}) {
  await go(page, `${PAST}/new`);
  await tick(page.getByRole("radio", { name: "Brief" }));
  await page.getByLabel("Eingegangen am").fill(day);
  await page.getByLabel("Name", { exact: true }).first().fill(name);
  await page.getByLabel(/^Zum Ganzen/).fill("Wir begrüßen das Konzept.\n\nEs fehlen Zahlen zum Grüngürtel.");
  await more();
  await press(page, "Eingang festhalten");
  await page.getByRole("status").filter({ hasText: "festgehalten" }).waitFor();
  return new URL(page.url()).pathname;
}

describe("statements at the desk", () => {
  test("a letter with a scan: a fault loses nothing, the file leaves as a download, everyone may read it, without script", () =>
    visit({ script: false }, async (page) => {
      await signIn(page, "editor", PAST);
      await headed(page, "Stellungnahmen");
      await click(page.getByRole("link", { name: "Eingang erfassen" }));
      await tick(page.getByRole("radio", { name: "Brief" }));
      await page.getByLabel("Name", { exact: true }).first().fill("Robin Musterfrau");
      await page.getByLabel(/^Zum Ganzen/).fill("Wir begrüßen das Konzept.");
      await page.getByLabel(/^Scan oder andere Dateien/).setInputFiles(SCAN);
      await tick(page.getByRole("checkbox", { name: /^Die Stellungnahme darf/ }));
      await press(page, "Eingang festhalten");
      await page.getByRole("alert").filter({ hasText: "Tag" }).waitFor();
      assert.equal(await page.getByLabel("Name", { exact: true }).first().inputValue(), "Robin Musterfrau");
      await page.getByRole("checkbox", { name: /Grüngürtel\.pdf/ }).waitFor();
      await page.getByLabel("Eingegangen am").fill("2026-07-30");
      await press(page, "Eingang festhalten");
      await headed(page, "Robin Musterfrau");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        click(page.getByRole("link", { name: SCAN.name })),
      ]);
      assert.equal(download.suggestedFilename(), SCAN.name);
      await click(page.getByRole("link", { name: "Über die Veröffentlichung entscheiden" }));
      await headed(page, /lesen können/);
      await page.getByText("Lesen Sie den Text auf Namen durch").waitFor();
      await tick(page.getByRole("radio", { name: /^Veröffentlichen/ }));
      await press(page, "Entscheidung festhalten");
      await page.getByRole("alert").filter({ hasText: "Grund" }).waitFor();
      await page.getByLabel("Grund").fill("Einverstanden, keine Namen.");
      await press(page, "Entscheidung festhalten");
      await page.getByText("Veröffentlicht", { exact: true }).first().waitFor();
    }));

  test("a late letter waits for a decision and shows it in the register", () =>
    visit({}, async (page) => {
      await signIn(page, "editor", PAST);
      const own = await enter(page, "Toni Spätmann", "2026-08-06");
      await page.getByText("6 Tage zu spät").first().waitFor();
      await go(page, `${PAST}?late=yes&q=Sp%C3%A4tmann`);
      await page.getByRole("row", { name: /Toni Spätmann.*6 Tage zu spät.*Entscheidung offen/s }).waitFor();
      await go(page, `${own}/admission`);
      await tick(page.getByRole("radio", { name: /^Zulassen/ }));
      await page.getByLabel("Grund").fill("Der Brief lag im falschen Rathaus.");
      await press(page, "Entscheidung festhalten");
      await page.getByText("Verspätet, zugelassen").waitFor();
      await page.getByText("Der Brief lag im falschen Rathaus.").waitFor();
    }));

  test("organisations get more time without a request; a day off is asked about", () =>
    visit({}, async (page) => {
      await signIn(page, "editor", `${OPEN}/deadlines`);
      await headed(page, "Längere Fristen");
      const others = page.getByText(/ohne offenen Antrag$/);
      const box = page.getByRole("checkbox").last();
      if (!(await box.isVisible())) await click(others);
      await tick(box);
      // A Sunday some weeks from now, so that it is a longer deadline and a day off, whenever this is played.
      const sunday = new Date(Date.now() + 60 * 86_400_000);
      sunday.setUTCDate(sunday.getUTCDate() + ((7 - sunday.getUTCDay()) % 7));
      await page.getByLabel("Neuer letzter Tag").fill(sunday.toISOString().slice(0, 10));
      await page.getByLabel("Grund").fill("Jahreswechsel.");
      await press(page, "Längere Frist geben");
      await page.getByText(/ist kein Werktag/).waitFor();
      await click(page.locator("button[name=decided][value=move]"));
      await page.getByRole("status").filter({ hasText: "Die längere Frist gilt" }).waitFor();
      await page.getByText("Mehr Zeit bekommen: bis").first().waitFor();
      await go(page, `${OPEN}/statements?longer=yes`);
      await page.getByRole("row", { name: /verlängert am/ }).first().waitFor();
    }));

  test("a table is looked at and taken in once", () =>
    visit({ script: false }, async (page) => {
      await signIn(page, "evaluator", `${PAST}/import`);
      const table = (rows) => ({
        name: "stellungnahmen.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`ID;Name;Einreichungsdatum;Stellungnahmetext\n${rows}`),
      });
      await page.getByLabel("Datei").setInputFiles(table("T1;Kim;gestern;Gut\n"));
      await press(page, "Datei prüfen");
      await page.getByText("In einer Zeile stimmt etwas nicht.").first().waitFor();
      await page.getByLabel("Datei").setInputFiles(table("T1;Kim Tabelle;20.07.2026;Gut\n"));
      await press(page, "Datei prüfen");
      const take = page.getByRole("button", { name: "Eine Stellungnahme übernehmen" });
      // The server may have been visited before.
      if (await take.isVisible()) await click(take);
      await go(page, `${PAST}?q=Kim+Tabelle`);
      await page.getByRole("link", { name: "Kim Tabelle" }).waitFor();
    }));

  for (const { name, device, scheme } of DAY_AND_NIGHT) {
    test(`every page, ${name}`, () =>
      visit({ device, scheme }, async (page) => {
        await signIn(page, "editor", PAST);
        const own = await enter(page, `Dr. Alexandra Maria Mustermann-Beispielhausen ${name}`, "2026-08-03", async () => {
          await page.getByLabel(/^Scan oder andere Dateien/).setInputFiles(SCAN);
          await tick(page.getByRole("checkbox", { name: /^Die Stellungnahme darf/ }));
          await click(page.getByText("Text zu einzelnen Zielen"));
          await page.getByLabel("Wozu").first().selectOption({ index: 2 });
          await page.getByLabel(/^Text dazu/).first().fill("Das Ziel ist gut.");
        });
        const pages = {
          register: PAST,
          "register-open": `${OPEN}/statements`,
          late: own,
          admission: `${own}/admission`,
          publication: `${own}/publication`,
          deadlines: `${OPEN}/deadlines`,
          entry: `${PAST}/new`,
          import: `${PAST}/import`,
        };
        for (const [what, path] of Object.entries(pages)) {
          const answer = await go(page, path);
          await shot(page, `statements-${what}-${name}`);
          await noHorizontalScroll(page);
          await axe(page);
          await validHtml(answer);
        }
        await go(page, `${PAST}/new`);
        await press(page, "Eingang festhalten");
        await page.getByRole("alert").waitFor();
        await shot(page, `statements-entry-faults-${name}`);
        await noHorizontalScroll(page);
        await axe(page);
        await go(page, `${OPEN}/deadlines`);
        await press(page, "Längere Frist geben");
        await page.getByRole("alert").waitFor();
        await shot(page, `statements-deadlines-faults-${name}`);
        await axe(page);
      }));
  }
});
