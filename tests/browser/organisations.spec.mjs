// Organisations: staff take lists over from a table and write to those on it; whoever got the mail comes in by its link,
// adds a colleague or declines; an organisation registers itself and is let in. Then every page with axe.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, letterTo, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press, tick, write } from "./survey.mjs";
import { xlsx } from "./xlsx.mjs";

const PLAIN = { script: false };
const HOME = "/consultations/spielplaetze";
const LIST = `/desk${HOME}/organisations`;
const HEAD = ["Name", "Art", "Anschrift", "E-Mail"];

// Names that no other run of this story has used.
const stamp = Date.now().toString(36);
const club = { name: `Waldverein ${stamp} e.V.`, email: `post@wald-${stamp}.example` };
const firm = { name: `Sandkasten ${stamp} GmbH`, email: `post@sand-${stamp}.example` };

const csv = (rows) => ({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map((row) => row.join(";")).join("\r\n")) });
const workbook = (rows) => ({ name: "liste.xlsx", mimeType: "application/octet-stream", buffer: xlsx(rows) });
const said = (page, hasText) => page.getByRole("status").filter({ hasText }).waitFor();
const row = (page, name) => page.getByRole("row", { name: new RegExp(name.replaceAll(".", "\\.")) });

/** The newest mail to an address, once it reads like this. */
async function letterLike(address, pattern) {
  for (let tries = 0; tries < 60; tries += 1) {
    const mail = await letterTo(address);
    if (pattern.test(mail)) return mail;
    await new Promise((done) => setTimeout(done, 500));
  }
  return assert.fail(`no mail like ${pattern} has left to ${address}`);
}

const followed = new Set();

