// Somebody walks through the town by its links, fills in every form she meets with hostile texts, and later walks again
// and looks at what became of them.

import { arrival } from "../support.mjs";
import { attach } from "./files.mjs";
import { fill, isStrict, listForms, press, textual, value } from "./forms.mjs";
import { ELSEWHERE } from "./payloads.mjs";
import { pattern } from "./routes.mjs";
import { examine, inspect } from "./traps.mjs";

/** Pages of one pattern that differ in more than words: how many of them are read. */
const MANY = {
  "/p/{code}/{survey}/{question}": 40,
  "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}": 12,
  "/desk/consultations/{consultation}/surveys/{survey}/new-question": 12,
  "/desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}": 8,
  "/desk/moderation/{text}": 3,
  "/desk/papers/{paper}": 2,
  "/desk/consultations/{consultation}": 9,
  "/desk/consultations/{consultation}/edit": 9,
  "/desk/consultations/{consultation}/surveys": 9,
  "/desk/consultations/{consultation}/surveys/{survey}": 9,
  "/organisation/sign-in/{secret}": 2,
  "/organisation/invitation/{secret}": 6,
};
/** What these forms do cannot be taken back, and much would be gone that is to be looked at: they come last. */
const ENDING = /\/(removal|remove|delete|deletion|discard|withdraw|withdrawal|erase|erasure|disable|closing|close|refusal|seal|finish|publish|restore)$/;
/** Forms without a field for text that lead on to some, or make public what was typed. */
const LEADS_ON = [
  "/consultations/{consultation}/survey",
  "/consultations/{consultation}/statement",
  "/p/{code}/review",
  "/p/{code}/statement/review",
  "/p/{code}/account",
  "/my/sign-in/{secret}",
  "/organisation/registration/{secret}",
  "/organisation/sign-in/{secret}",
  "/subscriptions/confirm/{subscription}",
  "/statement-address/{secret}",
  "/organisation/consultations/{consultation}/statement/release",
  "/organisation/consultations/{consultation}/statement/review",
  "/desk/moderation",
  "/desk/strategies/{strategy}/drafts",
  "/desk/organisations/{organisation}/confirmation",
  "/desk/strategies/{strategy}/uploads/{upload}",
  "/desk/strategies/{strategy}/editions/{number}/publish",
  "/desk/consultations/{consultation}/organisations/letters/{to}",
  "/organisation/consultations/{consultation}/statement/extension",
];
/** What is refused however it is filled in, and why. The page that says so is looked at all the same. */
export const REFUSED = {
  "/receipt": "there is no receipt yet when it is asked for",
  "/sign-in": "nobody has such an address",
  "/desk/account/factor": "it asks for the code of an app",
  "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}": "people have answered, so that only typing errors can be corrected",
  "/desk/consultations/{consultation}/statements/import": "a row without a party is not taken",
};
/** Of several buttons, the first of these; else the first there is. */
const BUTTONS = ["publish", "approve", "release", "grant", "save", "keep", "next", "add"];
const PREVIEWS = ["preview", "compare"];

const names = (form) => [...new Set(textual(form).map(({ name }) => name.replaceAll(/\d+/g, "#")))].sort();
const title = (form) => `${form.method} ${pattern(form.action) ?? form.action}`;
const hasFile = (form) => form.fields.some(({ type }) => type === "file");
const isTyped = (form) => names(form).length > 0 || hasFile(form);
/** Two forms are the same if they go to the same pattern with the same fields. */
const identity = (form) => `${title(form)} [${names(form)}]`;

export class Walk {
  /**
   * @param {string} who as the report calls her
   * @param {{page: object, caught: object[]}} window
   * @param {string[]} start where she begins
   * @param {object} ledger what all walks share: `next` number, `typed` number -> field, `codes` of receipts
   */
  constructor(who, window, start, ledger, within = /^/) {
    Object.assign(this, { who, start, ledger, within, ...window });
    this.pages = new Map(); // address -> what stands there
    this.counts = new Map();
    this.tasks = [];
    this.endings = [];
    this.known = new Set(); // forms
    this.found = new Set(); // fields
    this.filled = new Set();
    this.files = new Map(); // pattern -> address of what is not a page
    this.queries = new Map(); // pattern -> an address and the names it takes after its question mark
    this.results = new Set(); // addresses that forms led to
    this.late = new Set(); // those that were read again at the end
    this.taken = 0;
    this.refused = [];
  }

