// Somebody follows a consultation in a browser without JavaScript: she signs up for mails, confirms by the link in the
// first one, changes her settings and unsubscribes; and takes the calendar and the feed along.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BASE, DAY_AND_NIGHT, all, axe, click, go, headed, letterTo, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { begin, press, tick } from "./survey.mjs";

const PLAIN = { script: false };
const HOME = "/consultations/spielplaetze";
const ASK = "Nachrichten per E-Mail";

/** The path of the first address in a mail that leads to a subscription. */
function link(mail) {
  const found = mail.match(/\/subscriptions\/\S+/);
  assert.ok(found, mail);
  return found[0];
}

/** Signs up from the page of the consultation; gives the link of the first mail. */
async function signUp(page, address) {
  await go(page, HOME);
  await click(page.getByRole("link", { name: ASK }));
  await headed(page, ASK);
  await page.getByLabel("Ihre E-Mail-Adresse").fill(address);
  await press(page, "Anmelden");
  await headed(page, "Sehen Sie bitte in Ihr Postfach");
  return link(await letterTo(address));
}

describe("following a consultation", () => {
  test("by mail: signed up, confirmed, changed, ended", async () => {
    const address = `lea${Date.now()}@lindenau.example`;
    await visit(PLAIN, async (page) => {
      const confirm = await signUp(page, address);
      await go(page, confirm);
      await headed(page, "Möchten Sie Nachrichten bekommen?");
      await press(page, "Ja, Nachrichten schicken");
      await headed(page, "Sie sind angemeldet");
      // A second visit finds the same.
      await go(page, confirm);
      await headed(page, "Sie sind angemeldet");
      await click(page.getByRole("link", { name: "Einstellungen ändern oder abmelden" }));
      await headed(page, "Ihre Nachrichten");
      const settings = page.url();
      await tick(page.getByRole("radio", { name: /Gesammelt einmal/ }));
      await press(page, "Speichern");
      await page.getByText("Gespeichert.").waitFor();
      assert.ok(await page.getByRole("radio", { name: /Gesammelt einmal/ }).isChecked());
      assert.ok(!(await page.content()).includes(address), "the address stands on no page");
      await press(page, "Keine Nachrichten mehr");
      await headed(page, "Sie bekommen keine Nachrichten mehr");
      await go(page, settings);
      await headed(page, "Sie bekommen keine Nachrichten mehr");
      await go(page, confirm, 404);
      await headed(page, "Dieser Link gilt nicht mehr");
    });
  });

  test("what is wrong with an address is said at its field, and it stays", async () => {
    await visit(PLAIN, async (page) => {
      await go(page, `${HOME}/subscribe`);
      await tick(page.getByRole("radio", { name: /Gesammelt einmal/ }));
      await page.getByLabel("Ihre E-Mail-Adresse").fill("lea@lindenau");
      await press(page, "Anmelden");
      await page.getByRole("link", { name: /Prüfen Sie bitte Ihre E-Mail-Adresse/ }).waitFor();
      assert.equal(await page.getByLabel("Ihre E-Mail-Adresse").inputValue(), "lea@lindenau");
      assert.ok(await page.getByRole("radio", { name: /Gesammelt einmal/ }).isChecked());
    });
  });

  test("by calendar and feed", async () => {
    await visit(PLAIN, async (page) => {
      await go(page, HOME);
      const href = (name) => page.getByRole("link", { name }).getAttribute("href");
      const [calendar, feed] = [await href("Termine in Ihren Kalender"), await href("Als Feed")];
      const dates = await page.request.get(calendar);
      assert.match(await dates.text(), /BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:/);
      const news = await page.request.get(feed);
      assert.match(await news.text(), /Die Beteiligung hat begonnen/);
      const named = page.locator(`link[rel=alternate][type="application/atom+xml"]`);
      assert.equal(await named.getAttribute("href"), feed);
    });
  });

  test("the desk counts, and everything under a code can be taken along", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", `/desk${HOME}`);
      await page.getByText(/Personen bekommen Nachrichten per E-Mail/).waitFor();
      await shot(page, "follow desk");
      const code = await begin(page);
      const data = await page.request.get(`${BASE}${new URL(code, BASE).pathname}/data.json`);
      assert.equal((await data.json()).consultation, "spielplaetze");
    });
  });

  test("its pages in every variant", async () => {
    const address = `mia${Date.now()}@lindenau.example`;
    let confirm;
    let settings;
    await visit(PLAIN, async (page) => {
      confirm = await signUp(page, address);
    });
    const look = async (page, path, name, variant, status = 200) => {
      const answer = await go(page, path, status);
      await all(
        () => validHtml(answer),
        () => axe(page),
        () => noHorizontalScroll(page),
        () => shot(page, `follow ${name} ${variant.name}`),
      );
    };
    for (const variant of DAY_AND_NIGHT) {
      await visit(variant, async (page) => {
        await look(page, HOME, "consultation", variant);
        await look(page, `${HOME}/subscribe`, "ask", variant);
        await look(page, `${HOME}/subscribe?sent=yes`, "sent", variant);
        await look(page, confirm, "confirm", variant);
      });
    }
    await visit(PLAIN, async (page) => {
      await go(page, confirm);
      await press(page, "Ja, Nachrichten schicken");
      await headed(page, "Sie sind angemeldet");
      settings = await page.getByRole("link", { name: /Einstellungen/ }).getAttribute("href");
    });
    for (const variant of DAY_AND_NIGHT) {
      await visit(variant, async (page) => {
        await look(page, confirm, "confirmed", variant);
        await look(page, settings, "settings", variant);
      });
    }
    await visit(PLAIN, async (page) => {
      await go(page, settings);
      await press(page, "Keine Nachrichten mehr");
    });
    for (const variant of DAY_AND_NIGHT) {
      await visit(variant, async (page) => {
        await look(page, settings, "ended", variant);
        await look(page, confirm, "gone", variant, 404);
      });
    }
  });
});
