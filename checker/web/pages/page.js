"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const by = (id) => document.getElementById(id);
  const made = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* While a check runs: how far it is. */
  const waiting = document.querySelector("[data-state]");
  if (waiting) {
    const stage = by("stage");
    const bar = by("progress");
    const said = (text) => { if (stage.textContent !== text) stage.textContent = text; };
    const look = async () => {
      try {
        const state = await (await fetch(waiting.dataset.state)).json();
        if (!state.running) return location.replace(location.pathname);
        said(state.stage);
        if (state.total) { bar.max = state.total; bar.value = state.done; } else bar.removeAttribute("value");
      } catch {
        said("The server does not answer; perhaps it was stopped.");
      }
      setTimeout(look, 300);
    };
    setTimeout(look, 150);
  }

  /* The form: files are dropped on the place of their text, and are seen there. */
  const form = by("check");
  if (form) {
    const most = Number(form.dataset.most);
    const trouble = by("trouble");
    const places = all(".drop", form).map((place) => ({
      place,
      text: place.querySelector("textarea"),
      input: place.querySelector("input[type=file]"),
      chosen: place.querySelector(".chosen"),
    }));
    const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
    const complain = (sentence) => { trouble.textContent = sentence; trouble.hidden = !sentence; };
    const show = ({ place, input, chosen }) => {
      const file = input.files[0];
      place.classList.toggle("has-file", Boolean(file));
      chosen.hidden = !file;
      chosen.querySelector(".name").textContent = file ? `${file.name} (${size(file.size)})` : "";
      complain(file && file.size > most ? `${file.name} is over the ${Math.round(most / 1048576)} MB that are read.` : "");
    };
    const take = (one, files) => {
      if (files.length !== 1) return complain("One file at a time, please.");
      const holder = new DataTransfer();
      holder.items.add(files[0]);
      one.input.files = holder.files;
      show(one);
      return undefined;
    };
    places.forEach((one) => {
      one.input.addEventListener("change", () => show(one));
      one.chosen.querySelector("button").addEventListener("click", () => {
        one.input.value = "";
        show(one);
        one.text.focus();
      });
      const over = (event, is) => {
        if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        one.place.classList.toggle("over", is);
      };
      one.place.addEventListener("dragenter", (event) => over(event, true));
      one.place.addEventListener("dragover", (event) => over(event, true));
      one.place.addEventListener("dragleave", (event) => {
        if (!one.place.contains(event.relatedTarget)) one.place.classList.remove("over");
      });
      one.place.addEventListener("drop", (event) => {
        if (!event.dataTransfer.files.length) return;
        over(event, false);
        take(one, event.dataTransfer.files);
      });
      one.text.addEventListener("paste", (event) => {
        if (event.clipboardData && event.clipboardData.files.length && !event.clipboardData.types.includes("text/plain")) {
          event.preventDefault();
          take(one, event.clipboardData.files);
        }
      });
      one.text.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      });
      show(one);
    });
    /* A file that misses its place must not take the page away. */
    ["dragover", "drop"].forEach((name) => addEventListener(name, (event) => event.preventDefault()));

    const button = form.querySelector(".primary");
    form.addEventListener("submit", (event) => {
      const tooLarge = places.some(({ input }) => input.files[0] && input.files[0].size > most);
      if (tooLarge) return event.preventDefault();
      form.setAttribute("aria-busy", "true");
      button.textContent = "Checking …";
      return undefined;
    });
    addEventListener("pageshow", () => {
      form.removeAttribute("aria-busy");
      button.textContent = "Check";
      places.forEach(show);
    });
  }

  /* The report: the place of a finding in the text beside it, and a way to dismiss it. */
  const pane = document.querySelector(".given-text");
  const marks = new Map(all(".given-text mark a").map((link) => [link.hash.slice(1), link.parentElement]));
  const bring = (mark) => {
    marks.forEach((other) => other.classList.toggle("current", other === mark));
    if (mark) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  };
  if (marks.size) {
    bring(marks.get(location.hash.slice(1)) || [...marks.values()][0]);
    document.addEventListener("focusin", (event) => {
      const finding = event.target.closest(".finding");
      if (finding && marks.has(finding.id)) bring(marks.get(finding.id));
    });
  }

  /* Pairs get their height when they come near: a finding that was wanted has moved by then. */
  const wanted = location.hash.length > 1 && by(location.hash.slice(1));
  if (wanted && wanted.classList.contains("finding")) {
    const center = () => wanted.scrollIntoView({ block: "center" });
    addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(center)));
  }

  const check = document.querySelector(".given[data-check]");
  const token = document.querySelector("meta[name=token]");
  if (check && token) {
    const findings = all(".finding");
    const hidden = (name, value) => made("input", { type: "hidden", name, value });
    findings.forEach((finding, at) => {
      const code = finding.querySelector(".rule code").textContent;
      const next = findings[at + 1] || findings[at - 1];
      const reason = made("input", { type: "text", name: "reason", maxLength: 500, autocomplete: "off" });
      const asked = made(
        "form",
        { className: "dismissing", method: "post", action: `${check.dataset.check}/dismiss`, hidden: true },
        hidden("token", token.content),
        hidden("fingerprint", finding.querySelector(".fingerprint code").textContent),
        hidden("next", next ? next.id : ""),
        made("label", {}, "Why, if you like: ", reason),
        made("button", { type: "submit", textContent: "Dismiss" }),
      );
      const button = made("button", { type: "button", textContent: "dismiss" });
      button.setAttribute("aria-label", `Dismiss ${code}`);
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => {
        asked.hidden = !asked.hidden;
        button.setAttribute("aria-expanded", String(!asked.hidden));
        if (!asked.hidden) reason.focus();
      });
      asked.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        asked.hidden = true;
        button.setAttribute("aria-expanded", "false");
        button.focus();
      });
      finding.querySelector(".tools").append(" ", button);
      finding.querySelector("header").after(asked);
    });
  }
})();
