// A tick that was refused is taken back; while it is on its way nothing else of it can be pressed.
addEventListener('htmx:responseError', event => {
  const one = event.detail.elt;
  if (one.matches('.matrix input')) one.checked = !one.checked;
  if (one.matches('.matrix select')) one.value = one.querySelector('option[selected]').value;
});

// along the rows and columns by arrow keys, as in a sheet
const ways = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
addEventListener('keydown', event => {
  const way = ways[event.key], cell = event.target.closest('.matrix input[type=checkbox]')?.parentElement;
  if (!way || !cell) return;
  event.preventDefault();
  const rows = [...cell.closest('table').rows].filter(row => row.querySelector('input'));
  const at = rows.indexOf(cell.parentElement) + way[0], column = cell.cellIndex + way[1];
  rows[at]?.cells[column]?.querySelector('input')?.focus();
});
