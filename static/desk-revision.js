// Comfort for the revision desk; everything goes without it. The difference to the last edition follows what is typed: the server
// is asked for it when the keys rest, so that there is one difference and not two. Alt with page up or down goes to the element
// before or after; in both trees the arrow keys go from element to element.
"use strict";

(() => {
  const RESTING = 500;
  // Read aloud only after a longer rest, so that nobody is talked over while she types.
  const SILENT = 2000;
  const form = document.querySelector("form[data-live]");
  const place = document.getElementById("compared");
  const said = document.querySelector("[data-live-said]");
  if (!form || !place || !said) return;
  const words = () => ["title", "text"].map((name) => form.elements.namedItem(name)?.value ?? "").join("\n\n");
  let shown = words(), rest = 0, silence = 0, asked = null;

  async function compare() {
    const now = words();
    if (now === shown) return;
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "compare");
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error", signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("compared");
      if (!found) return;
      place.replaceChildren(...found.childNodes);
      place.dataset.said = found.dataset.said;
      shown = now;
      clearTimeout(silence);
      silence = setTimeout(() => { said.textContent = place.dataset.said; }, SILENT);
    } catch {
      // Overtaken by the next key, or no connection: the button is still there.
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  form.addEventListener("input", (event) => {
    if (!["title", "text"].includes(event.target.name)) return;
    clearTimeout(rest);
    clearTimeout(silence);
    rest = setTimeout(compare, RESTING);
  });
})();

document.addEventListener("keydown", (event) => {
  const way = { PageUp: "prev", PageDown: "next" }[event.key];
  const link = way && event.altKey && document.querySelector(`a[rel="${way}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

(() => {
  const trees = document.querySelector(".trees");
  const hint = document.querySelector("[data-trees-hint]");
  if (!trees || !hint) return;
  hint.hidden = false;
  const links = () => [...trees.querySelectorAll("a[data-leaf]")].filter((link) => link.checkVisibility());
  trees.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches("a[data-leaf]") || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = links();
    const next = all[all.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  // A field that is folded opens for the link that leads into it.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const field = target && target.closest("details");
    if (!field || field.open) return;
    field.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
