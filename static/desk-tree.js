// Comfort for the tree of an edition in work: everything here also goes by its buttons, without this script.
// Alt with the arrow keys moves the element that has the focus; with the mouse it can be dragged; an open menu closes
// with Escape or a click elsewhere; after an act the focus returns to the button that was pressed.
"use strict";

(() => {
  const acts = document.getElementById("tree_acts");
  const tree = document.querySelector(".tree");
  if (!acts || !tree) return;
  const REMEMBERED = "tree-focus";

  /** Does an act as if its button had been pressed. */
  function press(act) {
    const button = document.createElement("button");
    button.name = "act";
    button.value = act;
    button.hidden = true;
    acts.append(button);
    acts.requestSubmit(button);
  }

  acts.addEventListener("submit", (event) => {
    try {
      sessionStorage.setItem(REMEMBERED, event.submitter?.value ?? "");
    } catch {
      // Without storage the focus goes to the element alone.
    }
  });

  /** Where people were before the page came again: the same button, else the element that the address names. */
  function returnFocus() {
    const there = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    let pressed = "";
    try {
      pressed = sessionStorage.getItem(REMEMBERED) ?? "";
      sessionStorage.removeItem(REMEMBERED);
    } catch {
      return;
    }
    if (!pressed) return;
    const same = [...document.querySelectorAll('button[name="act"]')].find((button) => button.value === pressed);
    const near = there ? there.querySelector(".tree__row button, .tree__row a") : null;
    (same ?? near)?.focus();
  }
  returnFocus();

  tree.addEventListener("keydown", (event) => {
    const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const item = event.target.closest(".tree__item");
    if (!event.altKey || !way || !item) return;
    event.preventDefault();
    item.querySelector(`:scope > .tree__row button[value^="${way} "]`)?.click();
  });

  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.menu[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  // Dragging: an element goes before or behind another of its kind, or to the beginning of one that may hold it.
  const ABOVE = { goal: "field", "action-goal": "goal" };
  let dragged = null;

  /** Where the dragged element would land on this one: `parent/after`, and which edge shows it. */
  function landing(over, y) {
    const { kind, parent, before } = over.dataset;
    if (over === dragged || dragged.contains(over)) return null;
    if (kind === dragged.dataset.kind) {
      const row = over.querySelector(":scope > .tree__row").getBoundingClientRect();
      const isBefore = y < row.top + row.height / 2;
      if (isBefore && before === dragged.id) return null;
      return isBefore ? { spot: `${parent}/${before}`, edge: "before" } : { spot: `${parent}/${over.id}`, edge: "after" };
    }
    if (ABOVE[dragged.dataset.kind] === kind) return { spot: `${over.id}/`, edge: "after" };
    return null;
  }

  const clear = () => {
    for (const row of tree.querySelectorAll("[data-drop]")) delete row.dataset.drop;
  };

  for (const item of tree.querySelectorAll(".tree__item")) {
    if (item.dataset.kind === "principle") continue;
    const row = item.querySelector(":scope > .tree__row");
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.id);
    });
    row.addEventListener("dragend", () => {
      dragged = null;
      clear();
    });
  }
  tree.addEventListener("dragover", (event) => {
    const row = event.target.closest?.(".tree__row");
    clear();
    const at = dragged && row && landing(row.parentElement, event.clientY);
    if (!at) return;
    event.preventDefault();
    row.dataset.drop = at.edge;
  });
  tree.addEventListener("drop", (event) => {
    const row = event.target.closest?.(".tree__row");
    const at = dragged && row && landing(row.parentElement, event.clientY);
    clear();
    if (!at) return;
    event.preventDefault();
    press(`place ${dragged.id} ${at.spot}`);
  });

  document.getElementById("tree_hint").hidden = false;
})();
