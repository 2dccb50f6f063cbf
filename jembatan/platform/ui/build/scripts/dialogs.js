// [data-dialog-open="id"] opens a <dialog>; a press on its backdrop or on [data-dialog-close] closes it.
export function openDialog(dialog) {
  for (const menu of document.querySelectorAll("[popover]:popover-open")) menu.hidePopover();
  if (!dialog.open) dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) {
    event.preventDefault();
    openDialog(document.getElementById(opener.dataset.dialogOpen));
  } else if (event.target.closest("[data-dialog-close]")) {
    event.target.closest("dialog")?.close();
  } else if (event.target.matches("dialog:modal") && isOutside(event, event.target)) {
    event.target.close();
  }
});

function isOutside({ clientX, clientY }, dialog) {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