/** The path in the newest mail to an address that leads to a page of organisations, other than those given before. */
async function link(address, kind) {
  for (let tries = 0; tries < 60; tries += 1) {
    const mail = await letterLike(address, new RegExp(`/organisation/${kind}/\\S+`));
    const [path] = mail.match(new RegExp(`/organisation/${kind}/\\S+`));
    if (!followed.has(path)) {
      followed.add(path);
      return path;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  return assert.fail(`no new mail has left to ${address}`);
}

/** Chooses a table and looks at what would come of it. */
async function look(page, file) {
  await page.getByLabel("Datei", { exact: true }).setInputFiles(file);
  await press(page, "Ansehen");
}

/** Comes in by the newest link that went to an address. */
async function comeIn(page, email) {
  await go(page, await link(email, "sign-in"));
  await press(page, "Jetzt anmelden");
  await page.getByText("Angemeldet als").waitFor();
}

/** Asks for a link by oneself and comes in by it. */
async function signInAs(page, email) {
  await go(page, "/organisation/sign-in");
  await write(page, "E-Mail-Adresse", email);
  await press(page, "Link anfordern");
  await headed(page, "Sehen Sie in Ihr Postfach");
  await comeIn(page, email);
}

/** Puts an organisation onto the list by a table, and writes to it. Gives the link of its invitation. */
async function invited(page, { name, email }) {
  await go(page, `${LIST}/import`);
  await look(page, csv([HEAD, [name, "Verein", "", email]]));
  await press(page, "Eine Organisation auf die Liste setzen");
  await said(page, "Die Liste ist ergänzt.");
  await follow(page, /^Einladung an .* schicken$/);
  await press(page, "Mails schicken");
  await said(page, "Die Mails sind unterwegs.");
  return link(email, "invitation");
}

describe("organisations", () => {
  test("staff take a list over from CSV and from XLSX, correct it, and write to those on it", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", LIST);
      await follow(page, "Tabelle übernehmen");
      await headed(page, "Tabelle mit Organisationen");
      await look(page, csv([HEAD, [club.name, "Verein", "Am Wald 1", club.email], [firm.name, "Zunft", "", "keine"]]));
      await page.getByText(/^Eine Zeile geht so nicht. Berichtigen Sie/).waitFor();
      assert.match(await row(page, firm.name).innerText(), /^3\b[\s\S]*Wählen Sie bitte, was die Organisation ist/);
      assert.equal(await page.getByRole("button", { name: /auf die Liste setzen/ }).count(), 0);
      await look(page, csv([HEAD, [club.name, "Verein", "Am Wald 1", club.email]]));
      await page.getByText("1 neu, 0 schon bekannt").waitFor();
      await press(page, "Eine Organisation auf die Liste setzen");
      await said(page, "Die Liste ist ergänzt.");

      await go(page, `${LIST}/import`);
      await look(page, workbook([HEAD, [club.name, "", "", club.email], [firm.name, "Firma", "Sandweg 2", "post@"]]));
      assert.match(await row(page, firm.name).innerText(), /^3\b/);
      await look(page, workbook([HEAD, [club.name, "", "", club.email], [firm.name, "Firma", "Sandweg 2", firm.email]]));
      await page.getByText("1 neu, 0 schon bekannt, 1 schon auf der Liste.").waitFor();
      await press(page, "Eine Organisation auf die Liste setzen");
      await said(page, "Die Liste ist ergänzt.");
      for (const ending of ["csv", "xlsx"]) {
        const template = await page.request.get(`${LIST}/template.${ending}`);
        await go(page, `${LIST}/import`);
        await look(page, { name: `vorlage.${ending}`, mimeType: "application/octet-stream", buffer: await template.body() });
        await row(page, "Beispielverein Lindenau").waitFor();
      }

      await go(page, LIST);
      await follow(page, /^Einladung an .* schicken$/);
      await page.getByText(club.email).waitFor();
      await press(page, "Mails schicken");
      await said(page, "Die Mails sind unterwegs.");
    });
    let colleague;
    await visit(PLAIN, async (page) => {
      const letter = await link(club.email, "invitation");
      // A mail program looks at the link; nothing comes of it.
      await go(page, letter);
      await go(page, letter);
      await press(page, "Teilnehmen und Link bekommen");
      await page.getByRole("alert").filter({ hasText: "Bitte schreiben Sie den Namen der Person." }).waitFor();
      await write(page, "Name", "Wilma Waldmann");
      await write(page, "E-Mail-Adresse", `wilma-${club.email}`);
      await press(page, "Teilnehmen und Link bekommen");
      await page.getByText("Sehen Sie in Ihr Postfach").waitFor();
      const way = await link(`wilma-${club.email}`, "sign-in");
      await go(page, way);
      await go(page, way);
      await press(page, "Jetzt anmelden");
      await headed(page, club.name);
      await page.getByText("Sie nehmen teil").waitFor();
      await go(page, way, 404);

      // On every page the head leads back.
      await go(page, "/");
      await follow(page, "Ihre Organisation");
      await write(page, "Name", "Udo Unterholz");
      colleague = `udo-${club.email}`;
      await write(page, "E-Mail-Adresse", colleague);
      await press(page, "Hinzufügen und Link schicken");
      await page.getByRole("alert").filter({ hasText: "Wählen Sie mindestens eine Aufgabe." }).waitFor();
      assert.equal(await page.getByLabel("Name").inputValue(), "Udo Unterholz");
      await tick(page.getByRole("checkbox", { name: /^schreibt Entwürfe/ }));
      await press(page, "Hinzufügen und Link schicken");
      await page.getByText("Udo Unterholz").waitFor();
    });
    await visit(PLAIN, async (page) => {
      await comeIn(page, colleague);
      await headed(page, club.name);
      // She writes; who else may act is not hers to decide.
      assert.equal(await page.getByRole("button", { name: "Hinzufügen und Link schicken" }).count(), 0);
      await press(page, "Abmelden");
      await headed(page, "Für Ihre Organisation anmelden");
      assert.equal(await page.getByRole("link", { name: "Ihre Organisation" }).count(), 0);
    });
    await visit(PLAIN, async (page) => {
      const letter = await link(firm.email, "invitation");
      await go(page, letter);
      await press(page, "Absagen");
      await page.getByText("Sie haben abgesagt").waitFor();
    });
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", LIST);
      assert.match(await row(page, club.name).innerText(), /nimmt teil/);
      assert.match(await row(page, firm.name).innerText(), /abgesagt/);
    });
  });

  test("an organisation registers itself, confirms its address and is let in", async () => {
    const name = `Drachenfreunde ${stamp}`;
    const email = `dora@drachen-${stamp}.example`;
    let way;
    await visit(PLAIN, async (page) => {
      await go(page, HOME);
      await follow(page, "Organisation anmelden");
      await press(page, "Anmelden und Link bekommen");
      await page.getByRole("alert").filter({ hasText: "Wie heißt die Organisation?" }).waitFor();
      await write(page, "Name der Organisation", name);
      await tick(page.getByRole("radio", { name: "Verein oder Verband" }));
      await write(page, "Ihr Name", "Dora Drache");
      await write(page, /^E-Mail-Adresse/, email);
      await press(page, "Anmelden und Link bekommen");
      await headed(page, "Sehen Sie in Ihr Postfach");
      way = await link(email, "registration");
    });
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", `/desk/organisations?q=${encodeURIComponent(name)}`);
      // Nobody has confirmed the address yet, a mail program that looks at the link neither.
      await go(page, way);
      await go(page, `/desk/organisations?q=${encodeURIComponent(name)}`);
      assert.equal(await page.getByRole("link", { name }).count(), 0);
    });
    await visit(PLAIN, async (page) => {
      await go(page, way);
      await press(page, "Adresse bestätigen");
      await headed(page, name);
      await page.getByText("Wir prüfen Ihre Anmeldung").waitFor();
      await go(page, way, 404);
      await visit(PLAIN, async (desk) => {
        await signIn(desk, "editor", "/desk/organisations?state=waiting");
        await follow(desk, name);
        await press(desk, "Bestätigen");
        await said(desk, "Bestätigt.");
      });
      await letterLike(email, /ist im Beteiligungsportal .* bestätigt/);
      await go(page, "/organisation");
      await page.getByText("Sie nehmen teil").waitFor();
      assert.equal(await page.getByText("Wir prüfen Ihre Anmeldung").count(), 0);
    });
  });

  test("nobody comes to what is another organisation's", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", "/desk/organisations");
      const of = async (search) => {
        await go(page, `/desk/organisations?q=${search}`);
        await click(page.locator("main tbody a").first());
        const member = await page.locator('main a[href*="/members/"]:not([href$="/new"])').first().getAttribute("href");
        return [new URL(page.url()).pathname, member.split("/").at(-1)];
      };
      const [[first], [, member]] = [await of("Seniorenrat"), await of("Wohnbau")];
      await go(page, `${first}/members/${member}`, 404);
      await go(page, "/desk/organisations/01ARZ3NDEKTSV4RRFFQ69G5FAV", 404);
      // A link of somebody else's, guessed.
      await go(page, "/organisation/sign-in/01ARZ3NDEKTSV4RRFFQ69G5FAV", 404);
      await go(page, "/organisation/invitation/01ARZ3NDEKTSV4RRFFQ69G5FAV", 404);
      await page.context().clearCookies();
      await go(page, first);
      await headed(page, /^Anmelden/);
    });
  });

  test("what was typed when a session was over is still there after coming in again", async () => {
    const person = { name: `Kastanienkreis ${stamp}`, email: `post@kastanie-${stamp}.example` };
    const email = `karl@kastanie-${stamp}.example`;
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", LIST);
      const letter = await invited(page, person);
      await page.context().clearCookies();
      await go(page, letter);
      await write(page, "Name", "Karl Kern");
      await write(page, "E-Mail-Adresse", email);
      await press(page, "Teilnehmen und Link bekommen");
      await comeIn(page, email);
      await write(page, "Name", "Maronie Baum");
      await write(page, "E-Mail-Adresse", `maronie-${email}`);
      await tick(page.getByRole("checkbox", { name: /^schreibt Entwürfe/ }));
      await page.context().clearCookies();
      await press(page, "Hinzufügen und Link schicken");
      await headed(page, "Bitte melden Sie sich noch einmal an");
      await page.getByText("Maronie Baum").waitFor();
      await shot(page, "organisations again");
      await write(page, "E-Mail-Adresse", email);
      await press(page, "Link anfordern");
      await headed(page, "Sehen Sie in Ihr Postfach");
      await shot(page, "organisations again sent");
      const tab = await page.context().newPage();
      await comeIn(tab, email);
      await press(page, "Ich bin angemeldet, weiter");
      await headed(page, "Weiter mit dem, was Sie geschrieben haben");
      await press(page, "Absenden");
      await headed(page, person.name);
      await page.getByText(`maronie-${email}`).waitFor();
    });
  });

  describe("every page", () => {
    const party = { name: `Lindenbund ${stamp} e.V.`, email: `post@linde-${stamp}.example` };
    const email = `lilo@linde-${stamp}.example`;
    let letter;
    let staff;
    let member;
    before(() =>
      visit(PLAIN, async (page) => {
        await signIn(page, "editor", LIST);
        staff = await page.context().cookies();
        letter = await invited(page, party);
        await page.context().clearCookies();
        await go(page, letter);
        await write(page, "Name", "Lilo Linde");
        await write(page, "E-Mail-Adresse", email);
        await press(page, "Teilnehmen und Link bekommen");
        await signInAs(page, email);
        member = await page.context().cookies();
      }),
    );

    for (const variant of DAY_AND_NIGHT) {
      test(`looks right, ${variant.name}`, () =>
        visit(variant, async (page) => {
          const see = async (path, name, after) => {
            const answer = await go(page, path);
            await after?.();
            await all(
              () => after ?? validHtml(answer),
              () => axe(page),
              () => noHorizontalScroll(page),
              () => shot(page, `organisations ${name} ${variant.name}`),
            );
          };
          await see(`${HOME}/organisation`, "register");
          await see("/organisation/sign-in", "sign-in");
          await see(letter, "invitation");
          await page.context().addCookies(member);
          await see("/organisation", "own");
          await see("/", "greeted");
          await page.context().clearCookies();
          await page.context().addCookies(staff);
          await see(LIST, "list");
          await see(`${LIST}/add`, "add");
          await see(`${LIST}/import`, "import");
          await see(`${LIST}/import`, "import faulty", () =>
            look(page, csv([HEAD, ["Guter Verein", "Verein", "", "gut@verein.example"], ["Schlechte Zeile", "Zunft", "", "keine"]])),
          );
          await see("/desk/organisations", "desk");
          await see("/desk/organisations/new", "new");
          await page.goto(`/desk/organisations?q=Lindenbund+${stamp}`);
          const url = await page.locator("main tbody a").first().getAttribute("href");
          await see(url, "one");
          await see(`${url}/members/new`, "member new");
          await page.goto(url);
          await see(await page.locator('main a[href*="/members/"]:not([href$="/new"])').first().getAttribute("href"), "member");
        }));
    }
  });
});
