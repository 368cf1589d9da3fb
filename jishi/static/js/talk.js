// The composer: one tab at a time, a draft that outlives a reload, files, and what is proposed while one writes.
const box = () => document.querySelector('#composer');
const form = tab => box()?.querySelector(`form[data-tab="${CSS.escape(tab)}"]`);
const shown = () => box()?.querySelector('form:not([hidden])');
const place = tab => `draft ${box().dataset.ticket} ${tab}`;
const words = each => each.querySelector('textarea');

const open = (tab, focus = true) => {
  if (!form(tab)) return;
  for (const each of box().querySelectorAll('form')) each.hidden = each.dataset.tab !== tab;
  sessionStorage.setItem(place('open'), tab);
  if (!focus) return;
  form(tab).scrollIntoView({ block: 'nearest' });
  words(form(tab)).focus();
};

// What was begun is kept in this window until it is sent.
const stored = each => [...each.querySelectorAll('[data-stored]')].map(file => file.dataset.stored);
const keep = each => {
  each.elements.files.value = stored(each).join(',');
  const draft = { text: words(each).value, used: each.elements.used.value, files: stored(each) };
  if (draft.text || draft.files.length) sessionStorage.setItem(place(each.dataset.tab), JSON.stringify(draft));
  else sessionStorage.removeItem(place(each.dataset.tab));
};
const begin = () => {
  if (!box() || box().dataset.begun) return;
  box().dataset.begun = '1';
  for (const each of box().querySelectorAll('form')) {
    const draft = JSON.parse(sessionStorage.getItem(place(each.dataset.tab)) ?? '{}');
    words(each).value = draft.text ?? '';
    each.elements.used.value = draft.used ?? '';
    for (const name of draft.files ?? []) lay(each, box().querySelector(`[data-waiting] [data-stored="${CSS.escape(name)}"]`));
  }
  // files begun in another window: to the note, where no customer sees them
  for (const file of box().querySelectorAll('[data-waiting] [data-stored]')) lay(form('note') ?? shown(), file);
  open(sessionStorage.getItem(place('open')) ?? shown()?.dataset.tab, false);
};
const lay = (each, file) => {
  if (file) each.querySelector('[data-files]').append(file);
  keep(each);
};
begin();
addEventListener('htmx:afterSwap', event => { if (event.detail.target.id === 'ticket') begin(); });
addEventListener('htmx:beforeSwap', event => {
  const sent = event.detail.requestConfig.elt;
  if (sent.matches('#composer form') && event.detail.xhr.status < 400) sessionStorage.removeItem(place(sent.dataset.tab));
});
addEventListener('input', event => { if (event.target.matches('#composer textarea')) keep(event.target.form); });
addEventListener('click', event => {
  const button = event.target.closest('[data-open]');
  if (!button) return;
  button.closest('details')?.removeAttribute('open');
  open(button.dataset.open);
});

// Files: chosen, dropped or pasted; each goes up at once and shows how far it is.
const say = html => { document.querySelector('#refused').innerHTML = html; };
const send = (each, file) => {
  const bar = document.createElement('progress'), row = document.createElement('li'), call = new XMLHttpRequest();
  bar.max = 1;
  row.className = 'file';
  row.append(file.name, ' ', bar);
  each.querySelector('[data-files]').append(row);
  call.upload.onprogress = event => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
  call.onloadend = () => {
    row.remove();
    if (call.status !== 201) { waits.delete(each); return say(call.status ? call.responseText : refusal()); }
    each.querySelector('[data-files]').insertAdjacentHTML('beforeend', call.responseText);
    htmx.process(each.querySelector('[data-files]'));
    keep(each);
    if (!underWay(each)) goes(each);
  };
  call.open('POST', box().dataset.upload);
  call.setRequestHeader('X-CSRFToken', each.elements.csrfmiddlewaretoken.value);
  call.setRequestHeader('HX-Request', 'true');
  const told = new FormData();
  told.append('file', file);
  call.send(told);
};
// what is sent with a file still on its way up waits for it; a file that is refused lets nothing go
const waits = new WeakMap(), underWay = each => each.querySelector('[data-files] progress');
addEventListener('htmx:confirm', event => {
  const each = event.detail.elt;
  if (!each.matches('#composer form') || !underWay(each)) return waits.delete(each);
  event.preventDefault();
  waits.set(each, event.detail.issueRequest);
});
const goes = each => {
  const go = waits.get(each);
  waits.delete(each);
  go?.();
};
const refusal = () => { const p = document.createElement('p'); p.className = 'refused'; p.textContent = box().dataset.lost; return p.outerHTML; };
const take = (each, files) => { say(''); for (const file of files) send(each, file); };
addEventListener('change', event => {
  if (!event.target.matches('[data-attach]')) return;
  take(event.target.form, event.target.files);
  event.target.value = '';
});
addEventListener('paste', event => {
  const each = event.target.closest?.('#composer form'), files = event.clipboardData?.files ?? [];
  if (!each || !files.length) return;
  event.preventDefault();
  take(each, files);
});
const carries = event => shown() && event.dataTransfer?.types.includes('Files') && event.target.closest?.('.talk');
addEventListener('dragover', event => { if (carries(event)) { event.preventDefault(); shown().dataset.over = '1'; } });
addEventListener('dragleave', () => shown()?.removeAttribute('data-over'));
addEventListener('drop', event => {
  if (!carries(event)) return;
  event.preventDefault();
  shown().removeAttribute('data-over');
  take(shown(), event.dataTransfer.files);
});
addEventListener('htmx:afterRequest', event => {
  if (!event.detail.elt.matches('[data-drop]') || !event.detail.successful) return;
  const each = event.detail.elt.closest('form');
  event.detail.elt.closest('li').remove();
  if (each) keep(each);
});

