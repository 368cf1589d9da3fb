// Up and down the list by J and K; Enter opens.
const typing = element => element.closest('input, textarea, select, [contenteditable]');
const rows = () => [...document.querySelectorAll('.rows tr:has(.subj a)')];
const chosen = () => document.querySelector('.rows tr[aria-selected="true"]');

const choose = row => {
  chosen()?.removeAttribute('aria-selected');
  row?.setAttribute('aria-selected', 'true');
  row?.scrollIntoView({ block: 'nearest' });
};

const step = by => {
  const all = rows(), at = all.indexOf(chosen());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
};

addEventListener('keydown', event => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 'Enter' && event.target === document.body) chosen()?.querySelector('.subj a').click();
});

// the whole row opens its ticket
addEventListener('click', event => {
  const row = event.target.closest('.rows tr');
  if (row && !event.target.closest('a, button, summary') && !getSelection().toString()) row.querySelector('.subj a')?.click();
});
