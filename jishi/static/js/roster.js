// The roster by keyboard: arrows go from day to day, a letter sets the shift of the day one is on.
const go = (from, key) => {
  const row = [...from.closest('tbody').rows], cell = from.closest('td');
  const line = row.indexOf(cell.parentNode), place = cell.cellIndex;
  const to = { ArrowLeft: [line, place - 1], ArrowRight: [line, place + 1], ArrowUp: [line - 1, place], ArrowDown: [line + 1, place] }[key];
  row[to[0]]?.cells[to[1]]?.querySelector('button.duty')?.focus();
};

// one press, and the brush is again what it was
const set = (day, choice) => {
  const form = day.form;
  const brush = form.querySelector('[name=shift]:checked');
  choice.checked = true;
  form.requestSubmit(day);
  choice.checked = false;
  if (brush) brush.checked = true;
};

addEventListener('keydown', event => {
  const day = event.target.closest?.('button.duty');
  if (!day || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.startsWith('Arrow')) { event.preventDefault(); return go(day, event.key); }
  const key = ['Delete', 'Backspace'].includes(event.key) ? '0' : event.key.toLowerCase();
  const choice = day.form.querySelector(`[data-press="${CSS.escape(key)}"]`);
  if (!choice) return;
  event.preventDefault();
  event.stopPropagation();
  set(day, choice);
}, true);
