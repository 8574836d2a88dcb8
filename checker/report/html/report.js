"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const by = (id) => document.getElementById(id);
  const findings = all(".finding");
  const visible = (finding) => !finding.hidden;

  document.documentElement.classList.add("js");
  all("button.copy").forEach((button) => { button.hidden = false; });
  by("bar").hidden = findings.length === 0;

  /* Folded parts open when something in them is wanted, and all of them for print. */
  const reveal = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.scrollIntoView({ block: "center" });
  };
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));

  /* A sentence and what it draws on light up together while either is pointed at, focused or held by a click. */
  const partners = new Map();
  const link = (one, other) => partners.set(one, (partners.get(one) || new Set()).add(other));
  all("[data-join]").forEach((segment) => {
    segment.dataset.join.split(" ").map(by).filter(Boolean).forEach((source) => {
      link(segment, source);
      link(source, segment);
    });
  });
  let held = null;
  let lit = [];
  const join = (segment) => {
    lit.forEach((element) => element.classList.remove("joined"));
    lit = segment && partners.has(segment) ? [segment, ...partners.get(segment)] : [];
    lit.forEach((element) => element.classList.add("joined"));
  };
  const segmentOf = (node) => (node instanceof Element ? node.closest(".seg") : null);
  const hold = (segment) => {
    held = segment;
    join(segment);
  };
  /* Brings the first partner into its own pane, where panes scroll by themselves, and leaves the page where it is. */
  const bring = (segment) => {
    const first = [...(partners.get(segment) || [])].find((other) => !other.closest("details:not([open])"));
    const pane = first && first.closest(".side");
    if (!pane || pane.scrollHeight <= pane.clientHeight || pane === segment.closest(".side")) return;
    const inner = first.getBoundingClientRect();
    const outer = pane.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - outer.height / 3;
  };
  document.addEventListener("pointerover", (event) => join(segmentOf(event.target) || held));
  document.addEventListener("focusin", (event) => {
    const segment = segmentOf(event.target);
    join(segment || held);
    if (segment) bring(segment);
  });
  document.addEventListener("click", (event) => {
    const segment = segmentOf(event.target);
    if (event.target.closest("a, button, summary, input, label") || String(getSelection())) return;
    hold(segment && segment !== held ? segment : null);
    if (held) bring(held);
  });

  /* From finding to finding. */
  let current = null;
  const say = () => {
    const shown = findings.filter(visible);
    const at = shown.indexOf(current);
    const open = shown.filter((finding) => finding.dataset.severity === "neutral").length;
    const sure = shown.length - open;
    const words = [];
    if (sure || !open) words.push(`${sure} finding${sure === 1 ? "" : "s"}`);
    if (open) words.push(`${open} undetermined`);
    by("at").textContent = at < 0 ? words.join(", ") : `${at + 1} of ${shown.length}`;
  };
  const go = (finding) => {
    if (!finding) return;
    current = finding;
    finding.focus({ preventScroll: true });
    reveal(finding);
    say();
  };
  const step = (by_) => {
    const shown = findings.filter(visible);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    if (at >= 0) return go(shown[(at + by_ + shown.length) % shown.length]);
    const after = shown.findIndex((finding) => finding.getBoundingClientRect().top > 0);
    return go(shown[by_ > 0 ? Math.max(after, 0) : (after > 0 ? after : shown.length) - 1]);
  };
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding) { current = finding; say(); }
  });
  by("next").addEventListener("click", () => step(1));
  by("previous").addEventListener("click", () => step(-1));
  const follow = () => {
    const wanted = location.hash.length > 1 && by(location.hash.slice(1));
    if (!wanted) return;
    if (wanted.classList.contains("finding")) { wanted.hidden = false; go(wanted); } else reveal(wanted);
    const segment = segmentOf(wanted);
    if (segment) hold(segment);
  };
  addEventListener("hashchange", follow);

  /* The map: its shapes are small, so the nearest one within a finger's breadth is meant. */
  const far = (shape, event) => {
    const box = shape.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
  };
  all(".map").forEach((map) => map.addEventListener("click", (event) => {
    const shapes = all("[data-to]", map).map((shape) => [far(shape, event), shape]);
    const [distance, shape] = shapes.reduce((one, other) => (other[0] < one[0] ? other : one), [Infinity, null]);
    const wanted = distance < 16 && by(shape.dataset.to);
    if (!wanted) return;
    event.stopPropagation();
    if (wanted.classList.contains("finding")) return go(wanted);
    hold(wanted);
    const finding = wanted.querySelector(".finding:not([hidden])");
    if (finding) go(finding); else reveal(wanted);
    bring(wanted);
  }));

  /* Copying: the parts marked for it, a line each. */
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const copied = (finding) => {
    const owner = finding.closest(".document");
    const lines = [plain(finding.querySelector(".rule"))];
    if (finding.dataset.text) lines.push(finding.dataset.text.replace(/\s+/g, " ").trim());
    return [plain(owner.querySelector("h2")), ...lines, ...all("[data-copy]", finding).map(plain)].join("\n");
  };
  const written = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const copy = async (finding) => {
    const button = finding.querySelector("button.copy");
    await written(copied(finding));
    finding.focus({ preventScroll: true });
    button.textContent = "copied";
    setTimeout(() => { button.textContent = "copy"; }, 1500);
  };
  all("button.copy").forEach((button) => button.addEventListener("click", () => copy(button.closest(".finding"))));

  /* Filters. */
  const form = by("filters");
  if (form) {
    const entries = new Map(all(".index li").map((entry) => [entry.dataset.for, entry]));
    const names = ["rule", "severity", "language"];
    const apply = () => {
      const chosen = new Map(names.map((name) => {
        const boxes = all(`input[name=${name}]`, form);
        return [name, boxes.length ? new Set(boxes.filter((box) => box.checked).map((box) => box.value)) : null];
      }));
      findings.forEach((finding) => {
        finding.hidden = names.some((name) => chosen.get(name) && !chosen.get(name).has(finding.dataset[name]));
        const entry = entries.get(finding.id);
        if (entry) entry.hidden = finding.hidden;
      });
      all(".pair").forEach((pair) => { pair.hidden = !all(".finding", pair).some(visible); });
      by("shown").textContent = `${findings.filter(visible).length} of ${findings.length} shown`;
      if (current && current.hidden) current = null;
      say();
    };
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  /* Keys. */
  const keys = by("keys");
  const letters = by("letters");
  by("show-keys").addEventListener("click", () => keys.showModal());
  by("close-keys").addEventListener("click", () => keys.close());
  const across = () => {
    const here = segmentOf(document.activeElement);
    const there = here && [...(partners.get(here) || [])][0];
    if (!there) return;
    const target = there.querySelector(".finding, a") || there;
    if (target === there) there.tabIndex = -1;
    target.focus({ preventScroll: true });
    reveal(there);
  };
  const actions = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), o: across,
    c: () => current && copy(current),
    "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold(null);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open || !letters.checked) return;
    if (event.target.closest("textarea, select, input:not([type=checkbox])")) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  /* A pane that scrolls by itself must be within reach of the keyboard. */
  const panes = all(".free .right");
  const reach = () => panes.forEach((pane) => {
    const scrolls = pane.scrollHeight > pane.clientHeight + 1;
    if (scrolls) pane.tabIndex = 0; else pane.removeAttribute("tabindex");
  });
  if (panes.length) new ResizeObserver(reach).observe(document.body);
  reach();
  say();
  follow();
})();
