// A Word file becomes an edition: uploaded, corrected line by line, confirmed, published, compared with the next one,
// withdrawn. Everything without script but axe.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";

const file = (name) => join(import.meta.dirname, "files", name);
const sees = (page, text) => page.getByText(text).first().waitFor();
const press = (page, name) => click(page.getByRole("button", { name, exact: true }));

/** Looks at the page as it stands, and holds it to what holds for every page. */
async function look(page, name) {
  await axe(page);
  await noHorizontalScroll(page);
  await shot(page, name);
}

async function upload(page, name) {
  await page.getByLabel("Dokument einlesen").setInputFiles(file(name));
  await press(page, "Hochladen und prüfen");
  await sees(page, "Dokument prüfen");
}

async function publish(page) {
  await click(page.getByRole("link", { name: "Veröffentlichen", exact: true }));
  await press(page, "Veröffentlichen");
  await sees(page, "Die Fassung ist veröffentlicht.");
}

for (const variant of DAY_AND_NIGHT) {
  describe(`a document becomes an edition, ${variant.name}`, () => {
    test("uploaded, corrected, confirmed, compared, withdrawn", async () => {
      // Each look is a story of its own, so each needs a strategy of its own.
      const slug = `klima-${variant.name.replace(" ", "-")}`;
      const folder = `/desk/strategies/${slug}`;
      await visit(variant, async (page) => {
        await signIn(page, "editor", "/desk/strategies");
        await click(page.getByRole("link", { name: "Neues Konzept" }));
        await page.getByLabel("Titel").fill("Klima in Lindenau");
        await page.getByLabel("Kurzname für Adressen").fill(slug);
        await press(page, "Anlegen");
        await sees(page, "Das Konzept ist angelegt.");
        await look(page, `import folder ${variant.name}`);

        await upload(page, "klima-1.docx");
        await look(page, `import preview ${variant.name}`);
        await press(page, "Gleich als Fassung anlegen");
        await sees(page, "Die Fassung ist angelegt.");
        await publish(page);

        await page.goto(folder);
        await upload(page, "klima-2.docx");
        // A goal before the first field is told at its line, and everything chosen stays.
        const first = page.getByLabel("Zeile 1: Was ist das?");
        await first.selectOption("goal");
        await press(page, "Gleich als Fassung anlegen");
        await page.getByRole("alert").getByText("Zeile 1: Davor steht kein Handlungsfeld.").waitFor();
        assert.equal(await first.inputValue(), "goal");
        await look(page, `import faulty ${variant.name}`);
        await first.selectOption("omit");
        // The second goal is new, although it has the number of another.
        await page.getByLabel("In der letzten Fassung zu Zeile 10").selectOption("-");
        await press(page, "Neu berechnen");
        await sees(page, "2 Teile der letzten Fassung entfallen");
        await press(page, "Gleich als Fassung anlegen");
        await publish(page);

        await click(page.getByRole("link", { name: "Mit einer anderen Fassung vergleichen" }));
        await sees(page, "Von „Entwurf 1“ zu „Überarbeiteter Entwurf“.");
        assert.match(await page.locator("ins").allInnerTexts().then((all) => all.join(" ")), /Wind/);
        await look(page, `compare ${variant.name}`);

        await page.goto(`${folder}/editions/2/council`);
        await click(page.locator("label", { hasText: "Zur Entscheidung" }));
        await press(page, "Speichern");
        await page.goto(`/strategies/${slug}/editions/2`);
        await sees(page, "Der Rat entscheidet über diese Fassung.");
        await look(page, `edition for decision ${variant.name}`);

        await page.goto(`${folder}/editions/1/withdraw`);
        await page.getByLabel("Grund").fill("Ein Kapitel fehlte.");
        await look(page, `withdraw ${variant.name}`);
        await press(page, "Zurückziehen");
        await sees(page, "Die Fassung ist zurückgezogen.");
        await look(page, `edition withdrawn ${variant.name}`);
        const gone = await page.request.get(`/strategies/${slug}/editions/1`);
        assert.equal(gone.status(), 404);
      });
    });
  });
}
