// Coding by single keys: 1 to 9 tick a theme, Enter saves. Everything goes without this script as well, and the keys can be switched
// off, for people whose voice or assistive device types letters (WCAG 2.1.4).
"use strict";

(() => {
  const form = document.querySelector("form[data-coding]");
  const line = document.querySelector("[data-keys-switch]");
  if (!form || !line) return;
  const KEPT = "coding-keys";
  const box = line.querySelector("input");
  line.hidden = false;
  try {
    box.checked = localStorage.getItem(KEPT) !== "off";
  } catch {
    // Without storage they are on until the page is left.
  }
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, box.checked ? "on" : "off");
    } catch {
      // See above.
    }
  });

  const isTyping = (element) => element.matches("textarea, select, button, a, summary, input:not([type=checkbox])");

  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button[value="save"]'));
      return;
    }
    const pick = form.querySelector(`input[data-key="${CSS.escape(event.key)}"]`);
    if (!pick) return;
    event.preventDefault();
    pick.checked = !pick.checked;
    pick.focus({ preventScroll: true });
  });
})();
