// Taking a request by keyboard: type who calls, Enter, type what it is about, Ctrl+Enter.
const typed = document.querySelector('#typed');
const hits = () => [...document.querySelectorAll('#hits [data-hit]')];
const chosen = () => document.querySelector('#hits [data-hit][aria-selected="true"]');
const asked = () => document.querySelector('#hits')?.dataset.for;
let hurried = false; // Enter came before the answer had settled

const choose = hit => {
  chosen()?.removeAttribute('aria-selected');
  hit?.setAttribute('aria-selected', 'true');
  hit?.scrollIntoView({ block: 'nearest' });
};
const step = by => {
  const all = hits(), at = all.indexOf(chosen());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
};
const enter = () => {
  const answered = asked() === typed.value.trim();
  if (answered && chosen()) return chosen().click();
  hurried = true;
  if (!answered) htmx.trigger(typed, 'seek');
};

typed?.addEventListener('input', () => { hurried = false; });
typed?.addEventListener('keydown', event => {
  if (event.isComposing) return;
  const does = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: enter }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});

// the first is meant, unless there are several and nobody looked
addEventListener('htmx:afterSettle', event => {
  if (event.detail.elt.id !== 'hits') return;
  const all = hits();
  choose(all[0]);
  if (hurried && all.length <= 2) all[0]?.click();
  hurried = false;
});

// who calls is known: on to which device, or to the words
addEventListener('htmx:afterSettle', event => {
  if (event.detail.target.id !== 'card') return;
  document.querySelector('#hits')?.replaceChildren();
  htmx.trigger('#weigh', 'known');
  const name = document.querySelector('#card #name'), phone = document.querySelector('#card #phone');
  const devices = [...document.querySelectorAll('#card [name=device]')];
  if (name) return (name.value && phone ? phone : name).focus();
  if (devices.length > 2 && devices.at(-1).checked) return devices[0].focus();
  document.querySelector('#title').focus();
});

// what was chosen while the answer was under way is not undone by it: the next answer knows of it
addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id !== 'weighed') return;
  const now = new FormData(document.querySelector('#receive')), sent = event.detail.requestConfig.parameters;
  const differs = ['priority', 'apart', 'because'].some(name => (now.get(name) ?? '') !== (sent[name] ?? ''));
  if (differs) event.detail.shouldSwap = false;
});

// Enter in a line does not send half a request; Ctrl+Enter sends it from anywhere
addEventListener('keydown', event => {
  const form = document.querySelector('#receive');
  if (!form || event.key !== 'Enter' || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) return form.requestSubmit();
  if (event.target.form === form && event.target.matches('input')) event.preventDefault();
  if (event.target.matches('[name=device], [name=contact]')) document.querySelector('#title').focus();
});

// what was chosen before the scripts were here, or brought back by the browser, is answered as if chosen now
const touched = each => {
  if (each.options) return each.selectedIndex !== Math.max([...each.options].findIndex(option => option.defaultSelected), 0);
  return each.type === 'radio' ? each.checked && !each.defaultChecked : each.value !== each.defaultValue;
};
addEventListener('pageshow', () => {
  const told = [...document.querySelectorAll('#receive :is(input, select, textarea)')].filter(touched);
  for (const each of told) for (const kind of ['input', 'change']) each.dispatchEvent(new Event(kind, { bubbles: true }));
});
