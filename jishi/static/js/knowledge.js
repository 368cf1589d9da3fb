// What was used is cited where the answer is written.
addEventListener('click', event => {
  const used = event.target.closest('[data-cite]'), answer = document.querySelector('.reply textarea');
  if (!used || !answer || answer.value.includes(used.dataset.cite)) return;
  answer.value = [answer.value.trimEnd(), `[${used.dataset.cite}]`].filter(Boolean).join('\n');
});
