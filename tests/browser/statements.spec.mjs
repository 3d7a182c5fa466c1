// Statements: a person writes under her code, an organisation's author drafts and its signatory hands in, more time is asked
// for and granted. Then every page with axe.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, letterTo, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const HOME = "/consultations/spielplaetze";
const TABLE = `/organisation${HOME}/statement`;
const AUTHOR = "rana.hofstett@wohnbau-lindenau.example";
const SIGNATORY = "falk.steiner@wohnbau-lindenau.example";

const stamp = Date.now().toString(36);
const said = (page, hasText) => page.getByRole("status").filter({ hasText }).waitFor();
const pdf = (text) => ({ name: "Plan am Bach.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`) });
const path = (page) => new URL(page.url()).pathname;

/** Begins a statement as a person; gives its address. */
async function begin(page) {
  await go(page, `${HOME}/statement`);
  await press(page, "Stellungnahme schreiben");
  await headed(page, "Ihre Stellungnahme");
  return path(page);
}

/** Writes on the draft as a whole and goes back to the statement. */
async function writeWhole(page, text) {
  await follow(page, "Zum Entwurf als Ganzes");
  await write(page, /^Ihr Text/, text);
  await press(page, "Speichern");
  await said(page, "Gespeichert.");
}

/** A statement of a person, handed in, with her address; gives its own address. */
async function handedIn(page, text) {
  const own = await begin(page);
  await writeWhole(page, text);
  await follow(page, "Wer unterschreibt");
  await write(page, "Name", "Robin Beispiel");
  await write(page, /^E-Mail-Adresse/, `robin@${Math.random().toString(36).slice(2)}.example`);
  await press(page, "Speichern");
  await go(page, `${own}/review`);
  await press(page, "Stellungnahme abgeben");
  await headed(page, "Danke. Ihre Stellungnahme ist angekommen.");
  return own;
}

/** The link in a mail that asks whose an address is. */
const linkIn = (mail) => mail.match(/\/statement-address\/\S+/)[0];

/** Waits for a mail to an address that reads like this. */
async function newLetter(email, wanted) {
  for (let tries = 0; tries < 60; tries += 1) {
    if (wanted.test(await letterTo(email))) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  assert.fail(`no such mail has left to ${email}`);
}

const followed = new Set();

/** Asks for a link and comes in by the newest one that has left. */
async function comeIn(page, email) {
  await go(page, "/organisation/sign-in");
  await write(page, "E-Mail-Adresse", email);
  await press(page, "Link anfordern");
  await headed(page, "Sehen Sie in Ihr Postfach");
  for (let tries = 0; tries < 60; tries += 1) {
    const found = (await letterTo(email)).match(/\/organisation\/sign-in\/\S+/);
    if (found && !followed.has(found[0])) {
      followed.add(found[0]);
      await go(page, found[0]);
      await press(page, "Jetzt anmelden");
      await page.getByText("Angemeldet als").waitFor();
      return;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  assert.fail(`no new link has left to ${email}`);
}

describe("statements", () => {
  test("a person writes, signs, attaches, hands in, replaces and withdraws", () =>
    visit(PLAIN, async (page) => {
      const own = await begin(page);
      await writeWhole(page, `Mehr Schatten, bitte. ${stamp}`);
      await follow(page, "Wer unterschreibt");
      await write(page, "Name", "Kim Beispiel");
      await write(page, /^E-Mail-Adresse/, `kim@${stamp}.example`);
      await press(page, "Speichern");
      await said(page, "Gespeichert.");
      await follow(page, "Anlagen");
      await page.getByLabel("Dateien auswählen").setInputFiles({ name: "seite.html", mimeType: "text/html", buffer: Buffer.from("<html>") });
      await press(page, "Datei anfügen");
      await page.getByText("Diese Art von Datei nehmen wir nicht an").first().waitFor();
      await page.getByLabel("Dateien auswählen").setInputFiles(pdf(stamp));
      await press(page, "Datei anfügen");
      await said(page, "Die Datei ist angefügt.");
      await follow(page, "Fertig");
      await follow(page, "Prüfen und abgeben");
      await headed(page, "Prüfen und abgeben");
      await page.getByText("Plan am Bach.pdf").waitFor();
      await tick(page.getByRole("checkbox", { name: /^Die Stellungnahme darf/ }));
      await press(page, "Stellungnahme abgeben");
      await headed(page, "Danke. Ihre Stellungnahme ist angekommen.");
      await page.getByText(`Mehr Schatten, bitte. ${stamp}`).waitFor();
      // The first mail asks whether the address is hers, and holds nothing that was typed.
      await page.getByText("E-Mail unterwegs").waitFor();
      const asked = await letterTo(`kim@${stamp}.example`);
      assert.doesNotMatch(asked, /Schatten|Kim Beispiel/);
      await go(page, linkIn(asked));
      await headed(page, "Ist das Ihre E-Mail-Adresse?");
      await press(page, "Ja, das ist meine Adresse");
      await headed(page, "Ihre Adresse ist bestätigt");
      await newLetter(`kim@${stamp}.example`, /Mehr Schatten, bitte\./);
      await go(page, linkIn(asked));
      await page.getByText("ist schon bestätigt").waitFor();
      await go(page, `${own}/receipt`);
      await page.getByText("Bestätigt", { exact: true }).waitFor();
      await press(page, "Neue Fassung schreiben");
      await page.getByText("Bis Sie sie abgeben, zählt die bisherige.").waitFor();
      await writeWhole(page, `Doch lieber Bänke. ${stamp}`);
      await follow(page, "Prüfen und abgeben");
      await press(page, "Stellungnahme abgeben");
      await page.getByText(/Fassung 1 vom .* wurde ersetzt/).waitFor();
      await follow(page, "Stellungnahme zurückziehen");
      await press(page, "Zurückziehen");
      await said(page, "Ihre Stellungnahme ist zurückgezogen.");
      await go(page, `${own}/receipt`);
      assert.equal(path(page), own);
    }));

  test("a person has her statement deleted, and its number stays", () =>
    visit(PLAIN, async (page) => {
      const own = await handedIn(page, `Das soll weg. ${stamp}`);
      await follow(page, "Stellungnahme löschen");
      await headed(page, "Stellungnahme löschen?");
      await press(page, "Endgültig löschen");
      await page.getByText("Setzen Sie bitte das Häkchen").first().waitFor();
      await tick(page.getByRole("checkbox", { name: "Ich möchte meine Stellungnahme löschen." }));
      await press(page, "Endgültig löschen");
      await said(page, "Ihre Stellungnahme ist gelöscht.");
      const number = (await page.getByText(/Geblieben ist die Nummer/).innerText()).match(/Nummer (\d+)/)[1];
      await go(page, `${own}/receipt`);
      assert.equal(path(page), own);
      await signIn(page, "editor", `/desk${HOME}/statements?state=erased`);
      await page.locator("tbody td.wide").getByText("Gelöscht auf Wunsch").first().waitFor();
      await go(page, `/desk${HOME}/statements/${number}`);
      await page.getByRole("heading", { name: "Der Inhalt ist gelöscht" }).waitFor();
      assert.ok(!(await page.content()).includes("Das soll weg."));
    }));

  test("a text is saved while it is being written, and a second window does not overwrite it", () =>
    visit({}, async (page) => {
      const own = await begin(page);
      await go(page, `${own}/parts/sp-1-3`);
      const other = await page.context().newPage();
      await go(other, `${own}/parts/sp-1-3`);
      await write(page, /^Ihr Text/, "Rampen an jedem Eingang.");
      await said(page, "Gespeichert:");
      await go(page, `${own}/parts/sp-1-3`);
      assert.equal(await page.getByRole("textbox", { name: /^Ihr Text/ }).inputValue(), "Rampen an jedem Eingang.");
      await write(other, /^Ihr Text/, "Aufzüge an jedem Eingang.");
      await said(other, "Jemand anderes hat hier inzwischen geschrieben");
      await other.close();
    }));

  test("the author drafts, the signatory gives back, reads and hands in; more time is asked for and granted", async () => {
    await visit(PLAIN, async (page) => {
      await comeIn(page, AUTHOR);
      await follow(page, "Spielplätze in Lindenau");
      await headed(page, "Ihre Stellungnahme");
      await follow(page, "Um mehr Zeit bitten");
      const day = new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel("Bis wann brauchen Sie Zeit?").fill(day);
      await write(page, /^Warum brauchen Sie mehr Zeit/, "Unser Aufsichtsrat tagt erst dann.");
      await press(page, "Um mehr Zeit bitten");
      await said(page, "Ihre Anfrage ist bei uns.");
      await go(page, TABLE);
      await writeWhole(page, `Wir bauen mit. ${stamp}`);
      await follow(page, "Lesen und zur Unterschrift geben");
      await press(page, "Zur Unterschrift geben");
      await said(page, "Der Entwurf liegt jetzt bei der zeichnungsberechtigten Person.");
    });
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", `/desk${HOME}/deadlines`);
      const box = page.getByRole("checkbox", { name: /Wohnbau Lindenau GmbH/ });
      await tick(box);
      await page.getByLabel("Neuer letzter Tag").fill(new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10));
      await page.getByLabel("Grund").fill("Der Aufsichtsrat muss zustimmen.");
      await press(page, "Längere Frist geben");
      // On a day off the town is asked whether it means the next working day.
      const later = page.locator("button[name=decided][value=move]");
      if (await later.isVisible()) await click(later);
      await said(page, "Die längere Frist gilt");
    });
    await visit(PLAIN, async (page) => {
      await comeIn(page, SIGNATORY);
      await go(page, TABLE);
      await page.getByText("Das ist die längere Frist, die Ihre Organisation bekommen hat.").waitFor();
      await press(page, "Zurück an die Verfasser");
      await said(page, "Der Entwurf ist wieder bei den Verfassern.");
      await follow(page, "Prüfen und abgeben");
      await press(page, "Stellungnahme abgeben");
      await headed(page, "Danke. Ihre Stellungnahme ist angekommen.");
      await page.getByText(`Wir bauen mit. ${stamp}`).waitFor();
    });
    await visit(PLAIN, async (page) => {
      await go(page, HOME);
      await page.getByText(/Für .* die Frist bis .* verlängert/).first().waitFor();
      await go(page, `${HOME}/statements`);
      await headed(page, "Stellungnahmen");
    });
  });

  describe("every page", () => {
    let own;
    let sent;
    let signed;
    let erased;
    let asked;
    let member;
    before(() =>
      visit(PLAIN, async (page) => {
        own = await begin(page);
        await writeWhole(page, "Ein Donaudampfschifffahrtsgesellschaftskapitänsmützenspielplatz wäre schön.");
        await follow(page, "Anlagen");
        await page.getByLabel("Dateien auswählen").setInputFiles(pdf(`${stamp} again`));
        await press(page, "Datei anfügen");
        await said(page, "Die Datei ist angefügt.");
        sent = await begin(page);
        await writeWhole(page, "Alles gut.");
        await follow(page, "Wer unterschreibt");
        await write(page, "Name", "Robin Beispiel");
        await press(page, "Speichern");
        await go(page, `${sent}/review`);
        await press(page, "Stellungnahme abgeben");
        const email = `alex@${stamp}.example`;
        signed = await begin(page);
        await writeWhole(page, "Mehr Schaukeln.");
        await follow(page, "Wer unterschreibt");
        await write(page, "Name", "Alex Beispiel");
        await write(page, /^E-Mail-Adresse/, email);
        await press(page, "Speichern");
        await go(page, `${signed}/review`);
        await press(page, "Stellungnahme abgeben");
        asked = linkIn(await letterTo(email));
        erased = await handedIn(page, "Das geht gleich wieder.");
        await go(page, `${erased}/erasure`);
        await tick(page.getByRole("checkbox", { name: "Ich möchte meine Stellungnahme löschen." }));
        await press(page, "Endgültig löschen");
        await comeIn(page, "hanne.lorbeer@seniorenrat-lindenau.example");
        member = await page.context().cookies();
      }),
    );

    for (const variant of DAY_AND_NIGHT) {
      test(`looks right, ${variant.name}`, () =>
        visit(variant, async (page) => {
          const see = async (url, name) => {
            const answer = await go(page, url);
            await all(
              () => validHtml(answer),
              () => axe(page),
              () => noHorizontalScroll(page),
              () => shot(page, `statement ${name} ${variant.name}`),
            );
          };
          await see(`${HOME}/statement`, "intro");
          await see("/consultations/ziele-2035/statements", "public");
          await see("/consultations/ziele-2035/statements/2", "public one");
          await see(own, "home");
          await see(`${own}/parts/whole`, "whole");
          await see(`${own}/parts/sp-1-3`, "part");
          await see(`${own}/people`, "people");
          await see(`${own}/files`, "files");
          await see(`${own}/review`, "review");
          await see(`${own}/discard`, "discard");
          await see(sent, "sent");
          await see(`${sent}/receipt`, "receipt");
          await see(`${signed}/receipt`, "receipt to confirm");
          await see(`${signed}/erasure`, "erasure");
          await see(erased, "erased");
          await see(asked, "address");
          await page.context().addCookies(member);
          await see(TABLE, "table");
          await see(`${TABLE}/extension`, "extension");
          await see("/organisation/consultations/ziele-2035/statement/receipt", "past receipt");
        }));
    }
  });
});
