"use strict";

// A link may lead into something that is folded: open it.
(() => {
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    target.querySelector(":scope > details")?.setAttribute("open", "");
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
})();

// Live weights: the score of the engine, for weights that the reader chooses.
(() => {
  const island = document.getElementById("numbers");
  if (!island) return;
  const { weights, frameworks, tieMargin, leastCoverage } = JSON.parse(island.textContent);
  // Scores that differ by less are the same number, computed in another order.
  const ROUNDING = 1e-9;
  const body = document.getElementById("live-ranking");
  const table = body.closest("table");
  const outcome = document.getElementById("outcome");
  const sliders = weights.map((_, at) => document.getElementById(`weight-${at}`));
  const rows = new Map([...body.rows].map((row) => [row.dataset.framework, row]));
  const names = new Intl.ListFormat(document.documentElement.lang);
  let importance = [...weights];

  const normalised = () => {
    const sum = importance.reduce((total, each) => total + each, 0);
    return sum > 0 ? importance.map((each) => each / sum) : null;
  };

  // The errors of known cells add up as squares; a gap counts in full, from 0 to 1.
  const score = (cells, shares) => {
    let value = 0, below = 0, above = 0, openBelow = 0, openAbove = 0, coverage = 0;
    cells.forEach(([own, low, high], at) => {
      const weight = shares[at];
      value += weight * own;
      if (low === undefined) {
        openBelow += weight * own;
        openAbove += weight * (1 - own);
      } else {
        below += (weight * (own - low)) ** 2;
        above += (weight * (high - own)) ** 2;
        coverage += weight;
      }
    });
    return {
      value, coverage,
      low: value - Math.sqrt(below) - openBelow,
      high: value + Math.sqrt(above) + openAbove,
    };
  };

  const rounded = (number) => Math.round(number / ROUNDING);

  const ranked = (shares) => {
    const scored = frameworks.map(({ id, cells }) => ({ id, ...score(cells, shares) }));
    const judged = scored.filter(
      (own) => own.coverage > 0 && rounded(own.coverage) >= rounded(leastCoverage),
    );
    const byScore = (a, b) =>
      rounded(b.value) - rounded(a.value) || (a.id < b.id ? -1 : 1);
    let best = Infinity, rank = 0;
    judged.sort(byScore).forEach((own, place) => {
      if (best - own.value > tieMargin + ROUNDING) [best, rank] = [own.value, place + 1];
      own.rank = rank;
    });
    return [...judged, ...scored.filter((own) => own.rank === undefined).sort(byScore)];
  };

  const place = (line, x1, x2) => {
    line.setAttribute("x1", `${100 * x1}%`);
    line.setAttribute("x2", `${100 * x2}%`);
  };

  const write = (own, ties) => {
    const row = rows.get(own.id);
    const judged = own.rank !== undefined;
    const { value, low, high } = judged ? own : { value: 0, low: 0, high: 0 };
    Object.assign(row.dataset, { rank: own.rank ?? "", value: own.value, low: own.low, high: own.high });
    row.querySelector(".place").textContent = judged ? `${own.rank}${ties > 1 ? "=" : "."}` : "–";
    row.querySelector(".value").setAttribute("width", `${100 * value}%`);
    place(row.querySelector(".whisker"), low, high);
    place(row.querySelector(".whisker.low"), low, low);
    place(row.querySelector(".whisker.high"), high, high);
    row.querySelector("svg").classList.toggle("unjudged", !judged);
    row.querySelector("b").textContent = judged ? value.toFixed(2) : "";
    row.querySelector("td.number small").textContent =
      judged ? `${low.toFixed(2)}–${high.toFixed(2)}` : table.dataset.notJudged;
    body.append(row);
  };

  // Announced only when it changes: who comes first.
  const announce = (ranking) => {
    const first = ranking.filter((own) => own.rank === 1)
      .map((own) => rows.get(own.id).querySelector("th").textContent);
    const { tie, first: single, same, nothing } = outcome.dataset;
    let text = nothing;
    if (first.length) {
      text = (first.length > 1 ? tie : single)
        .replace(/\{frameworks?\}/, () => names.format(first));
      if (importance.every((own, at) => own === weights[at])) {
        text = same.replace("{outcome}", () => text);
      }
    }
    if (outcome.textContent !== text) outcome.textContent = text;
  };

  const show = () => {
    const shares = normalised();
    const ranking = shares ? ranked(shares) : frameworks.map(({ id }) => ({ id }));
    for (const own of ranking) {
      write(own, ranking.filter((other) => other.rank === own.rank).length);
    }
    sliders.forEach((slider, at) => {
      const share = shares ? shares[at] : 0;
      const text = `${(100 * share).toFixed(1)}%`;
      slider.setAttribute("aria-valuetext", text);
      slider.previousElementSibling.textContent = text;
      slider.dataset.share = share;
    });
    announce(ranking);
  };

  sliders.forEach((slider, at) => slider.addEventListener("input", () => {
    importance[at] = slider.valueAsNumber / 100;
    show();
  }));
  document.getElementById("reset").addEventListener("click", () => {
    importance = [...weights];
    for (const slider of sliders) slider.value = slider.defaultValue;
    show();
  });
  for (const hidden of document.querySelectorAll(".live")) hidden.hidden = false;
  show();
})();
