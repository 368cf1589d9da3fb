// What was used is cited in a note of ours, never in words that go to the customer.
const note = () => document.querySelector('.reply[data-tab="note"] textarea') ?? document.querySelector('.reply textarea');
addEventListener('click', event => {
  const used = event.target.closest('[data-cite]'), words = note();
  if (!used || !words || words.value.includes(used.dataset.cite)) return;
  words.value = [words.value.trimEnd(), `[${used.dataset.cite}]`].filter(Boolean).join('\n');
});
