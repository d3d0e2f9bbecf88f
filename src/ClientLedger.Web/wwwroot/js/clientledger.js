// Small conveniences. Every page works without them.

// The zone of a company that signs up.
for (const input of document.querySelectorAll('[data-zone]')) {
  input.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}

// Where tabs don't fit the screen, that of this page is in sight.
for (const here of document.querySelectorAll('.cl-tabs [aria-current]')) {
  const tabs = here.closest('.cl-tabs');
  tabs.scrollLeft = here.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - here.clientWidth) / 2;
}

// A form that takes a while is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('[data-once]')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  form.querySelector('[type=submit]')?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-sent]')) delete form.dataset.sent;
});

// What is shown once is no answer to ask for again: to load its page anew isn't to send the form anew.
if (document.querySelector('[data-shown-once]')) history.replaceState(null, '', location.href);

// Copies a text, where the browser lets pages do so, and says that it did.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}

// A link that fails to renew a part of the page leads to the whole page that says why.
document.addEventListener('htmx:response:error', ({ detail: { ctx } }) => {
  if (ctx.response.status !== 422 && !ctx.hx.redirect && ctx.request.headers['HX-Boosted']) location.href = ctx.request.action;
});

// Drop-downs close when something else is done.
document.addEventListener('click', event => {
  for (const drop of document.querySelectorAll('.cl-drop[open]')) {
    if (!drop.contains(event.target)) drop.open = false;
  }
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const drop of document.querySelectorAll('.cl-drop[open]')) {
    drop.open = false;
    drop.querySelector('summary').focus();
  }
});

// A slash goes to the search of the ledger, unless somebody is writing.
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
  const find = [...document.querySelectorAll('.cl-find input, main input[type=search]')].find(input => input.checkVisibility());
  if (!find) return;
  event.preventDefault();
  find.focus();
  find.select();
});
