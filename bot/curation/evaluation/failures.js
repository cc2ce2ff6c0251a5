// Shows those failures that hold the words typed and are of the sort chosen.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const cards = [...document.querySelectorAll("#failures > li")];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = cards.map((card) => fold(card.textContent));

  const apply = () => {
    const { text, went, kind } = Object.fromEntries(new FormData(form));
    const words = fold(text).split(/\s+/).filter(Boolean);
    cards.forEach((card, i) => {
      card.hidden =
        (went && card.dataset.went !== went) ||
        (kind && card.dataset.kind !== kind) ||
        !words.every((word) => texts[i].includes(word));
    });
    form.querySelector("output").value = `${cards.filter((card) => !card.hidden).length} of ${cards.length}`;
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
