// A link is copied; where the browser keeps its clipboard shut, it is marked, ready to be copied by hand.
addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const field = document.querySelector(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { return; }
  button.textContent = button.dataset.done;
});
