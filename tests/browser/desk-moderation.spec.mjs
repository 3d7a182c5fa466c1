// Free texts on their way to the public, in a browser without JavaScript: some are released together, one is hidden with
// a reason, its author objects by her receipt and is answered, and a telephone number is blacked out.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { PART, QUESTIONS, begin, follow, press, rate, write } from "./survey.mjs";

const PLAIN = { script: false };
const QUEUE = "/desk/moderation";
const sees = (page, text) => page.getByText(text).first().waitFor();

/** A resident who writes one comment and hands it in. Gives the address of her receipt. */
async function resident(page, words) {
  const address = await begin(page);
  await follow(page, PART);
  await headed(page, QUESTIONS.goal);
  await write(page, /Möchten Sie etwas dazu sagen/, words);
  await rate(page, /^Mutiger/);
  await headed(page, QUESTIONS.secondGoal);
  await go(page, `${address}/review`);
  await press(page, "Antworten abschicken");
  await headed(page, "Danke. Ihre Antworten sind angekommen.");
  return `${address}/receipt`;
}

/** The queue, narrowed to texts with these words. */
const find = (page, words, more = "") => go(page, `${QUEUE}?${new URLSearchParams({ q: words })}${more}`);
const texts = (page) => page.locator(".queue__item");

describe("the release of texts", () => {
  test("several are released, one is hidden, and its author objects", async () => {
    const mark = `Kastanie${Date.now()}`;
    await visit(PLAIN, async (page) => {
      await resident(page, `${mark} eins: mehr Bänke am Bach.`);
      await resident(page, `${mark} zwei: weniger Lärm.`);
      const receipt = await resident(page, `${mark} drei: Ihr seid alle Schlafmützen.`);
      await sees(page, "Wartet auf Freigabe");

      await signIn(page, "moderator", QUEUE);
      await headed(page, "Freigabe");
      await find(page, mark);
      assert.equal(await texts(page).count(), 3);
      await shot(page, "desk moderation queue");
      for (const words of ["eins", "zwei"]) {
        await texts(page).filter({ hasText: `${mark} ${words}` }).getByRole("checkbox").check();
      }
      await press(page, "Ausgewählte freigeben");
      await sees(page, "Freigegeben.");
      await page.getByRole("button", { name: "Rückgängig" }).waitFor();
      assert.equal(await texts(page).count(), 1);

      // The one that is left says more than it should.
      await click(page.getByRole("link", { name: /Schwärzen oder verbergen/ }));
      await press(page, "Text verbergen");
      await page.getByRole("alert").getByRole("link", { name: /Wählen Sie einen Grund/ }).waitFor();
      await page.getByRole("radio", { name: "Beleidigung oder Drohung" }).check({ force: true });
      await page.getByLabel("Erläuterung").fill("Bitte schreiben Sie es ohne Schimpfwort.");
      await press(page, "Text verbergen");
      await sees(page, "Der Text ist verborgen.");

      await go(page, receipt);
      await sees(page, "Beleidigung oder Drohung");
      await follow(page, /Grund lesen und antworten/);
      await headed(page, "Ihr Text ist nicht öffentlich");
      await sees(page, "Bitte schreiben Sie es ohne Schimpfwort.");
      await press(page, "Einspruch abschicken");
      await page.getByRole("alert").waitFor();
      await write(page, /Was sehen Sie anders/, "Schlafmützen ist bei uns ein Kosename.");
      await shot(page, "objection");
      await press(page, "Einspruch abschicken");
      await headed(page, "Ihr Einspruch ist angekommen");

      await go(page, `${QUEUE}?state=objections&q=${mark}`);
      await click(page.getByRole("link", { name: /Einspruch beantworten/ }));
      await page.getByRole("radio", { name: "Der Text wird freigegeben" }).check({ force: true });
      await page.getByLabel("Ihre Antwort").fill("Das leuchtet uns ein.");
      await press(page, "Antworten");
      await sees(page, "Die Antwort steht jetzt auf der Quittung.");
      await go(page, receipt);
      await sees(page, "Einspruch beantwortet");
      await follow(page, /Einspruch ansehen/);
      await sees(page, "Das leuchtet uns ein.");
    });
  });

  test("a telephone number is blacked out; only the evaluation reads it", async () => {
    const mark = `Linde${Date.now()}`;
    let text;
    await visit(PLAIN, async (page) => {
      const receipt = await resident(page, `${mark}: Rufen Sie an, 07159 000010. Danke!`);
      await signIn(page, "moderator", QUEUE);
      await find(page, mark);
      await sees(page, "Hier stehen vielleicht persönliche Angaben.");
      await click(page.getByRole("link", { name: /Schwärzen oder verbergen/ }));
      await page.getByRole("checkbox", { name: /Vorschlag Telefonnummer/ }).check();
      await shot(page, "desk moderation text");
      await press(page, "Schwärzen und freigeben");
      await sees(page, "So lesen es alle");
      await sees(page, `${mark}: Rufen Sie an, [geschwärzt]. Danke!`);
      assert.equal(await page.getByText("000010").count(), 0);
      text = new URL(page.url()).pathname;
      await go(page, receipt);
      await sees(page, "[geschwärzt]");
    });
    for (const [role, count] of [["evaluator", 1], ["editor", 0]]) {
      await visit(PLAIN, async (page) => {
        await signIn(page, role, text);
        assert.equal(await page.getByText("000010").count(), count, role);
      });
    }
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`pages, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        await signIn(page, "moderator", QUEUE);
        for (const [name, path] of [
          ["queue", QUEUE],
          ["hidden", `${QUEUE}?state=hidden`],
          ["objections", `${QUEUE}?state=objections`],
          ["narrowed", `${QUEUE}?consultation=spielplaetze&survey=spielen-in-der-naehe`],
        ]) {
          const answer = await go(page, path);
          await shot(page, `desk moderation ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        }
        const links = page.locator(".queue__about a");
        if (await links.count()) {
          const answer = await go(page, await links.first().getAttribute("href"));
          await shot(page, `desk moderation one ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        }
      });
    });
  }
});