// Saved replies after a semicolon, colleagues after an @.
const STARTS = { reply: [/(^|[\s，。！])[;；]([^\s;；]{0,20})$/, 'replies'], note: [/(^|.)[@＠]([^\s@＠]{0,20})$/s, 'mentions'] };
let asked = 0;
const propose = async (each, kind, typed) => {
  const turn = ++asked, answer = await fetch(`${box().dataset[kind]}?q=${encodeURIComponent(typed)}`);
  if (turn !== asked || !answer.ok) return;
  const list = each.querySelector('[data-proposed]'), searching = document.activeElement?.matches('[data-search]');
  list.innerHTML = await answer.text();
  list.hidden = false;
  each.querySelector('[data-pick]')?.setAttribute('aria-expanded', 'true');
  if (!searching) return;
  const search = list.querySelector('[data-search]');
  search?.focus();
  search?.setSelectionRange(typed.length, typed.length);
};
const shut = each => {
  asked++;
  each.querySelector('[data-proposed]').hidden = true;
  each.querySelector('[data-pick]')?.setAttribute('aria-expanded', 'false');
};
const begun = each => {
  const [start] = STARTS[each.dataset.tab] ?? [], area = words(each);
  return start?.exec(area.value.slice(0, area.selectionStart));
};
addEventListener('input', event => {
  const each = event.target.closest('#composer form');
  if (!each) return;
  if (event.target.matches('[data-search]')) return propose(each, 'replies', event.target.value);
  if (!event.target.matches('textarea')) return;
  const found = begun(each);
  found ? propose(each, STARTS[each.dataset.tab][1], found[2]) : shut(each);
});
const insert = (each, button) => {
  const area = words(each), found = begun(each), end = area.selectionStart;
  const since = found ? end - found[2].length - 1 : end;
  area.setRangeText(button.dataset.insert, since, area.selectionEnd, 'end');
  if (button.dataset.used) each.elements.used.value = [each.elements.used.value, button.dataset.used].filter(Boolean).join(',');
  shut(each);
  area.focus();
  keep(each);
};
addEventListener('click', event => {
  const each = event.target.closest('#composer form');
  if (!each) return shown() && shut(shown());
  const pick = event.target.closest('[data-pick]'), button = event.target.closest('[data-insert]');
  if (button) insert(each, button);
  else if (pick) each.querySelector('[data-proposed]').hidden ? propose(each, pick.dataset.pick, '') : shut(each);
  else if (!event.target.closest('[data-proposed]')) shut(each);
});
// arrows walk through what is proposed, Escape leaves it
addEventListener('keydown', event => {
  const each = event.target.closest?.('#composer form'), list = each?.querySelector('[data-proposed]:not([hidden])');
  if (!list) return;
  if (event.key === 'Escape') { event.stopImmediatePropagation(); shut(each); return words(each).focus(); }
  const all = [...list.querySelectorAll('[data-insert]')], at = all.indexOf(document.activeElement);
  if (event.key === 'Enter' && at < 0 && !event.ctrlKey && !event.metaKey) { event.preventDefault(); return all[0] && insert(each, all[0]); }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
}, true);
