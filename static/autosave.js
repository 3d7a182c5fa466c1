// Saves a text while it is being written: two seconds after the last key. Everything works without this too; the button saves
// the same way. What a colleague wrote meanwhile is never overwritten: the server says so, and saving by itself stops.
"use strict";
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const said = form.querySelector("[data-autosave-said]");
  const text = form.elements.namedItem("text");
  const seen = form.elements.namedItem("seen");
  let timer = 0, busy = false, stopped = false, saved = text.value;
  const save = async () => {
    if (busy || stopped || text.value === saved) return;
    busy = true;
    const value = text.value;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "auto");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      const told = await answer.json();
      if (told.seen) { saved = value; seen.value = told.seen; }
      stopped = told.stop;
      said.textContent = told.said;
    } catch { /* no connection: the text still stands in the field, and the next key tries again */ }
    busy = false;
    if (!stopped && text.value !== saved) wait();
  };
  const wait = () => { clearTimeout(timer); timer = setTimeout(save, 2000); };
  text.addEventListener("input", wait);
  form.addEventListener("submit", () => { stopped = true; });
}
