// People talk about a draft: they comment with and without a name, go on under their receipt, correct, take back, see it
// the same way; somebody reports; the administration reads, hides with a reason and answers. Without script, by the
// keyboard, then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, layOpen, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const ALL = "/consultations/spielplaetze/comments";
const PLACE = `${ALL}/sp-2-1`;
const GOAL = "Mit Kindern planen";
const QUEUE = "/desk/moderation";
const sees = (page, text) => page.getByText(text).first().waitFor();
const comment = (page, text) => page.locator(".comment").filter({ hasText: text });

/** Comments at that place; gives the path of the receipt. */
async function say(page, place, text, name = "") {
  await go(page, place);
  await write(page, /^Ihr Kommentar/, text);
  if (name) await write(page, /^Name/, name);
  await press(page, "Kommentar abschicken");
  await headed(page, "Ihre Kommentare");
  await sees(page, text);
  return new URL(page.url()).pathname;
}

/** The moderator opens the text with these words. */
async function read(page, words, state = "waiting") {
  await go(page, `${QUEUE}?${new URLSearchParams({ state, q: words })}`);
  await click(page.locator(".queue__item").first().getByRole("link").first());
  await sees(page, words);
}

/** The moderator lets everyone read it. */
async function release(page, words) {
  await read(page, words);
  await press(page, "Freigeben");
}

/** Somebody comments and the moderator releases it, in a window of her own; gives the receipt. */
async function published(words, name = "") {
  let receipt;
  await visit(PLAIN, async (page) => {
    receipt = await say(page, PLACE, words, name);
    await signIn(page, "moderator", QUEUE);
    await release(page, words);
  });
  return receipt;
}

