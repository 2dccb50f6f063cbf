// Beside each slider stands its number; moved by hand or by keys, it takes whole numbers. One that nobody moves keeps what it has.
document.addEventListener("input", ({ target }) => {
  if (!target.matches('[data-sliders] input[type="range"]')) return;
  target.value = Math.round(target.valueAsNumber);
  target.parentElement.querySelector("output").textContent = target.value;
}, true);
