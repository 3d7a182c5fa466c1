// Somebody types hostile texts into every field of the product, in every role; then everyone walks through the town, in a
// browser full of traps, and nothing may run, be blocked, ask another host, lead away or stand on a page as an element.
// Whatever is typed is text. The story has a town of its own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { examineFile, parser, sentFile, textOf } from "./hostile/exports.mjs";
import { ELSEWHERE, hostile, mark, marks } from "./hostile/payloads.mjs";
import { ROUTES } from "./hostile/routes.mjs";
import { town } from "./hostile/town.mjs";
import { faults, inspect, trapped } from "./hostile/traps.mjs";
import { NAMES, REFUSED, pdf, send } from "./hostile/uploads.mjs";
import { Walk } from "./hostile/walk.mjs";
import { STORY_PASSWORD, launched } from "./support.mjs";

/** Where a walk without an account begins: pages, what programs read, the ways in. */
const PUBLIC = ["/", "/papers", "/results", "/receipt", "/log", "/api", "/api/v1/consultations", "/oparl/v1.1/bodies"].concat(
  ["/my", "/sign-in", "/sign-in/forgotten", "/organisation/sign-in", "/my/sign-in"],
);
/** Whoever signs in at the desk, in the order in which they fill in forms: what is released can be coded, then answered. */
const STAFF = { moderator: "freigabe", evaluator: "auswertung", editor: "redaktion", councillor: "gemeinderat", admin: "verwaltung" };
const MEMBER = "hanne.lorbeer@seniorenrat-lindenau.example";

/** Files that a form answers with: who may have them, the page of the form, where it goes. */
const EXPORTS = [
  ["evaluator", "/desk/consultations/spielplaetze/contributions", "/desk/consultations/spielplaetze/contributions"],
  ["evaluator", "/desk/consultations/spielplaetze/raw", "/desk/consultations/spielplaetze/raw"],
  ["admin", "/desk/journal", "/desk/journal"],
];

/** How many fields each finds at least; how many kinds of pages there are, how many forms are taken, how many texts typed, read as text, and seen at all. */
const FIELDS = { outside: 29, member: 7, moderator: 4, evaluator: 66, editor: 190, councillor: 3, admin: 16 };
const [PAGES, TAKEN, TYPED, READ, SEEN] = [260, 110, 295, 135, 275];

/** Forms that nobody meets on this walk, and why. */
const UNMET = {
  "asks for a second factor, which the demo town has not": ["/sign-in/code", "/sign-in/setup", "/desk/account/recovery", "/desk/accounts/{account}/factor"],
  "has fields for passwords alone": ["/sign-in/new-password/{secret}", "/invitation/{secret}"],
  "needs an identity provider": ["/desk/accounts/{account}/provider"],
  "needs a consultation for invited households": ["/consultations/{consultation}/code"],
  "has buttons and boxes alone, and no field": [
    "/subscriptions/{subscription}/one-click",
    "/desk/accounts/{account}/enable",
    "/desk/strategies/{strategy}/editions/{number}/publish",
    "/desk/strategies/{strategy}/editions/{number}/withdraw",
    "/desk/strategies/{strategy}/editions/{number}/delete",
    "/desk/consultations/{consultation}/publish",
    "/desk/consultations/{consultation}/restore",
    "/desk/consultations/{consultation}/erase",
    "/desk/consultations/{consultation}/duplicates",
    "/desk/mails",
    "/desk/mails/{mail}/removal",
    "/desk/pages/{page}/{language}/versions",
    "/desk/papers/{paper}/decision",
    "/desk/bodies/{body}/removal",
    "/desk/organisations/{organisation}/opening",
    "/organisation/sign-in-again",
    "/organisation/sign-in/{secret}",
    "/my/address/{secret}",
    "/p/{code}/account",
    "/organisation/consultations/{consultation}/statement/release",
    "/organisation/consultations/{consultation}/statement/nil",
  ],
};

/** Fields that are there only while a mail waits, mostly for less than a second: a walk may see one and find it gone. Their address is asked instead. */
const BRIEF = ["get /desk/mails q"];

