// Keys of the desk: whatever bears data-key is reached by that key, as long as nobody is typing.
const typing = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
const pressed = key => document.querySelector(`[data-key="${CSS.escape(key)}"]:not([disabled])`);

addEventListener('keydown', event => {
  if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const target = pressed(event.key.toLowerCase());
  if (!target) return;
  event.preventDefault();
  typing(target) ? target.focus() : target.click();
});

// the sheet of keys is written from the page itself: what bears a key says what it does
const keys = document.querySelector('#keys');
const said = element => {
  const words = element.cloneNode(true);
  for (const key of words.querySelectorAll('kbd')) key.remove();
  return (element.getAttribute('aria-label') || words.textContent.trim() || element.placeholder || element.title || '').replace(/\s+/g, ' ');
};
const told = () => {
  const found = new Map();
  for (const element of document.querySelectorAll('[data-key], [data-row-key], [data-keys]')) {
    const { key, rowKey, keys } = element.dataset, name = (keys || key || rowKey).toUpperCase().replace('ESCAPE', 'ESC');
    if (!found.has(name) && said(element)) found.set(name, said(element));
  }
  return found;
};
const line = ([key, words]) => {
  const row = document.createElement('div'), name = document.createElement('dt'), what = document.createElement('dd');
  name.append(...key.split(' ').map(each => Object.assign(document.createElement('kbd'), { textContent: each })));
  what.textContent = words;
  row.append(name, what);
  return row;
};
document.querySelector('[data-key="?"]')?.addEventListener('click', () => {
  keys.querySelector('dl').replaceChildren(...[...told()].map(line));
  keys.showModal();
});

// one menu at a time, and none when the reader looks elsewhere
addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});

// on a phone an explanation begins with its sentence; the table comes on request
const narrow = matchMedia('(max-width: 700px)');
const fold = root => narrow.matches && root.querySelectorAll('.explain[open]').forEach(one => one.removeAttribute('open'));
fold(document);
addEventListener('htmx:load', event => fold(event.target));

// on a phone the view one stands in is in sight among its tabs
if (narrow.matches) document.querySelector('.views [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

// a refusal is gone as soon as something else is tried
addEventListener('htmx:beforeRequest', () => document.querySelector('#refused')?.replaceChildren());

// a list is taken along as it stands now, whatever was narrowed since the page came
addEventListener('submit', event => {
  if (event.target.matches('[data-here]')) event.target.action = event.target.action.split('?')[0] + location.search;
});
