// A resident's account without JavaScript: she comes in by a link from her mailbox, puts receipts into it, switches mails
// on and off, changes language and address, takes everything along, and erases it. Then every page with axe.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { VARIANTS, all, axe, click, go, headed, letterTo, noHorizontalScroll, shot, validHtml, visit } from "./support.mjs";
import { begin, follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const stamp = Date.now().toString(36);
const address = (name) => `${name}-${stamp}@lindenau.example`;
const said = (page, hasText) => page.getByRole("status").filter({ hasText }).waitFor();

/** The newest mail to an address, once it reads like this. */
async function letterLike(to, pattern) {
  for (let tries = 0; tries < 60; tries += 1) {
    const mail = await letterTo(to);
    if (pattern.test(mail)) return mail;
    await new Promise((done) => setTimeout(done, 500));
  }
  return assert.fail(`no mail like ${pattern} has left to ${to}`);
}

const followed = new Set();

/** The path in the newest mail to an address that leads to this kind of page, other than those given before. */
async function link(to, kind) {
  for (let tries = 0; tries < 60; tries += 1) {
    const [path] = (await letterTo(to)).match(new RegExp(`/my/${kind}/\\S+`)) ?? [];
    if (path && !followed.has(path)) {
      followed.add(path);
      return path;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  return assert.fail(`no new mail has left to ${to}`);
}

/** Comes in by a link, for the first time or again. */
async function comeIn(page, to, button = "Konto anlegen und anmelden") {
  await go(page, "/my/sign-in");
  await write(page, "Ihre E-Mail-Adresse", to);
  await press(page, "Link anfordern");
  await headed(page, "Sehen Sie bitte in Ihr Postfach");
  const path = await link(to, "sign-in");
  await go(page, path);
  await press(page, button);
  await headed(page, "Meine Beiträge");
  return path;
}

/** Begins a participation and gives the code as its page shows it. */
async function receipt(page) {
  const home = await begin(page);
  await go(page, `${home}/contributions`);
  const code = await page.locator(".code").first().textContent();
  return { home, code: code.trim() };
}

describe("a resident's account", () => {
  test("from the first link to the last mail", async () => {
    const [old, fresh] = [address("mia"), address("mia-neu")];
    await visit(PLAIN, async (page) => {
      const { home, code } = await receipt(page);
      // Without an account there is a hint on the page of the code, and no button.
      assert.equal(await page.getByRole("button", { name: "In mein Konto legen" }).count(), 0);
      await follow(page, "Anmelden oder Konto anlegen");
      await headed(page, "Meine Beiträge");
      const used = await comeIn(page, old);
      await page.getByRole("heading", { name: "Noch keine Beiträge in Ihrem Konto" }).waitFor();
      await go(page, used, 404);
      await headed(page, "Dieser Link gilt nicht mehr");

      // A code that is typed, with a slip first.
      await go(page, "/my");
      await write(page, "Ihr Code", code.slice(0, -1));
      await press(page, "Hineinlegen");
      await page.getByRole("link", { name: /Der Code ist nicht vollständig/ }).waitFor();
      assert.equal(await page.getByLabel("Ihr Code").inputValue(), code.slice(0, -1));
      await write(page, "Ihr Code", code);
      await press(page, "Hineinlegen");
      await said(page, "Der Code liegt jetzt in Ihrem Konto.");
      await click(page.locator(`a[href="${home}/contributions"]`));
      await page.getByText("Dieser Code liegt in Ihrem Konto.").waitFor();

      // Out of it, and in again by the button on the page of the code.
      await go(page, "/my");
      await click(page.getByRole("link", { name: /^Herausnehmen/ }));
      await headed(page, "Code aus dem Konto nehmen?");
      assert.equal((await page.locator(".code").textContent()).trim(), code);
      await press(page, "Herausnehmen");
      await said(page, "Der Code ist nicht mehr in Ihrem Konto.");
      await go(page, `${home}/contributions`);
      await press(page, "In mein Konto legen");
      await said(page, "Der Code liegt jetzt in Ihrem Konto.");

      // Mails.
      await click(page.getByRole("link", { name: "Zu meinen Beiträgen" }));
      const row = page.getByRole("listitem").filter({ has: page.locator('form[action="/my/notices/spielplaetze"]') });
      await click(row.getByRole("button", { name: /^Einschalten/ }));
      await said(page, "Sie bekommen jetzt Nachrichten dazu.");
      await row.getByText("sobald sich etwas tut").waitFor();
      await click(row.getByRole("button", { name: /^Ausschalten/ }));
      await said(page, "Sie bekommen dazu keine Nachrichten mehr.");
      await click(row.getByRole("button", { name: /^Einschalten/ }));

      // A new address counts once it is confirmed.
      await follow(page, "Einstellungen");
      await write(page, "Neue E-Mail-Adresse", fresh);
      await press(page, "Bestätigung anfordern");
      await page.getByText("Sehen Sie bitte in Ihr neues Postfach").waitFor();
      await page.getByText(`Zur Zeit: ${old}`).waitFor();
      await go(page, await link(fresh, "address"));
      await press(page, "Ja, das ist meine Adresse");
      await headed(page, "Ihre neue Adresse gilt");
      await letterLike(old, /hat jetzt eine andere E-Mail-Adresse/);

      // Everything to take along.
      const data = await page.request.get("/my/data.json");
      const whole = await data.json();
      assert.equal(whole.account.address, fresh);
      assert.equal(whole.contributions[0].given.consultation, "spielplaetze");
      assert.equal(whole.mails[0].consultation, "spielplaetze");
      assert.match(await (await page.request.get("/my/data.txt")).text(), new RegExp(code));

      // Out and in again: what was there is there.
      await go(page, "/");
      await press(page, "Abmelden");
      await said(page, "Sie sind abgemeldet.");
      await go(page, "/my");
      await page.getByRole("button", { name: "Link anfordern" }).waitFor();
      await comeIn(page, fresh, "Jetzt anmelden");

      // The end.
      await click(page.getByRole("link", { name: "Konto löschen" }));
      await headed(page, "Konto löschen");
      await press(page, "Konto endgültig löschen");
      await page.getByRole("link", { name: /Setzen Sie bitte den Haken/ }).waitFor();
      await tick(page.getByRole("checkbox"));
      await press(page, "Konto endgültig löschen");
      await said(page, "Ihr Konto ist gelöscht.");
      await letterLike(fresh, /Ihr Konto ist gelöscht/);
      await go(page, `${home}/contributions`);
      await page.getByRole("link", { name: "Anmelden oder Konto anlegen" }).waitFor();
    });
  });

  test("its mails and pages come in English", async () => {
    const to = address("lea");
    await visit({ ...PLAIN, language: "en-GB" }, async (page) => {
      await go(page, "/my/sign-in");
      await write(page, "Your e-mail address", to);
      await press(page, "Ask for a link");
      await headed(page, "Please look into your mailbox");
      assert.match(await letterTo(to), /this link takes you to “My contributions”/);
      await go(page, await link(to, "sign-in"));
      await press(page, "Create account and sign in");
      await headed(page, "My contributions");
    });
  });
});

describe("the pages of an account", () => {
  const to = address("nora");
  let cookies;
  let urls;
  before(async () => {
    await visit(PLAIN, async (page) => {
      const { home, code } = await receipt(page);
      await comeIn(page, to);
      await write(page, "Ihr Code", code);
      await press(page, "Hineinlegen");
      const removal = await page.getByRole("link", { name: /^Herausnehmen/ }).getAttribute("href");
      await go(page, "/my/settings");
      await write(page, "Neue E-Mail-Adresse", address("nora-neu"));
      await press(page, "Bestätigung anfordern");
      const confirm = await link(address("nora-neu"), "address");
      await go(page, "/my");
      cookies = await page.context().cookies();
      urls = { my: "/my", settings: "/my/settings?sent=yes", erasure: "/my/erasure", removal, confirm, contributions: `${home}/contributions`, lookup: "/receipt", start: "/" };
    });
  });

  const look = async (page, path, name, variant) => {
    const answer = await go(page, path);
    await all(
      () => validHtml(answer),
      () => axe(page),
      () => noHorizontalScroll(page),
      () => shot(page, `my ${name} ${variant.name}`),
    );
  };

  // What differs on a phone by night, the other three show together.
  for (const variant of VARIANTS.filter(({ name }) => name !== "phone dark")) {
    test(variant.name, async () => {
      await visit(variant, async (page) => {
        await look(page, "/my/sign-in", "sign in", variant);
        await look(page, "/my/sign-in?sent=yes", "sent", variant);
        await page.context().addCookies(cookies);
        for (const [name, url] of Object.entries(urls)) await look(page, url, name, variant);
        await go(page, "/my");
        await write(page, "Ihr Code", "K7MQ");
        await press(page, "Hineinlegen");
        await all(
          () => axe(page),
          () => noHorizontalScroll(page),
        );
      });
    });
  }
});
