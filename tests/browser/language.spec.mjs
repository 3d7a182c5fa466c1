// German and English: the switch keeps the page, the choice is the only thing that sets a cookie, and the town's own
// texts say that they are German.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BASE, click, go, headed, visit } from "./support.mjs";
import { QUESTIONS, SURVEY, begin, takePart } from "./survey.mjs";

const lang = (page) => page.locator("html").getAttribute("lang");
const here = (page) => new URL(page.url()).pathname;

/** The page says "now in this language" everywhere a machine looks. */
async function speaks(page, language) {
  assert.equal(await lang(page), language, `${page.url()} speaks ${language}`);
}

/** Changes the language with the link in the header. The page stays the same one. */
async function change(page, name) {
  const before = here(page);
  await click(page.getByRole("banner").getByRole("link", { name, exact: true }));
  assert.equal(here(page), before, "the switch keeps the page");
}

const PAGES = [
  "/",
  "/consultations/spielplaetze",
  "/consultations/radverkehr/survey",
  "/strategies/stadtentwicklung/editions/1",
  "/strategies/stadtentwicklung/editions/1/hf-zusammenleben",
  "/results",
  "/consultations/ziele-2035/results",
  "/consultations/ziele-2035/results/zusammenleben",
  "/consultations/ziele-2035/results/zusammenleben/comments",
  SURVEY,
  "/receipt",
];

describe("the language of a page", () => {
  test("follows the browser's wish and needs no cookie for it", async () => {
    for (const [wish, answer] of [["de-AT", "de"], ["en-GB", "en"], ["fr-FR", "de"]]) {
      await visit({ language: wish }, async (page) => {
        for (const path of ["/", SURVEY, "/consultations/ziele-2035/results"]) {
          const response = await go(page, path);
          await speaks(page, answer);
          assert.equal(response.headers()["content-language"], answer);
        }
        assert.deepEqual(await page.context().cookies(), []);
      });
    }
  });

  test("changes with the switch on every public page", () =>
    visit({}, async (page) => {
      for (const path of PAGES) {
        await page.context().clearCookies();
        await go(page, path);
        await speaks(page, "de");
        await change(page, "English");
        await speaks(page, "en");
        await change(page, "Deutsch");
        await speaks(page, "de");
      }
    }));

  test("is remembered in one first-party cookie, set by the choice only", () =>
    visit({}, async (page) => {
      await go(page, "/");
      await go(page, SURVEY);
      assert.deepEqual(await page.context().cookies(), [], "nothing is set by reading");
      await change(page, "English");
      const cookies = await page.context().cookies();
      assert.equal(cookies.length, 1);
      const [{ name, value, domain, httpOnly, sameSite }] = cookies;
      assert.deepEqual({ name, value, domain }, { name: "lang", value: "en", domain: new URL(BASE).hostname });
      assert.ok(httpOnly, "no script reads it");
      assert.match(sameSite, /Lax|Strict/);
      await go(page, "/receipt");
      await speaks(page, "en");
    }));

  test("changes in the middle of the survey without losing the place", () =>
    visit({}, async (page) => {
      const address = await begin(page);
      for (const path of ["", "/spielen-in-der-naehe/sp-1-1", "/spielen-in-der-naehe/zufriedenheit", "/review", "/pause"]) {
        await go(page, address + path);
        await change(page, "English");
        await speaks(page, "en");
        await change(page, "Deutsch");
        await speaks(page, "de");
      }
      // A page with a fault is the answer to a form: the switch leads to the question itself.
      await go(page, `${address}/spielen-in-der-naehe/sp-1-1`);
      await click(page.getByRole("button", { name: "Weiter", exact: true }));
      await page.getByRole("alert").waitFor();
      await change(page, "English");
      await speaks(page, "en");
      await headed(page, QUESTIONS.goal);
    }));

  test("changes on a receipt and on a page that does not exist", () =>
    visit({}, async (page) => {
      const address = await takePart(page);
      for (const [path, status] of [[`${address}/receipt`, 200], [`${address}/withdrawal`, 200], ["/no-such-page", 404]]) {
        await go(page, path, status);
        await change(page, "English");
        await speaks(page, "en");
        await change(page, "Deutsch");
      }
    }));
});

/** The language that applies where this text stands. Runs in the page. */
const languageOf = (element) => element.closest("[lang]").lang;

describe("the town's own texts on English pages", () => {
  const TEXTS = [
    ["/", ["Spielplätze in Lindenau", "Sicher mit dem Rad durch Lindenau", "Wo spielen Kinder gern, und wo fehlt etwas?"]],
    ["/consultations/spielplaetze", ["Spielplätze in Lindenau", "Spielen in der Nähe", "Fachbereich Stadtgrün"]],
    ["/strategies/stadtentwicklung/editions/1/hf-zusammenleben", ["Zusammenleben"]],
    ["/consultations/ziele-2035/results", ["Ziele für Lindenau 2035", "Zusammenleben"]],
    ["/consultations/ziele-2035/results/zusammenleben", ["Zusammenleben"]],
    [SURVEY, ["Spielplätze in Lindenau"]],
  ];

  test("say that they are German", () =>
    visit({ language: "en-GB" }, async (page) => {
      const wrong = [];
      for (const [path, texts] of TEXTS) {
        await go(page, path);
        for (const text of texts) {
          const places = page.getByRole("main").getByText(text);
          assert.ok(await places.count(), `"${text}" stands on ${path}`);
          for (const place of await places.all()) {
            if ((await place.evaluate(languageOf)) !== "de") {
              wrong.push(`${path}: ${await place.evaluate((element) => element.outerHTML.slice(0, 160))}`);
            }
          }
        }
      }
      assert.deepEqual(wrong, []);
    }));

  test("in the survey: question, wording, options and one's own words are German, the rest English", () =>
    visit({ language: "en-GB" }, async (page) => {
      await go(page, SURVEY);
      await click(page.getByRole("main").getByRole("button"));
      const address = here(page);
      await go(page, `${address}/spielen-in-der-naehe/sp-1-1`);
      for (const text of [QUESTIONS.goal, "Zwei neue Spielplätze in Südhang und Hohenrain"]) {
        assert.equal(await page.getByRole("main").getByText(text).evaluate(languageOf), "de", text);
      }
      await go(page, `${address}/spielen-in-der-naehe/was-fehlt`);
      for (const text of [QUESTIONS.multiple, "Wasser zum Spielen"]) {
        assert.equal(await page.getByRole("main").getByText(text).evaluate(languageOf), "de", text);
      }
      for (const button of await page.getByRole("main").getByRole("button").all()) {
        assert.equal(await button.evaluate(languageOf), "en");
      }
    }));
});
