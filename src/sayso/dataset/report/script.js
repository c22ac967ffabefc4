"use strict";
// Everything on the page stands there without this: it widens the map, picks a type in the table of sides, and opens the tables for printing.
for (const control of document.querySelectorAll("[hidden][data-script]")) control.hidden = false;

const map = document.getElementById("map");
const widen = document.getElementById("widen");
if (map && widen) widen.addEventListener("click", () => {
  const world = widen.getAttribute("aria-pressed") !== "true";
  const near = Number(map.dataset.near.split(" ")[2]), whole = Number(map.dataset.world.split(" ")[2]);
  map.setAttribute("viewBox", world ? map.dataset.world : map.dataset.near);
  for (const circle of map.querySelectorAll("circle")) circle.setAttribute("r", circle.dataset.size * (world ? whole : near) / 1000);
  widen.setAttribute("aria-pressed", String(world));
  widen.textContent = world ? "Show where most happened" : "Show the whole world";
});

const type = document.getElementById("type");
if (type) type.addEventListener("change", () => {
  const cells = [...document.querySelectorAll(".matrix td")];
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
