// Rows and seats that can be dragged onto another: the place dropped on is sent by the form of the one that was dragged.
let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-moving]") ?? null;
  if (dragged) event.dataTransfer.setData("text/plain", dragged.dataset.moving);
});

document.addEventListener("dragover", (event) => {
  if (dragged && event.target.closest("[data-moving]")) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const target = event.target.closest("[data-moving]");
  const form = document.getElementById(dragged?.dataset.movingForm ?? "");
  if (!target || !form || target === dragged) return;
  event.preventDefault();
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "place";
  field.value = target.dataset.moving;
  form.append(field);
  form.requestSubmit();
});

document.addEventListener("dragend", () => {
  dragged = null;
});
