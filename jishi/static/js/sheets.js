// A file is dropped anywhere on its form; what it is called stands there, and too large a one is said before it is sent.
const form = document.querySelector('#bring');
const drop = form.querySelector('.drop'), input = form.querySelector('#file'), text = form.querySelector('#text');
const named = drop.querySelector('[data-name]'), usual = named.textContent;
const most = drop.dataset.most * 1024 * 1024;
const LARGE = 1_000_000;  // characters that are sent as a file, as the server takes no longer fields

const take = file => {
  const held = new DataTransfer();
  held.items.add(file);
  input.files = held.files;
  show();
};
const show = () => {
  const file = input.files[0], late = file && file.size > most;
  named.textContent = file ? file.name : usual;
  drop.querySelector('.refused').hidden = !late;
  form.querySelector('.btn-primary').disabled = Boolean(late);
};
input.addEventListener('change', show);

for (const kind of ['dragover', 'dragleave', 'drop']) form.addEventListener(kind, event => {
  event.preventDefault();
  drop.toggleAttribute('data-over', kind === 'dragover');
  if (kind === 'drop' && event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
});

// rows copied in Excel may be pasted wherever nobody types
addEventListener('paste', event => {
  if (event.target.closest('input, textarea, select')) return;
  text.value = event.clipboardData.getData('text/plain');
  text.focus();
});
form.addEventListener('submit', () => {
  if (input.files.length || text.value.length < LARGE) return;
  const rows = new File([text.value], '', { type: 'text/plain' });
  text.value = '';
  take(rows);
});
