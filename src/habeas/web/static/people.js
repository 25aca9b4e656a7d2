/* People as you type: asks for the same page that the button would, and puts what it found in its place.
   Without this script the button does. An answer that comes late, after another question, is let go. */
"use strict";
(() => {
  const field = document.getElementById("text");
  const parts = ["title", "told", "found"];
  const citing = (page) => page.getElementById("cite")?.closest("section");
  const cited = citing(document);
  const WAIT = 200; // milliseconds without a key
  let asked = 0, waiting;

  const address = () => {
    const query = new URLSearchParams(new FormData(field.form));
    return field.form.action + (query.size ? `?${query}` : "");
  };

  const ask = async () => {
    const mine = ++asked, to = address();
    try {
      const answer = await fetch(to);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked || parts.some((id) => !page.getElementById(id))) return;
      parts.forEach((id) => {
        document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
      });
      cited?.replaceChildren(...(citing(page)?.childNodes ?? []));
      document.title = page.title;
      history.replaceState(null, "", to);
    } catch { /* the button still asks */ }
  };

  if (!field || parts.some((id) => !document.getElementById(id))) return;
  field.form.addEventListener("formdata", ({ formData }) => { // what is left empty does not stand in the address
    [...formData].forEach(([name, value]) => { if (!value.trim()) formData.delete(name); });
  });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  field.form.addEventListener("change", ask);
  field.form.addEventListener("submit", () => { clearTimeout(waiting); asked++; });
})();