  /** Prepares the window: what runs in the page is there before the page is. */
  async begin() {
    await this.context.addInitScript({ content: `globalThis.__look = { examine: ${examine}, listForms: ${listForms} };` });
  }

  /** Pages with the same key differ in words, not in what they are made of. */
  #key(address) {
    const [path, query = ""] = address.split("?");
    const search = new URLSearchParams(query);
    return `${pattern(path)} ${[...search.keys()].sort()} ${search.get("kind") ?? ""}`;
  }

  /**
   * Follows links from these addresses without drawing the pages, and remembers forms, files and hostile texts: two pages of
   * each kind (of a consultation that runs, and of one that does not), or `each` of every pattern.
   */
  async discover(addresses, each) {
    const queue = [...addresses];
    while (queue.length) {
      const batch = [];
      while (queue.length && batch.length < 6) {
        const address = queue.shift().split("#")[0].replace(/[?&]lang=\w+$/, "");
        const at = pattern(address);
        if (!at || this.pages.has(address) || address.startsWith("/sign-in/oidc") || !this.within.test(address)) continue;
        const key = each ? at : this.#key(address);
        const count = this.counts.get(key) ?? 0;
        if (count >= (each ?? MANY[at] ?? (at.includes("{consultation}") ? 2 : 1))) continue;
        this.counts.set(key, count + 1);
        this.pages.set(address, undefined);
        batch.push(address);
      }
      if (!batch.length) continue;
      if (!this.page.url().startsWith("http")) await this.page.goto("/healthz");
      const seen = await this.page.evaluate(readAll, { batch, elsewhere: ELSEWHERE });
      for (const [n, page] of seen.entries()) {
        if (page.kind !== "page") {
          if (page.kind === "file" && !this.files.has(pattern(batch[n]))) this.files.set(pattern(batch[n]), batch[n]);
          this.ledger.visited.add(pattern(batch[n]));
          this.pages.delete(batch[n]);
          queue.push(...page.links);
          continue;
        }
        this.ledger.visited.add(pattern(batch[n]));
        this.#ask(batch[n], page);
        for (const what of page.foreign) this.caught.push({ kind: "element", what: `${what} on ${batch[n]}` });
        this.pages.set(batch[n], page);
        queue.push(...page.links);
        for (const form of page.forms) this.#meet(form, batch[n]);
      }
    }
  }

  /** Remembers what an address may be asked for: in links, and in forms that only ask. */
  #ask(address, { links, forms }) {
    const remember = (to, names) => {
      const at = pattern(to);
      if (!at || names.every((name) => name === "lang")) return;
      const known = this.queries.get(at) ?? this.queries.set(at, { address: to.split(/[?#]/)[0], names: new Set() }).get(at);
      for (const name of names) known.names.add(name);
    };
    for (const link of links) {
      const [to, query] = link.split("#")[0].split("?");
      if (query && to.startsWith("/")) remember(to, [...new URLSearchParams(query).keys()]);
    }
    for (const form of forms) if (form.method === "get") remember(form.action || address, form.fields.map(({ name }) => name));
  }

  #meet(form, address) {
    if (form.method === "post") this.ledger.actions.add(pattern(form.action));
    const key = identity(form);
    if (this.known.has(key)) return;
    const leadsOn = form.method === "post" && LEADS_ON.includes(pattern(form.action));
    if ((!isTyped(form) && !leadsOn) || !form.buttons.length) return;
    this.known.add(key);
    for (const { name } of textual(form)) this.found.add(`${title(form)} ${name}`);
    // It is the same form whoever sees it: who meets it first fills it in.
    if (isTyped(form) && this.ledger.forms.has(key)) return;
    this.ledger.forms.set(key, this.who);
    const task = { key, address, isTyped: isTyped(form) };
    if (isTyped(form) && ENDING.test(form.action)) this.endings.push(task);
    else this.tasks.push(task);
  }

  /** Reads pages once more that may have changed. */
  async reread(addresses) {
    for (const address of addresses) {
      this.pages.delete(address);
      this.counts.delete(this.#key(address));
      await this.discover([address]);
    }
  }

  /** The same, and fills in what is new there. */
  async again(addresses) {
    await this.reread(addresses);
    await this.type();
  }

  /** Fills in all forms, and those that these lead to. Forms that lead on come after those for text. */
  async type() {
    await this.discover(this.start);
    while (this.tasks.length) {
      const next = Math.max(0, this.tasks.findIndex(({ isTyped }) => isTyped));
      const [task] = this.tasks.splice(next, 1);
      await this.fillIn(task);
      if (this.tasks.length) continue;
      // Where forms have led there may be more to do than when the page was read.
      const late = [...this.results].filter((address) => !this.late.has(address));
      for (const address of late) this.late.add(address);
      await this.reread(late);
    }
  }

  /** What comes last. */
  async end() {
    for (const task of this.endings.splice(0)) await this.fillIn(task);
  }

  /** Opens a page and looks it over. Gives the status. */
  async open(address) {
    const answer = await this.page.goto(address);
    await this.look();
    return answer.status();
  }

  async look() {
    if (!this.page.url().startsWith("http")) return;
    const { caught, read, typed } = await inspect(this.page);
    this.caught.push(...caught);
    for (const n of read) this.ledger.read.add(n);
    for (const n of typed) this.ledger.again.add(n);
  }

  async fillIn({ key, address }) {
    await this.page.goto(address);
    const at = pattern(key.split(" ")[1]) ?? key.split(" ")[1];
    const numbers = new Map();
    const levels = new Map();
    let isPreviewed = false;
    let only; // what the form had at first
    for (let tries = 0; tries < (at in REFUSED ? 2 : 4); tries += 1) {
      const form = (await this.page.evaluate(listForms, {})).find((one) => identity(one) === key);
      if (!form) {
        // The page has gone on; another one may still have it.
        this.known.delete(key);
        this.ledger.forms.delete(key);
        return;
      }
      const texts = {};
      only ??= form.fields.map(({ name }) => name);
      for (const field of textual(form).filter(({ name }) => only.includes(name))) {
        if (!numbers.has(field.name)) numbers.set(field.name, (this.ledger.next += 1));
        const n = numbers.get(field.name);
        texts[field.name] = value(field, n, levels.get(field.name) ?? 0, this.ledger.codes);
        this.filled.add(`${title(form)} ${field.name}`);
        this.ledger.typed.set(n, `${this.who}: ${title(form)} ${field.name}`);
      }
      await this.page.evaluate(fill, { index: form.index, texts, secret: "Linden-im-Sommerregen", days: this.ledger.days, only });
      if (hasFile(form)) await attach(this.page, form, tries, this.ledger);
      const preview = isPreviewed ? -1 : form.buttons.findIndex(({ value }) => PREVIEWS.includes(value));
      isPreviewed = true;
      const choice = BUTTONS.map((wanted) => form.buttons.findIndex(({ value }) => value === wanted)).find((at) => at >= 0) ?? 0;
      const answer = await this.#send(form, preview >= 0 ? preview : choice);
      await this.look();
      if (preview >= 0 && !answer.isTaken) {
        await this.page.goto(address);
        continue;
      }
      const [, code] = this.page.url().match(/\/p\/([^/?]+)/) ?? [];
      if (code && !this.ledger.codes.includes(code)) this.ledger.codes.push(code);
      if ([403, 404].includes(answer.status)) this.caught.push({ kind: "form", what: `${key} is shown and not hers to send` });
      if (answer.isTaken || form.method === "get") {
        this.taken += 1;
        const here = new URL(this.page.url());
        this.results.add(here.pathname + here.search);
        await this.discover([here.pathname + here.search, ...(answer.links ?? [])]);
        return;
      }
      const again = (await this.page.evaluate(listForms, {})).find((one) => identity(one) === key);
      const refused = again?.fields.filter(({ isRefused }) => isRefused).map(({ name }) => name) ?? [];
      // A form from paper names the questions only above.
      const questions = [...(await this.page.locator("[role=alert]").allTextContents()).join().matchAll(/Frage (\d+):/g)].map(([, n]) => `q${n}.`);
      refused.push(...(again?.fields ?? []).map(({ name }) => name).filter((name) => questions.some((of) => name.startsWith(of))));
      for (const field of textual(form)) {
        if (!refused.length || refused.includes(field.name) || isStrict(field)) levels.set(field.name, (levels.get(field.name) ?? 0) + (questions.length ? 2 : 1));
      }
      if (!again) await this.page.goto(address);
    }
    if (!(at in REFUSED)) this.refused.push(key);
  }

  /** Presses a button and waits for what comes of it. A form is taken when its answer leads on, or is a file. */
  async #send(form, button) {
    let answer;
    const hear = (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === this.page.mainFrame()) answer ??= response;
    };
    this.page.on("response", hear);
    const way = arrival(this.page);
    await this.page.evaluate(press, { index: form.index, button });
    await way;
    this.page.off("response", hear);
    const isFile = answer?.status() === 200 && !/^text\/html/.test(answer.headers()["content-type"] ?? "");
    const links = await this.page.evaluate(() => [...document.links].map((link) => link.getAttribute("href")).filter((link) => /^\/(?!\/)/.test(link)));
    return { isTaken: isFile || answer?.status() < 400, status: answer?.status(), links };
  }

  /**
   * Walks again, beginning where forms have led. Every page is read and taken apart; of each pattern the one is drawn on
   * which most hostile texts stand, by the first who sees one.
   */
  async watch() {
    const before = [...this.results, ...this.pages.keys()];
    this.pages.clear();
    this.counts.clear();
    await this.discover([...this.start, ...before], 1);
    const best = new Map();
    for (const [address, page] of this.pages) {
      if (page?.marks > (best.get(pattern(address))?.marks ?? 0)) best.set(pattern(address), { address, marks: page.marks });
    }
    const drawn = [...best].filter(([at]) => !this.ledger.drawn.has(at));
    for (const [at, { address }] of drawn) {
      this.ledger.drawn.add(at);
      await this.open(address);
    }
    return { read: this.pages.size, drawn: drawn.length };
  }
}

/** Runs in the browser: reads these addresses, as whoever is signed in, and takes the pages apart without drawing them. */
async function readAll({ batch, elsewhere }) {
  return Promise.all(
    batch.map(async (address) => {
      const answer = await fetch(address);
      const type = answer.headers.get("content-type") ?? "";
      const ours = (links) => links.map((link) => link.replace(location.origin, "")).filter((link) => /^\/(?!\/)/.test(link));
      if (/json/.test(type) && answer.ok) {
        return { kind: "file", links: ours([...(await answer.text()).matchAll(/"((?:https?:\/)?\/[^"\s]*)"/g)].map(([, link]) => link)) };
      }
      if (!/^text\/html/.test(type)) return { kind: answer.ok ? "file" : "fault", links: [] };
      const html = await answer.text();
      const doc = new DOMParser().parseFromString(html, "text/html");
      return {
        kind: "page",
        marks: new Set(html.match(/zz\d+z/g)).size,
        links: ours([...doc.querySelectorAll("a[href], link[rel=alternate]")].map((link) => link.getAttribute("href"))),
        forms: globalThis.__look.listForms({ doc, here: new URL(answer.url).pathname }),
        foreign: globalThis.__look.examine({ doc, elsewhere }).foreign,
      };
    }),
  );
}
