// Up and down the list by J and K; Enter opens; X marks, Shift+X a stretch; a row's own buttons by their keys.
const typing = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
const rows = () => [...document.querySelectorAll('.rows tr:has(.subj a)')];
const chosen = () => document.querySelector('.rows tr[aria-selected="true"]');
const box = row => row?.querySelector('.tick input');
let anchor;

const choose = row => {
  chosen()?.removeAttribute('aria-selected');
  row?.setAttribute('aria-selected', 'true');
  row?.scrollIntoView({ block: 'nearest' });
};

const step = by => {
  const all = rows(), at = all.indexOf(chosen());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
};

// how many are marked, and the verbs for them
const count = () => {
  const bar = document.querySelector('.marked'), n = document.querySelectorAll('.rows .tick input:checked').length;
  if (!bar) return;
  bar.hidden = !n;
  bar.querySelector('output').textContent = n;
  for (const button of bar.querySelectorAll('button')) button.disabled = !n;
};

const mark = (row, stretch) => {
  const all = rows(), [from, to] = [all.indexOf(stretch && anchor || row), all.indexOf(row)].sort((a, b) => a - b);
  const checked = stretch || !box(row)?.checked;
  for (const each of all.slice(Math.max(from, 0), to + 1)) if (box(each)) box(each).checked = checked;
  anchor = row;
  count();
};

const unmark = () => {
  for (const input of document.querySelectorAll('.rows .tick input:checked')) input.checked = false;
  count();
};

const shut = () => document.querySelector('#together')?.replaceChildren();

addEventListener('keydown', event => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') shut();
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key.toLowerCase() === 'x') chosen() && mark(chosen(), event.shiftKey);
  else if (event.key === 'Enter' && event.target === document.body) chosen()?.querySelector('.subj a').click();
  else if (document.querySelector('.marked')?.hidden !== false) chosen()?.querySelector(`[data-row-key="${CSS.escape(event.key)}"]`)?.click();
});

addEventListener('click', event => {
  if (event.target.closest('[data-unmark]')) return unmark();
  if (event.target.closest('[data-shut]')) return shut();
  const row = event.target.closest('.rows tr');
  if (!row) return;
  if (event.target.matches('.tick input')) {
    event.target.checked = !event.target.checked;
    return setTimeout(() => mark(row, event.shiftKey));
  }
  // the whole row opens its ticket
  if (!event.target.closest('a, button, summary, .tick') && !getSelection().toString()) row.querySelector('.subj a')?.click();
});

// rows that come anew carry no marks; the row one stood on is found again
const ticket = row => row?.querySelector('.subj a')?.href;
let stood;
addEventListener('htmx:beforeSwap', event => { if (event.detail.target.id !== 'together') stood = ticket(chosen()); });
addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'together') return event.detail.target.querySelector('[autofocus], select, textarea')?.focus();
  choose(rows().find(row => stood && ticket(row) === stood));
  count();
});
