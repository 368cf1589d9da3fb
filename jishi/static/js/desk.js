// Keys of the desk: whatever bears data-key is reached by that key, as long as nobody is typing.
const typing = element => element.closest('input, textarea, select, [contenteditable]');
const pressed = key => document.querySelector(`[data-key="${CSS.escape(key)}"]:not([disabled])`);

addEventListener('keydown', event => {
  if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = pressed(event.key.toLowerCase());
  if (!target) return;
  event.preventDefault();
  typing(target) ? target.focus() : target.click();
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

// a refusal is gone as soon as something else is tried
addEventListener('htmx:beforeRequest', () => document.querySelector('#refused')?.replaceChildren());
