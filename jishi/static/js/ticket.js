// What happened last is what is read first.
const last = () => { const box = document.querySelector('.talk-scroll'); if (box) box.scrollTop = box.scrollHeight; };
last();

// Clocks come anew every minute; what the reader opened or shut stays so.
const read = new Map();
const state = root => root.querySelectorAll('.clock').forEach(clock => {
  const explain = clock.querySelector('.explain');
  if (explain) read.set(clock.id, explain.open);
});
addEventListener('htmx:beforeSwap', event => { if (event.detail.target.id === 'clocks') state(document); });
addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id !== 'clocks') return event.detail.target.id === 'ticket' && last();
  document.querySelectorAll('.clock').forEach(clock => {
    const explain = clock.querySelector('.explain');
    if (explain && read.has(clock.id)) explain.open = read.get(clock.id);
  });
});

// The form of a verb: focus its first field, shut it by Escape or its own button.
addEventListener('htmx:afterSettle', event => {
  if (event.detail.target.id === 'verb') event.detail.target.querySelector('[autofocus], select, input:not([type=hidden]), textarea')?.focus();
});
const shut = () => document.querySelector('#verb')?.replaceChildren();
addEventListener('click', event => { if (event.target.closest('[data-shut]')) shut(); });
addEventListener('keydown', event => {
  if (event.key === 'Escape') shut();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.closest('form')?.requestSubmit();
});
