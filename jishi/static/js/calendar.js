// The form of a day: seen and focused when it comes, shut by its own button or by Escape; the day it speaks of is marked.
const form = () => document.querySelector('#day-form');
const mark = day => document.querySelectorAll('button.d').forEach(each => each.toggleAttribute('data-chosen', each.value === day));
const shut = () => { form()?.replaceChildren(); mark(''); };
addEventListener('click', event => { if (event.target.closest('[data-shut]')) shut(); });
addEventListener('keydown', event => { if (event.key === 'Escape') shut(); });
addEventListener('htmx:afterSettle', event => {
  if (event.detail.target.id !== 'day-form') return;
  mark(form().querySelector('[name=since]')?.value);
  form().scrollIntoView({ block: 'nearest' });
  form().querySelector('[autofocus]')?.focus();
});

// Arrows walk from day to day.
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
addEventListener('keydown', event => {
  const here = event.target.closest?.('button.d');
  if (!here || !(event.key in steps)) return;
  event.preventDefault();
  const days = [...document.querySelectorAll('button.d')];
  days[days.indexOf(here) + steps[event.key]]?.focus();
});

// An amount asks for its end; an end asks for no amount.
addEventListener('input', event => { if (event.target.id === 'until') document.querySelector('#amount').value = ''; });
