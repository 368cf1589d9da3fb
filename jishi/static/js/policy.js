// The form of a row: seen and focused when it comes, shut by its own button or by Escape.
const shut = () => document.querySelector('#row-form')?.replaceChildren();
addEventListener('click', event => { if (event.target.closest('[data-shut]')) shut(); });
addEventListener('keydown', event => { if (event.key === 'Escape') shut(); });
addEventListener('htmx:afterSettle', event => {
  if (event.detail.target.id !== 'row-form') return;
  event.detail.target.scrollIntoView({ block: 'center' });
  event.detail.target.querySelector('[autofocus]')?.focus();
});

// A length is typed over, not appended to.
addEventListener('focusin', event => { if (event.target.matches('.cell input[name=target]')) event.target.select(); });
