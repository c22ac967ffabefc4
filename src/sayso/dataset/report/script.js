"use strict";
// Everything on the page stands there without this: it turns the map to its other view, picks a type in the table of sides, and opens the tables for printing.
for (const control of document.querySelectorAll("[hidden][data-script]")) control.hidden = false;

const map = document.getElementById("map");
const widen = document.getElementById("widen");
if (map && widen) widen.addEventListener("click", () => {
  const turned = widen.getAttribute("aria-pressed") !== "true";
  const view = map.dataset.views.split(",")[Number(turned)];
  map.setAttribute("viewBox", view);
  for (const circle of map.querySelectorAll("circle")) circle.setAttribute("r", circle.dataset.size * Number(view.split(" ")[2]) / 1000);
  widen.setAttribute("aria-pressed", String(turned));
});

const type = document.getElementById("type");
if (type) type.addEventListener("change", () => {
  const cells = [...document.querySelectorAll(".matrix td[data-types]")];
  const counts = cells.map((cell) => {
    const own = JSON.parse(cell.dataset.types);
    return type.value ? own[type.value] || 0 : Object.values(own).reduce((sum, count) => sum + count, 0);
  });
  const most = Math.max(...counts, 1);
  cells.forEach((cell, at) => {
    cell.textContent = counts[at] ? counts[at].toLocaleString("en-GB") : "";
    cell.style.setProperty("--heat", Math.sqrt(counts[at] / most).toFixed(2));
  });
});

addEventListener("beforeprint", () => { for (const part of document.querySelectorAll("details")) part.open = true; });
