// The town's own pages: an editor fills in a page, looks at it and publishes it; somebody reports a barrier and it is
// dealt with. The stories leave the demo town as they found it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";

const EDIT = "/desk/pages/sign-language/en";
const press = (page, name) => click(page.getByRole("button", { name, exact: true }));
const sees = (page, text) => page.getByText(text).first().waitFor();

const sound = (page, name) =>
  all(
    () => axe(page),
    () => noHorizontalScroll(page),
    () => shot(page, name),
  );

describe("the town's own pages", () => {
  test("are written at the desk and stand at the foot of every page, without script", () =>
    visit({ script: false }, async (page) => {
      await signIn(page, "editor", "/desk/pages");
      await headed(page, "Seiten der Stadt");
      await click(page.getByRole("link", { name: /^Englisch\s?: Gebärdensprache/ }));
      await headed(page, "Gebärdensprache, Englisch");
      const text = page.getByLabel("Text", { exact: true });
      const before = await text.inputValue();

      // A gap stops publishing, says which, and keeps what was typed.
      await text.fill("## Video\n[… Link zum Video]");
      await press(page, "Veröffentlichen");
      await sees(page, "Eine Lücke ist noch offen.");
      await sees(page, "Link zum Video");
      assert.match(await text.inputValue(), /Link zum Video/);

      await text.fill("## Video\n[Our video](https://lindenau.example/video)\n\n<b>not bold</b>");
      await press(page, "Vorschau");
      await page.getByRole("heading", { level: 2, name: "Video" }).waitFor();
      await sees(page, "<b>not bold</b>");
      await press(page, "Veröffentlichen");
      await sees(page, "Die Seite ist veröffentlicht.");
      await go(page, "/sign-language?lang=en");
      await page.getByRole("link", { name: "Our video" }).waitFor();
      await page.getByRole("contentinfo").getByRole("link", { name: "Sign language" }).waitFor();

      // Back to what it was.
      await go(page, `${EDIT}/versions?lang=de`);
      await headed(page, "Frühere Fassungen");
      await click(page.getByRole("button", { name: "Als Entwurf zurückholen" }).first());
      await headed(page, "Gebärdensprache, Englisch");
      assert.equal(await text.inputValue(), before);
      await press(page, "Veröffentlichen");
      await sees(page, "Die Seite ist veröffentlicht.");
    }));

  test("take reports of barriers, which the desk reads and settles", () =>
    visit({}, async (page) => {
      await go(page, "/accessibility");
      await headed(page, "Erklärung zur Barrierefreiheit");
      await page.getByLabel(/Ihre E-Mail-Adresse/).fill("anna@");
      await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
      await press(page, "Absenden");
      await sees(page, "Schreiben Sie bitte, was nicht geht.");
      await sound(page, "accessibility with faults");
      const text = `Die Karte wird nicht vorgelesen (${Date.now()})`;
      await page.getByLabel("Was geht nicht?").fill(text);
      await page.getByLabel(/Ihre E-Mail-Adresse/).fill("anna@example.de");
      await press(page, "Absenden");
      await sees(page, "Danke. Ihre Meldung ist angekommen.");

      await signIn(page, "editor", "/desk/feedback");
      const report = page.locator("article").filter({ hasText: text });
      await click(report.getByRole("button", { name: "Als erledigt vermerken" }));
      await sees(page, "Die Meldung ist erledigt.");
      await sees(report, "erledigt");
    }));

  for (const { name, ...variant } of DAY_AND_NIGHT) {
    test(`are valid, accessible and not too wide: ${name}`, () =>
      visit(variant, async (page) => {
        for (const path of ["/imprint", "/privacy", "/accessibility", "/plain-language", "/sign-language?lang=en"]) {
          await validHtml(await go(page, path));
          await sound(page, `${path} ${name}`);
        }
        await signIn(page, "admin", "/desk/pages?lang=de");
        for (const path of ["/desk/pages", EDIT, `${EDIT}/versions`, `${EDIT}/withdraw`, "/desk/feedback"]) {
          await validHtml(await go(page, path));
          await sound(page, `${path} ${name}`);
        }
        await go(page, EDIT);
        await Promise.all([page.waitForEvent("load"), press(page, "Vorschau")]);
        await sound(page, `preview ${name}`);
      }));
  }
});