/** Drawn from figures alone, and slowly; no text stands there. */
const PICTURES = /\/(charts\.zip|chart\.png)$/;

const day = (later) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
const ledger = {
  next: 10, // the number of the field before
  typed: new Map(), // number -> who, where, which field
  forms: new Map(), // form -> who fills it in
  actions: new Set(), // where forms lead
  visited: new Set(), // patterns of addresses
  read: new Set(), // numbers that stood on a page as text
  again: new Set(), // numbers that stood in a field again
  codes: [], // of receipts
  drawn: new Set(), // patterns of pages that were looked at once hostile texts stood there
  days: { today: day(0), until: day(40) },
};
const walks = {};
let home;

before(async () => {
  home = await town();
});
after(() => home?.end());

async function walk(who, start, within) {
  const one = new Walk(who, await trapped(await launched(), home.base), start, ledger, within);
  await one.begin();
  walks[who] = one;
  return one;
}

/** Nothing was caught since the last time. */
function unharmed({ who, caught }) {
  const found = [...new Set(caught.splice(0).map(({ kind, what }) => `${kind}: ${what}`))];
  assert.ok(!found.length, `${who}:\n  ${found.slice(0, 40).join("\n  ")}`);
}

/** Waits for a mail with such a link for each of these; gives all links. */
async function letters(to, ways) {
  for (let tries = 0; tries < 300; tries += 1) {
    const links = (await home.links()).filter((link) => to.test(link.to)).map(({ path }) => path);
    if (ways.every((way) => links.some((link) => link.startsWith(way)))) return links;
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`no mail to ${to} with each of ${ways}`);
}

const press = (page) => Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").first().click()]);

