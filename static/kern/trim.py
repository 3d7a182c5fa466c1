#!/usr/bin/env python3
"""Cut KERN's style sheet down to what the templates use, and write kern.css beside this script.

Usage: trim.py path/to/kern.css    (see VERSION for where that file comes from)

Kept are: rules without a KERN class (the reset), rules whose KERN classes all occur in templates/ or in EXTRA,
and those custom properties which kept rules or our own style sheets read. Everything is put into the cascade
layer `kern`, so that a plain rule in app.css wins without fighting over specificity.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
STATIC = HERE.parent
TEMPLATES = STATIC.parent / "templates"

# Class names which templates put together from a variable, so that a search for the whole name misses them.
EXTRA = {
    f"kern-{part}--{kind}"
    for part in ("alert", "badge", "icon")
    for kind in ("info", "success", "warning", "danger")
} | {
    "kern-btn--primary", "kern-btn--secondary", "kern-btn--tertiary",
    "kern-form-check__radio", "kern-form-check__checkbox",
    "kern-light", "kern-dark",  # stand beside body in the rule that sets the colours
}

# Rules of the reset that get in the way: the font is inherited from body, and a focus ring is drawn in app.css.
UNWANTED = ("*:not(i)", "area[href]", "iframe:", "[tabindex]", "[contentEditable")


def blocks(css):
    """Yield (prelude, body) of each block on this level; a declaration list comes as (None, text)."""
    depth, start, open_at, quote = 0, 0, 0, ""
    for at, char in enumerate(css):
        if quote:
            quote = "" if char == quote and css[at - 1] != "\\" else quote
        elif char in "\"'":
            quote = char
        elif char == "{":
            depth += 1
            if depth == 1:
                open_at = at
        elif char == "}":
            depth -= 1
            if depth == 0:
                yield " ".join(css[start:open_at].split()), css[open_at + 1 : at]
                start = at + 1
        elif char == ";" and depth == 0:
            start = at + 1  # an at-rule without a block, such as @charset


def split(text, separator):
    """Split outside of strings and brackets."""
    parts, depth, quote, start = [], 0, "", 0
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == separator and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def wanted(selector, used):
    if selector.startswith(UNWANTED):
        return False
    # What stands in :not() does not have to occur.
    return set(re.findall(r"\.(kern-[\w-]+)", re.sub(r":not\([^()]*\)", "", selector))) <= used


def trim(css, used):
    """The tree of kept rules: (prelude, list of declarations or of rules)."""
    kept = []
    for prelude, body in blocks(css):
        if prelude.startswith(("@media", "@supports")):
            inner = trim(body, used)
            if inner:
                kept.append((prelude, inner))
        elif not prelude.startswith("@"):
            selectors = [s for s in split(prelude, ",") if wanted(s, used)]
            declarations = [d for d in split(body, ";") if not d.startswith("-webkit-mask")]
            if selectors and declarations:
                kept.append((",".join(selectors), declarations))
    return kept


def declarations(tree):
    for _, body in tree:
        for item in body:
            if isinstance(item, str):
                yield item
            else:
                yield from declarations([item])


def read_properties(tree, outside):
    """The custom properties which are read, directly or through others."""
    defined, needed = {}, set(re.findall(r"var\((--[\w-]+)", outside))
    for declaration in declarations(tree):
        name, _, value = declaration.partition(":")
        names = set(re.findall(r"var\((--[\w-]+)", value))
        if name.strip().startswith("--"):
            defined.setdefault(name.strip(), set()).update(names)
        else:
            needed |= names
    todo = list(needed)
    while todo:
        for name in defined.get(todo.pop(), ()):
            if name not in needed:
                needed.add(name)
                todo.append(name)
    return needed


def write(tree, needed):
    out = []
    for prelude, body in tree:
        if body and not isinstance(body[0], str):
            inner = write(body, needed)
            if inner:
                out.append(f"{prelude}{{\n{inner}\n}}")
            continue
        lines = [d for d in body if not d.startswith("--") or d.partition(":")[0].strip() in needed]
        if lines:
            # A fallback repeats the token that is always defined: var(--a, 4px) -> var(--a)
            text = ";".join(re.sub(r":\s+", ":", d, count=1) for d in lines)
            # KERN paints its icons white in forced colours, whatever the ground: let them follow the letters.
            text = text.replace("var(--kern-color-white) !important", "CanvasText")
            text = re.sub(r"var\((--[\w-]+),[^()]*\)", r"var(\1)", text)
            out.append(f"{prelude}{{{text}}}")
    return "\n".join(out)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = re.sub(r"/\*.*?\*/", "", pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), flags=re.S)
    templates = "".join(p.read_text(encoding="utf-8") for p in sorted(TEMPLATES.rglob("*.html")))
    own = "".join(p.read_text(encoding="utf-8") for p in sorted(STATIC.glob("*.css")))
    used = set(re.findall(r"kern-[\w-]*\w", templates)) | EXTRA
    tree = trim(source, used)
    css = write(tree, read_properties(tree, own))
    head = "/* KERN-UX 2.7.2, https://www.kern-ux.de, EUPL-1.2 (LICENSE.md); cut down by trim.py, do not edit. */\n"
    (HERE / "kern.css").write_text(f"{head}@layer kern{{\n{css}\n}}\n", encoding="utf-8")
    print(f"kern.css: {len(css.encode()) // 1024} KiB, {len(used)} classes")


if __name__ == "__main__":
    main()
