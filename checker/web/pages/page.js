"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const waiting = document.querySelector("[data-state]");
  if (waiting) {
    const look = async () => {
      try {
        const state = await (await fetch(waiting.dataset.state)).json();
        if (!state.running) return location.reload();
        by("stage").textContent = state.stage;
        const bar = by("progress");
        if (state.total) { bar.max = state.total; bar.value = state.done; } else bar.removeAttribute("value");
      } catch {
        by("stage").textContent = "The server does not answer; was it stopped?";
      }
      setTimeout(look, 250);
    };
    setTimeout(look, 150);
  }
})();