describe("comments on a draft", () => {
  test("from the draft to the receipt: two comments under one code, corrected, taken back", async () => {
    const mark = `Ahorn${Date.now()}`;
    await visit(PLAIN, async (page) => {
      await go(page, "/consultations/spielplaetze");
      await follow(page, "Entwurf lesen");
      await follow(page, "Bauen und pflegen");
      await click(page.getByRole("link", { name: /^Kommentieren.*Ziel 2\.1/ }));
      await headed(page, GOAL);
      await press(page, "Kommentar abschicken");
      await page.getByRole("alert").getByRole("link", { name: /Schreiben Sie, was Sie meinen/ }).waitFor();
      const receipt = await say(page, PLACE, `${mark} eins.`);
      await sees(page, "Ohne Namen");
      await sees(page, "Wartet: Jemand liest ihn");

      // The second under the same code, on another goal.
      await click(page.locator("summary").filter({ hasText: "Spielen in der Nähe" }));
      await follow(page, "Kurze Wege zum Spielplatz");
      await write(page, /^Ihr Kommentar/, `${mark} zwei.`);
      await write(page, /^Name/, "Nachbarin vom Bach");
      await press(page, "Kommentar abschicken");
      assert.equal(new URL(page.url()).pathname, receipt);
      await sees(page, "2 Kommentare sind gespeichert.");
      await comment(page, `${mark} zwei.`).getByText("Nachbarin vom Bach").waitFor();

      await click(comment(page, `${mark} eins.`).getByRole("link", { name: /Ändern oder zurückziehen/ }));
      await headed(page, "Kommentar ändern");
      await write(page, /^Ihr Kommentar/, `${mark} eins, besser gesagt.`);
      await press(page, "Änderung speichern");
      await sees(page, "Ihr Kommentar ist geändert.");
      await sees(page, `${mark} eins, besser gesagt.`);

      await click(comment(page, `${mark} zwei.`).getByRole("link", { name: /Ändern oder zurückziehen/ }));
      await press(page, "Kommentar zurückziehen");
      await sees(page, "1 Kommentar ist gespeichert.");
      assert.equal(await page.getByText(`${mark} zwei.`).count(), 0);

      // On paper nobody finds a button; the code typed anywhere leads back here.
      const code = receipt.split("/")[2];
      await go(page, PLACE);
      await click(page.locator("summary").filter({ hasText: "Sie haben schon eine Quittung?" }));
      await write(page, /^Ihr Kommentar/, `${mark} drei.`);
      await write(page, /^Code Ihrer Quittung/, code);
      await press(page, "Kommentar abschicken");
      assert.equal(new URL(page.url()).pathname, receipt);
    });
  });

  test("pressed once more after going back, it stays one comment", async () => {
    const mark = `Erle${Date.now()}`;
    await visit(PLAIN, async (page) => {
      const receipt = await say(page, PLACE, mark);
      await page.goBack();
      await press(page, "Kommentar abschicken");
      await headed(page, "Ihre Kommentare");
      assert.equal(new URL(page.url()).pathname, receipt);
      assert.equal(await comment(page, mark).count(), 1);
    });
  });

  test("the same form sent twice is one comment", async () => {
    const mark = `Buche${Date.now()}`;
    await visit(PLAIN, async (page) => {
      await go(page, PLACE);
      const form = { _token: await page.locator("main input[name=_token]").first().inputValue(), text: mark };
      const send = async () => (await page.request.post(PLACE, { form })).url();
      const receipt = await send();
      assert.equal(await send(), receipt);
      await go(page, receipt);
      assert.equal(await comment(page, mark).count(), 1);
    });
  });

  test("agreed with once and taken back, answered by the administration", async () => {
    const mark = `Esche${Date.now()}`;
    const author = await published(`${mark}: Fragt auch die Jugendlichen.`, "Vater aus der Altstadt");
    await visit(PLAIN, async (page) => {
      await go(page, PLACE);
      await click(comment(page, mark).getByRole("link", { name: /^Sehe ich auch so/ }));
      await headed(page, "Sehe ich auch so");
      await press(page, "Sehe ich auch so");
      await sees(page, "Gezählt: Sie sehen es auch so.");
      // A new receipt, which names the comment.
      await headed(page, "Ihre Kommentare");
      await click(page.getByRole("link", { name: mark }));
      await headed(page, GOAL);
      const own = new URL(page.url()).pathname;
      await comment(page, mark).getByText("1 Person sieht es auch so").waitFor();
      await click(comment(page, mark).getByRole("button", { name: /Zurücknehmen/ }));
      await sees(page, "Zurückgenommen.");
      assert.equal(await comment(page, mark).getByText("sieht es auch so").count(), 0);
      await click(comment(page, mark).getByRole("button", { name: /^Sehe ich auch so/ }));
      await sees(page, "Gezählt: Sie sehen es auch so.");
      assert.equal(new URL(page.url()).pathname, own);
      // The same code typed once more from the public page counts no second time.
      await go(page, PLACE);
      await click(comment(page, mark).getByRole("link", { name: /^Sehe ich auch so/ }));
      await write(page, /^Code Ihrer Quittung/, own.split("/")[2]);
      await press(page, "Sehe ich auch so");
      await headed(page, GOAL);
      assert.equal(new URL(page.url()).pathname, own);
      await go(page, PLACE);
      await comment(page, mark).getByText("1 Person sieht es auch so").waitFor();

      await signIn(page, "evaluator", "/desk/consultations/spielplaetze");
      await click(page.getByRole("link", { name: /^Kommentare/ }).first());
      await page.getByRole("searchbox").fill(mark);
      await page.getByRole("searchbox").press("Enter");
      await click(comment(page, mark).getByRole("link", { name: /^Antworten/ }));
      await write(page, /^Antwort der Verwaltung/, "Das nehmen wir uns vor.");
      await press(page, "Antwort veröffentlichen");
      await sees(page, "Die Antwort ist öffentlich.");
      await go(page, PLACE);
      await comment(page, mark).getByText("Das nehmen wir uns vor.").waitFor();
      await go(page, author);
      await comment(page, mark).getByText("Das nehmen wir uns vor.").waitFor();
      await click(comment(page, mark).getByRole("link", { name: /Ändern oder zurückziehen/ }));
      await sees(page, "Die Verwaltung hat auf diesen Kommentar geantwortet.");
    });
  });

  test("reported, settled, then hidden with a reason its author reads and objects to", async () => {
    const mark = `Linde${Date.now()}`;
    const author = await published(`${mark}: Ihr Schlafmützen.`);
    await visit(PLAIN, async (page) => {
      const report = async (words) => {
        await go(page, PLACE);
        await click(comment(page, mark).getByRole("link", { name: /^Melden/ }));
        await headed(page, "Kommentar melden");
        await write(page, /^Erläuterung/, words);
        await press(page, "Melden");
      };
      await report("Das ist grob.");
      await page.getByRole("alert").getByRole("link", { name: "Wählen Sie einen Grund." }).waitFor();
      assert.equal(await page.getByLabel(/^Erläuterung/).inputValue(), "Das ist grob.");
      await tick(page.getByRole("radio", { name: "Beleidigung oder Drohung" }));
      await press(page, "Melden");
      await sees(page, "Danke. Jemand sieht sich den Kommentar noch einmal an.");

      await signIn(page, "moderator", QUEUE);
      await read(page, mark, "reports");
      await sees(page, "Das ist grob.");
      await press(page, "Kommentar bleibt, Meldungen erledigt");
      await go(page, PLACE);
      await comment(page, mark).waitFor();

      await report("Er steht immer noch da.");
      await tick(page.getByRole("radio", { name: "Beleidigung oder Drohung" }));
      await press(page, "Melden");
      await read(page, mark, "reports");
      await tick(page.getByRole("radio", { name: "Beleidigung oder Drohung" }));
      await page.getByLabel(/^Erläuterung/).fill("Bitte ohne Schimpfwort.");
      await press(page, "Text verbergen");
      await go(page, PLACE);
      assert.equal(await comment(page, mark).count(), 0);
      await go(page, author);
      await sees(page, "Nicht öffentlich");
      await sees(page, "Beleidigung oder Drohung");
      await follow(page, /Grund lesen und antworten/);
      await sees(page, "Bitte ohne Schimpfwort.");
      await write(page, /Was sehen Sie anders/, "Schlafmützen ist bei uns ein Kosename.");
      await press(page, "Einspruch abschicken");
      await headed(page, "Ihr Einspruch ist angekommen");
    });
  });

  test("what is too long stays and is told; what has no sign is left out", async () => {
    await visit(PLAIN, async (page) => {
      await go(page, PLACE);
      const long = "ä".repeat(2_100);
      await page.getByLabel(/^Ihr Kommentar/).fill(long);
      await press(page, "Kommentar abschicken");
      await page.getByRole("alert").getByRole("link").first().waitFor();
      assert.equal(await page.getByLabel(/^Ihr Kommentar/).inputValue(), long);
      // A megabyte is more than a form may be at all.
      const _token = await page.locator("main input[name=_token]").first().inputValue();
      const refused = await page.request.post(PLACE, { form: { _token, text: "a".repeat(1_000_000) } });
      assert.equal(refused.status(), 413);
      assert.match(await refused.text(), /Das ist zu viel auf einmal/);
      await go(page, PLACE);
      const mark = `Ulme${Date.now()}`;
      await page.getByLabel(/^Ihr Kommentar/).evaluate((field, text) => (field.value = text), `${mark}\0 am Bach`);
      await press(page, "Kommentar abschicken");
      await headed(page, "Ihre Kommentare");
      await sees(page, `${mark} am Bach`);
    });
  });

  test("when the time ends while somebody writes, her words are still there", async () => {
    const title = `Gespräch ${Date.now()}`;
    const day = (n) => new Date(Date.now() + n * 86_400_000).toLocaleDateString("sv-SE");
    await visit(PLAIN, async (page) => {
      const list = "/desk/consultations";
      await signIn(page, "editor", list);
      await follow(page, "Neue Beteiligung");
      await page.getByLabel(/^Titel/).fill(title);
      await page.getByLabel("Worum geht es?").fill("Was meinen Sie?");
      await layOpen(page);
      await press(page, "Beteiligung anlegen");
      await headed(page, title);
      const home = new URL(page.url()).pathname;
      await go(page, `${home}/times`);
      const times = page.getByRole("group", { name: "Kommentare zum Entwurf" });
      await times.getByLabel("Erster Tag").fill(day(-1));
      await times.getByLabel("Letzter Tag").fill(day(20));
      await press(page, "Zeiten speichern");
      // The last day may be no working day: that is told and may stay.
      await go(page, `${home}/publish`);
      await press(page, "Jetzt veröffentlichen");
      await sees(page, "Die Beteiligung ist veröffentlicht.");

      const reader = await page.context().newPage();
      await go(reader, `${home.replace("/desk", "")}/comments`);
      await click(reader.locator("main .rows a").first());
      await write(reader, /^Ihr Kommentar/, "Das hätte ich gern gesagt.");
      await go(page, `${home}/tracks/comments/close`);
      await tick(page.getByRole("radio", { name: /^Sofort/ }));
      await page.getByLabel("Warum?").fill("Der Entwurf wird ausgetauscht.");
      await press(page, "Vorzeitig beenden");
      await sees(page, "Vorzeitig beendet. Der Grund");
      await press(reader, "Kommentar abschicken");
      await reader.getByRole("alert").getByRole("link", { name: /Zurzeit werden keine Kommentare angenommen/ }).waitFor();
      await sees(reader, "Das hätte ich gern gesagt.");
      await reader.close();

      await go(page, home);
      await follow(page, "Veröffentlichung zurücknehmen");
      await press(page, "Zurücknehmen");
      await follow(page, "Beteiligung löschen");
      await press(page, "Beteiligung löschen");
    });
  });

  test("by the keyboard alone", async () => {
    const mark = `Weide${Date.now()}`;
    await visit({}, async (page) => {
      await go(page, PLACE);
      const onto = async (name) => {
        for (let steps = 0; steps < 60; steps += 1) {
          await page.keyboard.press("Tab");
          const reached = await page.evaluate(() => {
            const at = document.activeElement;
            return (at.labels?.[0]?.textContent ?? at.textContent ?? "").trim();
          });
          if (reached.startsWith(name)) return;
        }
        assert.fail(`the keyboard does not reach "${name}"`);
      };
      await onto("Ihr Kommentar");
      await page.keyboard.type(mark);
      await onto("Name");
      await onto("Kommentar abschicken");
      await page.keyboard.press("Enter");
      await headed(page, "Ihre Kommentare");
      await sees(page, mark);
      await onto("Ändern oder zurückziehen");
      await page.keyboard.press("Enter");
      await headed(page, "Kommentar ändern");
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`every page is accessible: ${variant.name}`, async () => {
      const mark = `Pappel${variant.name}${Date.now()}`;
      const author = await published(mark);
      await visit(variant, async (page) => {
        const look = async (name, path, act, status) => {
          const answer = await go(page, path, status);
          if (act) await act();
          await all(
            () => (act ? undefined : validHtml(answer)),
            () => axe(page),
            () => noHorizontalScroll(page),
            () => shot(page, `comments ${name} ${variant.name}`),
          );
        };
        await look("all", ALL);
        await look("discussion", PLACE);
        await look("nobody yet", `${ALL}/ls-sp-2`);
        await look("over", "/consultations/ziele-2035/comments/sz-2-4");
        await look("with faults", PLACE, () => press(page, "Kommentar abschicken"));
        await look("receipt", author);
        await look("own place", `${author}/sp-2-1`);
        const own = await comment(page, mark).getAttribute("id");
        await look("change", `${author}/sp-2-1/${own.slice(2)}`);
        await look("support", `${PLACE}/${own.slice(2)}/support`);
        await look("report", `${PLACE}/${own.slice(2)}/report`);
        await look("report with faults", `${PLACE}/${own.slice(2)}/report`, () => press(page, "Melden"));
        await signIn(page, "evaluator", "/desk");
        await look("desk", "/desk/consultations/spielplaetze/comments");
        await look("desk answer", `/desk/consultations/spielplaetze/comments/${own.slice(2)}`);
      });
    });
  }
});
