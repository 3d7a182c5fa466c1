// Typing paper forms: a digit crosses the box with that number in the question that has the focus, 0 empties it, Enter
// goes on to the next question instead of sending the form. Everything works without this too.
"use strict";
document.querySelector(".typing")?.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !field.matches?.("input")) return;
  const boxes = field.closest(".type__boxes");
  if (boxes && /^[0-9]$/.test(event.key)) {
    const all = [...boxes.querySelectorAll("input")];
    const many = boxes.dataset.keys === "many";
    if (event.key === "0") {
      if (many) all.forEach((box) => { box.checked = false; });
      else all.at(-1).checked = true;
    } else {
      const box = all[Number(event.key) - 1];
      if (!box || (!many && box === all.at(-1))) return;
      box.checked = many ? !box.checked : true;
      if (!many) box.focus();
    }
    event.preventDefault();
  } else if (event.key === "Enter") {
    const stops = [...event.currentTarget.querySelectorAll("input:not([type=hidden]), textarea, button")];
    const own = boxes ? [...boxes.querySelectorAll("input")] : [field];
    const next = stops[stops.indexOf(own.at(-1)) + 1];
    if (next) { event.preventDefault(); (next.closest(".type__boxes")?.querySelector("input:checked") ?? next).focus(); }
  }
});
