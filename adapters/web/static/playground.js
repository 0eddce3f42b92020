// Saves reloads, and nothing else: every page works without this file. It knows no rule and builds no text: it asks
// the server for the same pages that a reload would show, and puts in what has changed.

const base = document.body.dataset.base ?? '';
const alliance = document.body.dataset.alliance ?? '';
const said = document.getElementById('said');

/** Puts what a newer page shows into this one, piece by piece, and keeps focus and open parts where they are. */
const take = (page) => {
  const known = new Set([...document.querySelectorAll('.only-you')].map(({ id }) => id));
  const news = [];
  for (const region of document.querySelectorAll('[data-live]')) {
    const newer = page.getElementById(region.id);
    if (newer) news.push(...takeRegion(region, newer));
  }
  const answer = [...document.querySelectorAll('.only-you')].find(({ id }) => id && !known.has(id));
  const words = answer ? [answer.dataset.summary] : news;
  if (words.length > 0 && said) said.textContent = words.join(' ');
  return answer;
};

const takeRegion = (region, newer) => {
  const news = [];
  const kept = new Map([...region.children].map((piece) => [piece.id, piece]));
  let before = null;
  for (const piece of [...newer.children]) {
    const old = kept.get(piece.id);
    kept.delete(piece.id);
    const same = old !== undefined && old.dataset.drawn === piece.dataset.drawn;
    const placed = same ? old : document.importNode(piece, true);
    if (!same && piece.dataset.summary) {
      placed.classList.add('changed');
      news.push(piece.dataset.summary);
    }
    if (old && !same) exchange(old, placed);
    const next = before ? before.nextElementSibling : region.firstElementChild;
    if (placed !== next) region.insertBefore(placed, next);
    before = placed;
  }
  for (const gone of kept.values()) gone.remove();
  return news;
};

const exchange = (old, added) => {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset.key;
  for (const part of old.querySelectorAll('details[id][open]')) {
    added.querySelector(`#${part.id}`)?.setAttribute('open', '');
  }
  old.replaceWith(added);
  if (!focused) return;
  const again = [...added.querySelectorAll('[data-key]')].find((part) => part.dataset.key === key);
  if (again) again.focus({ preventScroll: true });
  else {
    added.tabIndex = -1;
    added.focus({ preventScroll: true });
  }
};

const fetched = async (address, options) => {
  const answer = await fetch(address, { credentials: 'omit', ...options });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { page, ok: answer.ok, address: answer.url };
};

/** One refresh at a time; a wish that comes meanwhile is granted once, afterwards. */
let refreshing = false;
let again = false;
const refresh = async () => {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    const atEnd = window.innerHeight + window.scrollY > document.body.scrollHeight - 160;
    const last = lastMessage();
    const { page, ok } = await fetched(location.href);
    if (ok) take(page);
    if (lastMessage() !== last) follow(atEnd);
  } catch {
    // The server is away; the stream of events says when it is back.
  } finally {
    refreshing = false;
    if (again) {
      again = false;
      void refresh();
    }
  }
};

const lastMessage = () => document.getElementById('talk')?.lastElementChild?.id;

/** A room that is read at its end stays at its end; elsewhere a link offers the way. */
const follow = (atEnd) => {
  const latest = document.getElementById('latest');
  if (!latest) return;
  if (atEnd) latest.scrollIntoView({ block: 'end' });
  else document.getElementById('newer')?.removeAttribute('hidden');
};

document.getElementById('newer')?.addEventListener('click', (event) => event.currentTarget.setAttribute('hidden', ''));

// Live: one stream for all windows of a browser, since browsers allow few connections to one server.
const channel = new BroadcastChannel(`roundtable ${base}`);
channel.onmessage = ({ data }) => heard(data);

const heard = (message) => {
  if (message === 'all' || message === alliance) void refresh();
};

const listen = () =>
  new Promise(() => {
    const stream = new EventSource(`${base}/events`);
    const tell = (message) => {
      heard(message);
      channel.postMessage(message);
    };
    stream.addEventListener('moved', (event) => tell(JSON.parse(event.data).alliance));
    stream.addEventListener('clock', () => tell('all'));
    // What came before the stream was open, at first or again, was told to nobody here.
    stream.onopen = () => tell('all');
  });

if (base && document.querySelector('[data-live]')) {
  void navigator.locks.request(`roundtable ${base}`, listen);
  // Where another window has the stream, what came between this page's drawing and now was not heard here.
  void refresh();
}

// Forms open in a dialog; presses are sent without leaving the page.
const dialog = document.createElement('dialog');
document.body.append(dialog);
dialog.addEventListener('close', () => dialog.replaceChildren());

/** A form or a notice: in place where it is the page itself, else in the dialog. */
const show = (page) => {
  const part = page.getElementById('part');
  if (!part) return false;
  const shown = document.importNode(part, true);
  const own = document.querySelector('main #part');
  if (own) own.replaceWith(shown);
  else {
    dialog.replaceChildren(shown);
    dialog.setAttribute('aria-labelledby', 'part-title');
    if (!dialog.open) dialog.showModal();
  }
  const first = shown.querySelector('.problems, .only-you, input:not([type=hidden]), textarea, select');
  (first ?? shown.querySelector('a, button'))?.focus();
  for (const text of shown.querySelectorAll('[data-most]')) count(text);
  return true;
};

const openForm = async (link) => {
  try {
    const { page } = await fetched(link.href);
    if (!show(page)) location.assign(link.href);
  } catch {
    location.assign(link.href);
  }
};

const send = async (form, button) => {
  if (button?.getAttribute('aria-disabled') === 'true') return;
  button?.setAttribute('aria-disabled', 'true');
  try {
    const data = new FormData(form, button);
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    const { page, address } = await fetched(form.action, { method: 'POST', body });
    // Answered: the next press is another act. Without an answer it stays the same one, and is done once at most.
    if (form.elements.nonce) form.elements.nonce.value = crypto.randomUUID();
    if (show(page)) return;
    if (form.closest('main #part')) return location.assign(address);
    if (dialog.open) dialog.close();
    take(page)?.scrollIntoView({ block: 'nearest' });
  } catch {
    if (said) said.textContent = document.body.dataset.away ?? '';
  } finally {
    button?.removeAttribute('aria-disabled');
  }
};

document.addEventListener('click', (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  const link = event.target.closest?.('a[data-form]');
  if (link && plain) {
    event.preventDefault();
    void openForm(link);
  }
  if (event.target.closest?.('[data-close]') && dialog.open) {
    event.preventDefault();
    dialog.close();
  }
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-press]')) return;
  event.preventDefault();
  void send(event.target, event.submitter);
});

// How many characters are left.
const count = (text) => {
  const place = document.getElementById(`${text.id}-left`);
  if (!place) return;
  const left = Number(text.dataset.most) - [...text.value].length;
  place.textContent = (left < 0 ? place.dataset.over : place.dataset.left).replace(
    '#',
    Math.abs(left).toLocaleString('en-GB'),
  );
  place.classList.toggle('over', left < 0);
};

document.addEventListener('input', (event) => {
  if (event.target.matches?.('[data-most]')) count(event.target);
});
for (const text of document.querySelectorAll('[data-most]')) count(text);
