// The thread from what people wrote to the words that changed, walked in both directions; coding by single keys; no change without
// a cause; then every page of it with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  DAY_AND_NIGHT,
  all,
  axe,
  click,
  go,
  headed,
  letterTo,
  noHorizontalScroll,
  shot,
  signIn,
  validHtml,
  visit,
} from "./support.mjs";
import { follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const OUTCOME = "/consultations/ziele-2035/outcome";
const DESK = "/desk/consultations/spielplaetze";
const THEME = "Zwei Themen trennen: Straße und Zuhause";
const sees = (page, text) => page.getByText(text).first().waitFor();

/** The revision desk of goal 1.4 in the draft in work. */
async function revision(page) {
  await signIn(page, "editor", "/desk/strategies/stadtentwicklung/drafts");
  const draft = await page.locator("main a[href*='/drafts/']").first().getAttribute("href");
  const place = `${new URL(draft, page.url()).pathname.replace(/\/$/, "")}/revision/sz-1-4`;
  await go(page, place);
  return place;
}

/** The link in the mail by which a member comes in; other mails may have gone to her before. */
async function signInLink(address) {
  for (let tries = 0; tries < 60; tries += 1) {
    const [link] = (await letterTo(address)).match(/\/organisation\/sign-in\/\S+/) ?? [];
    if (link) return link;
    await new Promise((done) => setTimeout(done, 500));
  }
  return assert.fail(`no link has left to ${address}`);
}

describe("what became of it", () => {
  test("everyone walks from the consultation to the changed goal and back", async () => {
    await visit(PLAIN, async (page) => {
      await go(page, "/consultations/ziele-2035");
      await follow(page, "Was daraus wurde");
      await headed(page, "Was aus Ihren Beiträgen wurde");
      await follow(page, "Zusammenleben");
      await sees(page, "Öffentliche Räume sicherer machen");
      await sees(page, "Vor Gewalt zu Hause schützen");
      const goal = page.locator("#sz-2-4");
      await goal.getByRole("heading", { name: THEME }).waitFor();
      await click(goal.getByRole("link", { name: THEME }));
      await headed(page, THEME);
      await sees(page, "zwei ganz verschiedene Sachen");
      await follow(page, "Vor Gewalt zu Hause schützen");
      await headed(page, /Zusammenleben/);
      await sees(page, "Niemand in Lindenau muss zu Hause Angst haben");
    });
  });

  test("an editor keeps no change without a cause", async () => {
    await visit(PLAIN, async (page) => {
      await revision(page);
      await headed(page, /Leerstand beenden/);
      await tick(page.getByRole("radio", { name: /Rückmeldungen/ }));
      await press(page, "Änderung speichern");
      await page.getByRole("alert").getByRole("link", { name: /Kreuzen Sie die Themen an/ }).waitFor();
      await tick(page.getByRole("radio", { name: /Redaktion/ }));
      await press(page, "Vergleich neu laden");
      await sees(page, "Vergleich mit: Überarbeiteter Entwurf");
      await press(page, "Änderung speichern");
      await sees(page, "Die Änderung ist gespeichert");
    });
  });

  test("an evaluator codes by single keys and takes the last one back", async () => {
    await visit({}, async (page) => {
      await signIn(page, "evaluator", `${DESK}/contributions?coded=no`);
      await follow(page, "Offene der Reihe nach zuordnen");
      const first = new URL(page.url()).pathname;
      await page.locator(".coding__words").waitFor();
      await page.keyboard.press("1");
      await page.keyboard.press("2");
      assert.equal(await page.locator(".pick input:checked").count(), 2);
      await page.keyboard.press("2");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname !== first);
      await press(page, "Rückgängig");
      await page.waitForURL((url) => url.pathname === first);
      await sees(page, "Zurückgenommen");
      assert.equal(await page.locator(".pick input:checked").count(), 0);
    });
  });

  test("an organisation reads what became of its statement, with the words that changed", async () => {
    await visit({ device: "phone" }, async (page) => {
      const email = "ines.speichert@radclub-lindenau.example";
      await go(page, "/organisation/sign-in");
      await write(page, "E-Mail-Adresse", email);
      await press(page, "Link anfordern");
      await headed(page, "Sehen Sie in Ihr Postfach");
      await go(page, await signInLink(email));
      await press(page, "Jetzt anmelden");
      await page.getByText("Angemeldet als").waitFor();
      await go(page, "/organisation/consultations/ziele-2035/statement/receipt");
      await follow(page, "Was aus Ihren Beiträgen wird");
      await page.locator(".thread blockquote").first().waitFor();
      assert.ok((await page.locator(".thread .kern-badge").count()) > 0);
      await shot(page, "outcome of an organisation");
      await all(() => axe(page), () => noHorizontalScroll(page));
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`its public pages, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        const look = async (name, path) => {
          const answer = await go(page, path);
          await shot(page, `${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        };
        await look("outcome", OUTCOME);
        await look("outcome of a field", `${OUTCOME}/hf-zusammenleben`);
        await look("outcome of another field", `${OUTCOME}/hf-mobilitaet`);
        const theme = await page.locator("a[href*='/outcome/themes/']").first().getAttribute("href");
        await look("outcome of a theme", theme);
      });
    });
  }

  for (const variant of DAY_AND_NIGHT) {
    test(`its desk, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        const look = async (name, path) => {
          const answer = await go(page, path);
          await shot(page, `desk ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        };
        await signIn(page, "evaluator", `${DESK}/evaluation`);
        await look("evaluation", `${DESK}/evaluation`);
        await look("contributions", `${DESK}/contributions?coded=no`);
        const one = await page.locator(".queue a[href*='/contributions/']").first().getAttribute("href");
        await look("coding", one);
        await look("themes", `${DESK}/themes`);
        await look("assessments", "/desk/consultations/ziele-2035/assessments");
        await look("assessment", await page.locator("main .rows a[href*='/themes/']").first().getAttribute("href"));
        await look("text blocks", "/desk/text-blocks");
      });
      await visit(variant, async (page) => {
        const place = await revision(page);
        const answer = await go(page, place);
        await shot(page, `desk revision ${variant.name}`);
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      });
    });
  }
});
