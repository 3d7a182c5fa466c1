// Somebody is invited, takes the invitation up, sets up her app, and loses neither her text nor her way in.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";

import { BASE, STORY_PASSWORD, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { choose } from "./survey.mjs";

const PASSWORD = "sieben kleine graue Mäuse";

/** The six digits an app shows for this key at this moment (RFC 6238). */
function code(key, milliseconds = Date.now()) {
  const letters = key.replaceAll(/\s/g, "");
  const bits = [...letters].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const mac = createHmac("sha1", secret).update(step).digest();
  const at = mac.at(-1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The page as it stands is fine for everyone. */
const fine = (page) => all(() => axe(page), () => noHorizontalScroll(page));

async function fillIn(page, email, password) {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await click(page.getByRole("button", { name: "Anmelden", exact: true }));
}

/** An admin invites somebody on paper; gives the link. */
async function invitation(email) {
  let link;
  await visit({}, async (page) => {
    await signIn(page, "admin", "/desk/accounts");
    await fine(page);
    await shot(page, "accounts");
    await click(page.getByRole("link", { name: "Jemanden einladen" }));
    await fine(page);
    // Nothing is chosen: the page says what is missing and keeps the rest.
    await page.getByLabel("Name", { exact: true }).fill("Robin Beispiel");
    await click(page.getByRole("button", { name: "Einladen" }));
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Robin Beispiel");
    await fine(page);
    await page.getByLabel("E-Mail-Adresse").fill(email);
    await choose(page, "checkbox", /^Redaktion/);
    await choose(page, "checkbox", /^Administration/);
    await choose(page, "radio", /^Zum Ausdrucken/);
    await click(page.getByRole("button", { name: "Einladen" }));
    await headed(page, "Die Einladung ist fertig");
    await fine(page);
    await shot(page, "accounts-link");
    link = (await page.locator("p.address").textContent()).trim();
    await click(page.getByRole("link", { name: "Zum Konto" }));
    await headed(page, "Robin Beispiel");
    await fine(page);
    await shot(page, "accounts-person");
  });
  return new URL(link).pathname;
}

/** Takes the invitation up. */
async function accept(page, link) {
  const answer = await go(page, link);
  await validHtml(answer);
  await fine(page);
  await page.getByLabel("Neues Passwort").fill("passwort1234");
  await page.getByLabel("Passwort noch einmal").fill("passwort1234");
  await click(page.getByRole("button", { name: "Passwort speichern" }));
  await page.getByRole("alert").waitFor();
  await fine(page);
  await page.getByLabel("Neues Passwort").fill(PASSWORD);
  await page.getByLabel("Passwort noch einmal").fill(PASSWORD);
  await click(page.getByRole("button", { name: "Passwort speichern" }));
  await page.getByText("Ihr Passwort ist gespeichert").waitFor();
  await go(page, link, 404);
  await headed(page, "Dieser Link gilt nicht mehr");
  await fine(page);
}

test("Eingeladen, angenommen, mit Code gesichert, und der Text überlebt das Ende der Sitzung", async () => {
  const email = `robin.${Date.now()}@lindenau.example`;
  const link = await invitation(email);
  await visit({}, async (page) => {
    await accept(page, link);
    await go(page, "/sign-in");
    await fine(page);
    await fillIn(page, email, PASSWORD);
    await page.waitForURL(`${BASE}/desk`);

    await go(page, "/desk/account");
    await fine(page);
    await shot(page, "account");
    await click(page.getByRole("link", { name: "Anmeldung mit Code einrichten" }));
    const key = await page.locator(".secret").textContent();
    await fine(page);
    await shot(page, "account-factor");
    await page.getByLabel("Code aus der App").fill(code(key));
    await page.getByLabel("Jetziges Passwort").fill(PASSWORD);
    await click(page.getByRole("button", { name: "Bestätigen" }));
    await headed(page, "Ihre Ersatzcodes");
    const codes = await page.locator(".paper-codes code").allTextContents();
    assert.equal(codes.length, 10);
    await fine(page);
    await shot(page, "account-codes");

    // She is writing when her session ends, as after a night.
    await go(page, "/desk/accounts/new");
    await page.getByLabel("Name", { exact: true }).fill("Ein Name, der nicht verloren gehen darf");
    await page.context().clearCookies();
    await click(page.getByRole("button", { name: "Einladen" }));
    await page.getByText("Ihr Text ist noch da").waitFor();
    await fine(page);
    await shot(page, "sign-in-over");
    await fillIn(page, email, PASSWORD);
    await headed(page, "Ihr Code");
    await fine(page);
    await shot(page, "sign-in-code");
    await page.getByLabel("Code", { exact: true }).fill(codes[0]);
    await click(page.getByRole("button", { name: "Anmelden", exact: true }));
    await headed(page, "Weiter mit dem, was Sie geschrieben haben");
    await page.getByText("Ein Name, der nicht verloren gehen darf").waitFor();
    await fine(page);
    await shot(page, "sign-in-continue");
    await click(page.getByRole("button", { name: "Absenden" }));
    // It reached the page it was meant for, which still misses an address.
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Ein Name, der nicht verloren gehen darf");

    await go(page, "/desk/account");
    await click(page.getByRole("button", { name: "Überall abmelden" }));
    await page.getByText("Sie sind überall abgemeldet").waitFor();
    await page.goto("/desk");
    await headed(page, "Anmelden");
  });
});

test("Passwort vergessen sagt allen dasselbe, auf dem Telefon und ohne Skript", async () => {
  await visit({ device: "phone", script: false }, async (page) => {
    for (const email of ["niemand@lindenau.example", "redaktion@lindenau.example"]) {
      await go(page, "/sign-in");
      await click(page.getByRole("link", { name: "Passwort vergessen?" }));
      await page.getByLabel("E-Mail-Adresse").fill(email);
      await click(page.getByRole("button", { name: "Link schicken" }));
      await headed(page, "Sehen Sie in Ihr Postfach");
    }
  });
});

test("Die Seiten sehen auf jedem Gerät ordentlich aus", async () => {
  assert.ok(STORY_PASSWORD);
  for (const device of ["desktop", "phone"]) {
    for (const scheme of ["light", "dark"]) {
      await visit({ device, scheme }, async (page) => {
        await go(page, "/sign-in");
        await fine(page);
        await go(page, "/sign-in/forgotten");
        await fine(page);
        await signIn(page, "admin", "/desk/account");
        for (const path of ["/desk/account", "/desk/account/password", "/desk/account/factor", "/desk/accounts", "/desk/accounts/new"]) {
          await validHtml(await go(page, path));
          await fine(page);
        }
      });
    }
  }
});
