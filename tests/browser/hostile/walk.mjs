// Somebody walks through the town by its links, fills in every form she meets with hostile texts, and later walks again
// and looks at what became of them.

import { arrival } from "../support.mjs";
import { attach } from "./files.mjs";
import { fill, isStrict, listForms, press, textual, value } from "./forms.mjs";
import { BUTTONS, ENDING, FILE, LEADS_ON, MANY, PREVIEWS, REFUSED } from "./manners.mjs";
import { ELSEWHERE } from "./payloads.mjs";
import { pattern } from "./routes.mjs";
import { examine, inspect } from "./traps.mjs";

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
   * @param {object} ledger what all walks share, see the story
   * @param {RegExp} within the addresses that she opens
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
        this.ledger.visited.add(at);
        if (FILE.test(at)) {
          if (!this.files.has(at)) this.files.set(at, address); // made once, when all files are opened
          continue;
        }
        this.pages.set(address, undefined);
        batch.push(address);
      }
      if (!batch.length) continue;
      if (!this.page.url().startsWith("http")) await this.page.goto("/healthz");
      const seen = await this.page.evaluate(readAll, { batch, elsewhere: ELSEWHERE });
      for (const [n, page] of seen.entries()) {
        const [address, at] = [batch[n], pattern(batch[n])];
        queue.push(...page.links);
        if (page.kind !== "page") {
          if (page.kind === "file" && !this.files.has(at)) this.files.set(at, address);
          this.pages.delete(address);
          continue;
        }
        this.pages.set(address, page);
        this.#ask(address, page);
        for (const what of page.foreign) this.caught.push({ kind: "element", what: `${what} on ${address}` });
        for (const form of page.forms) this.#meet(form, address);
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
      const late = new Map([...this.results].filter((address) => !this.late.has(address)).map((address) => [this.#key(address), address]));
      for (const address of this.results) this.late.add(address);
      await this.reread([...late.values()]);
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

  /** Fills in a form until it is taken, and looks at every answer. */
  async fillIn({ key, address }) {
    await this.page.goto(address);
    const [, action] = key.split(" ");
    const tries = { numbers: new Map(), levels: new Map() }; // of each field: its number, how often it was refused
    for (let turn = 0; turn < (action in REFUSED ? 2 : 4); turn += 1) {
      const form = await this.#form(key);
      if (!form) {
        // The page has gone on; another one may still have it.
        this.known.delete(key);
        this.ledger.forms.delete(key);
        return;
      }
      await this.#write(form, tries);
      if (hasFile(form)) await attach(this.page, form, turn, this.ledger);
      const preview = tries.isPreviewed ? -1 : form.buttons.findIndex(({ value }) => PREVIEWS.includes(value));
      tries.isPreviewed = true;
      const choice = BUTTONS.map((wanted) => form.buttons.findIndex(({ value }) => value === wanted)).find((at) => at >= 0) ?? 0;
      const { status, isTaken, links } = await this.#send(form, preview >= 0 ? preview : choice);
      await this.look();
      if (status === 403 || status === 404) this.caught.push({ kind: "form", what: `${key} is shown and not hers to send` });
      const again = await this.#form(key);
      if (isTaken && preview < 0) return this.#arrive(links);
      if (!isTaken) await this.#learn(form, again, tries);
      if (!again) await this.page.goto(address);
    }
    if (!(action in REFUSED)) this.refused.push(key);
  }

  /** The form that stands in the page now. */
  async #form(key) {
    return (await this.page.evaluate(listForms)).find((one) => identity(one) === key);
  }

  /** Types into every field, and chooses where there is a choice. Rows that come along later stay empty. */
  async #write(form, tries) {
    tries.only ??= form.fields.map(({ name }) => name);
    const texts = {};
    for (const field of textual(form)) {
      if (!tries.only.includes(field.name)) continue;
      if (!tries.numbers.has(field.name)) tries.numbers.set(field.name, (this.ledger.next += 1));
      const n = tries.numbers.get(field.name);
      texts[field.name] = value(field, n, tries.levels.get(field.name) ?? 0, this.ledger.codes);
      this.filled.add(`${title(form)} ${field.name}`);
      this.ledger.typed.set(n, `${this.who}: ${title(form)} ${field.name}`);
    }
    await this.page.evaluate(fill, { index: form.index, texts, secret: "Linden-im-Sommerregen", days: this.ledger.days, only: tries.only });
  }

  /** What was refused is typed less hostilely the next time. */
  async #learn(form, again, { levels }) {
    const fields = again?.fields ?? [];
    const refused = fields.filter(({ isRefused }) => isRefused).map(({ name }) => name);
    // A form from paper names its questions above, and nowhere else.
    const said = (await this.page.locator("[role=alert]").allTextContents()).join();
    const questions = [...said.matchAll(/Frage (\d+):/g)].map(([, n]) => `q${n}.`);
    refused.push(...fields.map(({ name }) => name).filter((name) => questions.some((of) => name.startsWith(of))));
    for (const field of textual(form)) {
      const isMeant = !refused.length || refused.includes(field.name) || isStrict(field);
      if (isMeant) levels.set(field.name, (levels.get(field.name) ?? 0) + (questions.length ? 2 : 1));
    }
  }

  /** A form was taken: what it led to is read as well. */
  async #arrive(links) {
    this.taken += 1;
    const { pathname, search } = new URL(this.page.url());
    const [, code] = pathname.match(/^\/p\/([^/]+)/) ?? [];
    if (code && !this.ledger.codes.includes(code)) this.ledger.codes.push(code);
    this.results.add(pathname + search);
    await this.discover([pathname + search, ...links]);
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
    const links = await this.page.evaluate(() =>
      [...document.links].map((link) => link.getAttribute("href")).filter((link) => /^\/(?!\/)/.test(link)),
    );
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