describe("hostile texts", () => {
  test("would be caught: the traps catch what they should", async () => {
    const { context, page, caught } = await trapped(await launched(), home.base);
    const serve = async (body, head = {}, then = () => {}) => {
      await page.route("**/trap", (route) => route.fulfill({ body, headers: { "content-type": "text/html; charset=utf-8", ...head } }));
      await page.route(`**//${ELSEWHERE}/**`, (route) => route.fulfill({ body: "elsewhere" }));
      await page.goto("/trap").catch(() => {}); // one leads away before it is there
      await page.waitForLoadState();
      await then();
      caught.push(...(await inspect(page)).caught);
      await page.unrouteAll();
    };
    const kinds = () => [...new Set(caught.splice(0).map(({ kind }) => kind))].sort();

    const sees = async (kind, body, head, then) => {
      await serve(body, head, then);
      assert.ok(kinds().includes(kind), `the trap for "${kind}" catches nothing`);
    };
    await sees("ran", "<script>__f(1)</script>");
    await sees("ran", '<iframe srcdoc="<script>parent.__f(1)</script>"></iframe>');
    await sees("dialog", "<script>alert(1)</script>");
    await sees("script", "<script>null.x</script>");
    await sees("request", `<img src="//${ELSEWHERE}/1">`);
    await sees("led away", `<script>location = "//${ELSEWHERE}/1"</script>`);
    await sees("window", '<a href="/healthz" target="_blank">on</a>', {}, () => Promise.all([context.waitForEvent("page"), page.click("a")]));
    await sees("frame", '<iframe src="/healthz"></iframe>');
    await sees("element", `<p ${mark(1)}></p>`);
    await sees("computed", "<p>41000017</p>");
    await sees("escaped twice", "<p>&amp;#39;&amp;gt;&amp;lt;zz17z onfocus</p>");
    await sees("head", "<p>an answer that says nothing</p>");
    const strict = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };
    await sees("policy", "<img src=x onerror=__f(1)>", strict);
    await sees("console", "<script>__f(1)</script>", strict);
    // Each family alone is seen, wherever it breaks out of.
    for (const [n, [before, behind]] of [["<p>", "</p>"], ['<input value="', '">'], ["<input value='", "'>"], ["<textarea>", "</textarea>"], ["<title>", "</title>"], ["<!--", "-->"], ["<p title=", ">"]].entries()) {
      await serve(`${before}${hostile(n + 20, 700)}${behind}`);
      assert.ok(kinds().includes("element"), `a text in ${before} that is not escaped is not seen`);
    }
    await context.close();
  });

  test("are typed by residents and whoever else has no account", async () => {
    const one = await walk("outside", PUBLIC, /^\/(?!desk)/);
    await one.type();
    // What left by mail is opened as well.
    const ways = ["/my/sign-in/", "/organisation/registration/", "/subscriptions/confirm/", "/statement-address/"];
    await one.discover(await letters(/zz\d+z/, ways));
    await one.type();
    await one.again(["/my", ...ledger.codes.flatMap((code) => [`/p/${code}`, `/p/${code}/review`])]);
    unharmed(one);
  });

  test("are typed by a member of an organisation", async () => {
    const one = await walk("member", ["/organisation"], /^\/organisation/);
    await one.page.goto("/organisation/sign-in");
    await one.page.getByLabel("E-Mail-Adresse").fill(MEMBER);
    await press(one.page);
    await one.page.goto((await letters(new RegExp(MEMBER), ["/organisation/sign-in/"])).at(-1));
    await press(one.page);
    await one.type();
    unharmed(one);
  });

  for (const [role, name] of Object.entries(STAFF)) {
    test(`are typed at the desk: ${role}`, async () => {
      // First where hostile texts wait already.
      const one = await walk(role, ["/desk/moderation?q=zz", "/desk"], /^\/desk/);
      await one.page.goto("/sign-in");
      await one.page.getByLabel(/^E-Mail/).fill(`${name}@lindenau.example`);
      await one.page.getByLabel(/^Passwor/).fill(STORY_PASSWORD);
      await press(one.page);
      await one.type();
      unharmed(one);
    });
  }

  test("are typed by authors who object, and by those whom the desk has written to", async () => {
    const one = walks.outside;
    // The newest first: the others are answered.
    await one.discover((await letters(/./, ["/organisation/invitation/"])).filter((link) => link.startsWith("/organisation/invitation/")).reverse());
    await one.again(["/my", ...ledger.codes.flatMap((code) => [`/p/${code}/receipt`, `/p/${code}/comments`])]);
    unharmed(one);
    // And what is answered to that.
    await walks.moderator.again([...walks.moderator.results]);
    unharmed(walks.moderator);
  });

  test("are the names of files, and files are not what they seem", async () => {
    const { page, context, caught } = walks.outside;
    await page.goto("/consultations/spielplaetze/statement");
    await press(page);
    const place = `${new URL(page.url()).pathname}/files`;
    await page.goto(place);
    for (const [name, type, content] of REFUSED) assert.equal(await send(page, name, type, content), 422, `${name} as ${type} comes in`);
    for (const name of NAMES) await send(page, name, "application/pdf", pdf(name));
    await walks.outside.open(place);
    const files = await page.locator("a[href*='/files/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.ok(files.length >= 4, `only ${files.length} files were taken`);
    for (const file of files) {
      const answer = await context.request.get(file);
      const head = answer.headers();
      assert.equal(answer.status(), 200);
      assert.match(head["content-disposition"], /^attachment; filename="[^"\\/]*"(; filename\*=UTF-8''[\w!#$&+.^`|~%-]+)?$/);
      assert.equal(head["content-type"], "application/pdf");
      assert.equal(head["x-content-type-options"], "nosniff");
    }
    unharmed({ who: "outside", caught });
  });

  test("stand in addresses", async () => {
    const asked = new Set();
    for (const one of [walks.outside, walks.admin, walks.editor]) {
      for (const [at, { address, names }] of one.queries) {
        if (asked.has(at) || one.files.has(at)) continue;
        asked.add(at);
        const query = new URLSearchParams([...names].filter((name) => name !== "lang").map((name) => [name, hostile((ledger.next += 1), 100)]));
        await one.open(`${address}?${query}`);
      }
      await one.open(`/?lang=${encodeURIComponent(hostile(9, 90))}`);
      unharmed(one);
    }
    for (const [, address, name] of BRIEF.map((field) => field.split(" "))) {
      const query = new URLSearchParams({ [name]: hostile((ledger.next += 1), 100) });
      assert.equal(await walks.admin.open(`${address}?${query}`), 200);
    }
    unharmed(walks.admin);
    assert.ok(asked.size >= 20, `only ${asked.size} addresses take a question`);
  });

  for (const who of ["outside", "member", "moderator", "councillor", "admin", "evaluator", "editor"]) {
    test(`are only read, wherever they stand: ${who}`, async () => {
      const one = walks[who];
      const { read, drawn } = await one.watch();
      assert.ok(read > 0 && drawn > 0, "nothing hostile stands anywhere");
      unharmed(one);
      const { origins } = await one.context.storageState({ indexedDB: true });
      const stored = origins.flatMap(({ localStorage, indexedDB }) => [...localStorage, ...(indexedDB ?? [])]);
      assert.deepEqual(stored.filter(({ name }) => name !== "coding-keys"), [], "something is kept in the browser");
      assert.deepEqual(await one.page.evaluate(() => Object.keys(sessionStorage).filter((key) => key !== "tree-focus")), []);
    });
  }

  test("are only text in files", async () => {
    const found = [];
    const holding = new Set();
    for (const one of Object.values(walks)) {
      await one.page.goto("/healthz");
      const parse = parser(one.page);
      for (const [at, address] of one.files) {
        if (PICTURES.test(at)) continue;
        const answer = await one.context.request.get(address);
        const bytes = await answer.body();
        found.push(...faults(address, answer.status(), answer.headers()).map((fault) => `${fault}: ${address}`));
        const name = at.includes("/{") && !/\.\w+$/.test(at) ? `${at}.json` : at;
        if (/json|xml/.test(answer.headers()["content-type"]) || /\.\w+$/.test(at)) found.push(...(await examineFile(name, bytes, parse)));
        if (marks(textOf(bytes)).length) holding.add(at);
      }
    }
    for (const [who, address, action] of EXPORTS) {
      const { name, bytes } = await sentFile(walks[who].page, address, action);
      found.push(...(await examineFile(name, bytes, parser(walks[who].page))));
      if (marks(textOf(bytes)).length) holding.add(action);
    }
    assert.ok(holding.size >= 20, `only ${holding.size} kinds of files hold hostile texts: ${[...holding].join(" ")}`);
    assert.deepEqual(found, []);
  });

  test("end what cannot be taken back", async () => {
    for (const one of Object.values(walks)) {
      await one.type(); // what was met only later
      await one.end();
      unharmed(one);
    }
    for (const address of ["/desk/journal", "/consultations/spielplaetze", "/desk/consultations/spielplaetze"]) await walks.admin.open(address);
    unharmed(walks.admin);
  });

  test("were typed into every field there is, and were seen again", (t) => {
    const all = Object.values(walks);
    const filled = new Set(all.flatMap((one) => [...one.filled]));
    for (const { who, found } of all) assert.ok(found.size >= FIELDS[who], `${who} finds only ${found.size} fields`);
    const missed = new Set(all.flatMap((one) => [...one.found]).filter((field) => !filled.has(field) && !BRIEF.includes(field)));
    assert.deepEqual([...missed], [], "fields nobody has typed into");
    assert.deepEqual(all.flatMap((one) => one.refused), [], "forms that were never taken");
    const taken = all.reduce((sum, one) => sum + one.taken, 0);
    assert.ok(taken >= TAKEN, `only ${taken} forms were taken`);

    const known = Object.values(UNMET).flat();
    const unmet = ROUTES.filter(({ path, post }) => post && !ledger.actions.has(path) && !known.includes(path)).map(({ path }) => path);
    assert.deepEqual(unmet, [], "forms that nobody has met; walk there, or say in UNMET why not");

    const seen = new Set([...ledger.read, ...ledger.again]);
    const pages = ROUTES.filter(({ path, get }) => get && ledger.visited.has(path)).length;
    const numbers = `${pages} kinds of pages and files; ${ledger.typed.size} texts typed into ${filled.size} fields by ${taken} forms, ${ledger.read.size} read as text, ${seen.size} seen again`;
    t.diagnostic(numbers);
    assert.ok(pages >= PAGES && ledger.typed.size >= TYPED && ledger.read.size >= READ && seen.size >= SEEN, numbers);
  });
});
