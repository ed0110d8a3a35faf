(() => {
'use strict';
const root = document.documentElement, $ = (s, e) => (e || document).querySelector(s), $$ = (s, e) => [...(e || document).querySelectorAll(s)];
root.classList.add('on');
let N = 0;
const W = JSON.parse($('#filters').dataset.words || '{}');
/* A phrase in the page's language, its {names} filled in. */
const t = (phrase, v) => (W[phrase] || phrase).replace(/\{(\w+)\}/g, (m, k) => v && k in v ? v[k] : m);
const fold = s => /[^\x00-\x7f]/.test(s) ? s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase() : s.toLowerCase();
const last = $('#to') ? +$('#to').max : 0, from = $('#from'), to = $('#to'), q = $('#q'), live = $('#live');
const low = () => from ? +from.value : 0, high = () => to ? +to.value : last;
/* Calls back when nothing else is done, with the moment until which it may work. */
const soon = window.requestIdleCallback
  ? f => requestIdleCallback(d => f(performance.now() + Math.max(8, d.timeRemaining() - 5)))
  : f => setTimeout(() => f(performance.now() + 10), 30);

/* What the filters know of the events is read when it is first needed, or when nothing else is done. */
let D = null, R, at, shown, months, years, all, words = [];
const lists = [
  {key: 'actor', title: 'Actor', names: 'actors', has: (l, i) => run(l, at[i] + 4)},
  {key: 'source', title: 'Source', names: 'sources', has: (l, i) => run(l, at[i] + 5 + R[at[i] + 4])},
  {key: 'place', title: 'Place', names: 'places', has: (l, i) => R[at[i] + 3] >= 0 && l(R[at[i] + 3])},
  {key: 'type', title: 'Type', names: 'kinds', has: (l, i) => l(R[at[i] + 1])},
  {key: 'status', title: 'Status', names: 'statuses', has: (l, i) => l(R[at[i] + 2])}];
for (const l of lists) l.chosen = new Set();
function run(l, k) { for (let n = R[k++]; n > 0; n--) if (l(R[k++])) return true; return false; }
const valuesOf = (l, i) => { const v = []; l.has(x => { v.push(x); }, i); return v; };
function load() {
  if (D) return;
  makeAll();
  all = $$('.e');
  N = all.length;
  shown = new Uint8Array(N).fill(1);
  D = JSON.parse($('#data').textContent);
  R = Int32Array.from(D.events);
  D.events = null;
  at = new Int32Array(N);
  for (let i = 0, k = 0; i < N; i++) { at[i] = k; k += 5 + R[k + 4]; k += 1 + R[k]; }
  for (const l of lists) l.names = D[l.names];
  let next = 0;
  const part = (e, n) => ({e, start: next, end: next += n, off: false});
  const sections = $$('.month');
  months = sections.map((e, k) => part(e, D.sizes[k]));
  months.push(part($('#undated'), D.sizes[sections.length]));
  years = $$('.year').map(e => ({e, months: months.filter(m => e.contains(m.e)), note: $('h2 span', e), words: $('h2 span', e).textContent, off: false}));
  for (const y of years) y.count = y.months.reduce((n, m) => n + m.end - m.start, 0);
}

/* A long page comes as text after its beginning, in <noscript>, since a browser takes most of its time over elements. They
   are made where somebody looks, and of the rest when nothing else is done; whoever searches or prints has them all. */
const late = $$('.late');
let made = 0;
function make(place) {
  const text = $('noscript', place);
  if (!text || !place.parentNode) return;
  place.insertAdjacentHTML('afterend', text.textContent);
  for (const l of $$('ol.evi', place.nextElementSibling)) foldOne(l);
  place.remove();
}
function makeAll() { while (made < late.length) make(late[made++]); }
document.addEventListener('contentvisibilityautostatechange', e => { if (!e.skipped && e.target.matches('.late')) make(e.target); }, true);
/* The element of an id, which may stand in a text as yet. */
function find(id) {
  const known = document.getElementById(id);
  if (known || made == late.length) return known;
  const there = late.find(l => l.parentNode && l.textContent.includes('id="' + id + '"'));
  if (!there) return null;
  make(there);
  /* Elements that come later are no targets before they are gone to. */
  location.replace(location.hash);
  return document.getElementById(id);
}

/* Evidence stands open in the file. A browser spends more on making <details> than on all else of an entry, so they are
   made when the page stands already. */
let open = null, folded = 0;
function foldOne(list) {
  const d = document.createElement('details'), s = document.createElement('summary'), n = document.createElement('span'), note = list.nextElementSibling;
  n.textContent = list.dataset.size;
  s.append(list.getAttribute('aria-label') + ' ', n);
  d.className = 'evi';
  list.before(d);
  list.removeAttribute('aria-label');
  list.removeAttribute('class');
  d.append(s, list);
  if (note && note.matches('.edtf')) d.append(note);
  return d;
}
function foldSoon(until) {
  open ||= $$('ol.evi');
  while (folded < open.length && performance.now() < until) { const l = open[folded++]; if (l.matches('.evi')) foldOne(l); }
  soon(folded < open.length ? foldSoon : makeSoon);
}
function makeSoon(until) {
  while (made < late.length && performance.now() < until) make(late[made++]);
  if (made < late.length) soon(makeSoon);
  else if (root.classList.contains('short')) soon(prepareSoon);
}

/* Search reads what stands on the page and the names of actors and sources, prepared a little at a time: in a long index
   ahead of any wish, where entries stand in full when somebody is about to search, since what is prepared is a copy of the
   whole page. */
let hay = null, prepared = 0;
function prepare(until) {
  load();
  if (!hay) hay = new Array(N);
  while (prepared < N && !(until && (prepared & 15) == 0 && performance.now() > until)) {
    let text = all[prepared].textContent;
    if (root.classList.contains('short')) text += lists.slice(0, 3).map(l => valuesOf(l, prepared).map(v => ' ' + l.names[v]).join('')).join('');
    hay[prepared++] = fold(text);
  }
}
function prepareSoon(until) {
  prepare(until);
  if (prepared < N) soon(prepareSoon);
}

function fits(i, skip) {
  const b = R[at[i]], a = low(), z = high();
  if ((a > 0 || z < last) && (b < a || b > z)) return false;
  for (const l of lists) if (l !== skip && l.chosen.size && !l.has(v => l.chosen.has(v), i)) return false;
  for (const w of words) if (!hay[i].includes(w)) return false;
  return true;
}
function isFiltered() { return words.length > 0 || low() > 0 || high() < last || lists.some(l => l.chosen.size); }

function apply(write) {
  load();
  words = fold(q.value).split(/\s+/).filter(Boolean);
  if (words.length) prepare();
  let n = 0;
  for (const m of months) {
    let k = 0;
    for (let i = m.start; i < m.end; i++) {
      const y = fits(i) ? 1 : 0;
      k += y;
      if (y != shown[i]) { shown[i] = y; m.stale = true; }
    }
    m.count = k;
    n += k;
    if (!k != m.off) { m.off = !k; m.e.classList.toggle('off', m.off); }
  }
  const any = isFiltered();
  root.classList.toggle('filtered', any);
  const undated = months[months.length - 1];
  if (!any && undated.off) { undated.off = false; undated.e.classList.remove('off'); }
  for (const y of years) {
    const c = y.months.reduce((n, m) => n + m.count, 0), off = !c;
    if (off != y.off) { y.off = off; y.e.classList.toggle('off', off); }
    if (c != y.seen) { y.seen = c; y.note.textContent = c < y.count ? t('{n} of {all}', {n: c, all: y.words}) : y.words; }
  }
  paint(40);
  $('#n').textContent = t('{n} of {all}', {n, all: N});
  say(t('{n} of {all} events shown', {n, all: N}));
  $('#reset').hidden = !any;
  $('#none').hidden = n > 0 || !N;
  if (from) {
    const a = low(), z = high();
    $('#range').textContent = a == 0 && z == last ? range0 : a == z ? D.bins[a] : D.bins[a] + ' – ' + D.bins[z];
    from.setAttribute('aria-valuetext', D.bins[a]);
    to.setAttribute('aria-valuetext', D.bins[z]);
    $('#shade-a').setAttribute('width', a / (last + 1) * 100 + '%');
    $('#shade-b').setAttribute('x', (z + 1) / (last + 1) * 100 + '%');
    $('#shade-b').setAttribute('width', (last - z) / (last + 1) * 100 + '%');
  }
  for (const l of lists) {
    l.badge.textContent = l.chosen.size ? ' ' + l.chosen.size : '';
    l.menu.classList.toggle('act', l.chosen.size > 0);
    if (l.menu.open) fill(l);
  }
  if (write !== false) remember();
}
/* Marks the events that are left out: those in view first, and of many the rest when nothing else is done. */
let painting = false;
function paint(time) {
  const until = performance.now() + time, M = months.length;
  let done = 0, first = time < 40 ? 0 : months.findIndex(m => m.stale && !m.off && m.e.getBoundingClientRect().bottom > 0);
  if (first < 0) first = 0;
  for (let k = 0; k < M; k++) {
    const m = months[(first + k) % M];
    if (!m.stale) continue;
    if (done > 1000 && performance.now() > until) {
      if (!painting) { painting = true; soon(() => { painting = false; paint(10); }); }
      return;
    }
    m.stale = false;
    done += m.end - m.start;
    for (let i = m.start; i < m.end; i++) all[i].classList.toggle('off', !shown[i]);
  }
}
const range0 = $('#range') ? $('#range').textContent : '';
let saying;
function say(text) { clearTimeout(saying); saying = setTimeout(() => { live.textContent = text; }, 150); }

/* The state stands in the fragment, which works for files too. */
function remember() {
  const p = new URLSearchParams();
  if (q.value) p.set('q', q.value);
  for (const l of lists) for (const v of l.chosen) p.append(l.key, l.names[v]);
  if (low() > 0) p.set('from', D.binNames[low()]);
  if (high() < last) p.set('to', D.binNames[high()]);
  const s = p.toString();
  try { history.replaceState(null, '', s ? '#?' + s : location.pathname + location.search); } catch { /* a sandbox may forbid it */ }
}
function recall() {
  const h = location.hash;
  if (h.startsWith('#?')) {
    load();
    const p = new URLSearchParams(h.slice(2));
    q.value = p.get('q') || '';
    for (const l of lists) {
      l.chosen.clear();
      for (const name of p.getAll(l.key)) { const v = l.names.indexOf(name); if (v >= 0) l.chosen.add(v); }
    }
    if (from) {
      const bin = (name, otherwise) => { const k = D.binNames.indexOf(name); return k < 0 ? otherwise : k; };
      from.value = bin(p.get('from'), 0);
      to.value = bin(p.get('to'), last);
    }
    apply(false);
    return;
  }
  if (h.length < 2) return;
  let id = h.slice(1);
  try { id = decodeURIComponent(id); } catch { /* taken as it stands */ }
  const target = find(id);
  if (!target) { say(t('That link leads to nothing in this edition of the page.')); return; }
  if (target.closest('.off')) { clear(false); paint(1e9); }
  for (let d = target.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  target.scrollIntoView();
  requestAnimationFrame(() => target.scrollIntoView());
}
function clear(write) {
  q.value = '';
  for (const l of lists) l.chosen.clear();
  if (from) { from.value = 0; to.value = last; }
  apply(write);
}

/* Menus are made when they are first opened. */
for (const l of lists) {
  l.menu = document.createElement('details');
  l.menu.className = 'menu';
  const s = document.createElement('summary');
  s.append(t(l.title));
  s.append(l.badge = document.createElement('span'));
  l.menu.append(s);
  l.set = document.createElement('fieldset');
  const g = document.createElement('legend');
  g.className = 'vh';
  g.textContent = t(l.title);
  l.set.append(g, l.box = document.createElement('div'));
  l.menu.append(l.set);
  l.menu.addEventListener('toggle', () => {
    if (!l.menu.open) return;
    load();
    for (const o of lists) if (o !== l) o.menu.open = false;
    if (!l.find && l.names.length > 12) {
      l.find = document.createElement('input');
      l.find.type = 'search';
      l.find.setAttribute('aria-label', t('Find: {list}', {list: t(l.title)}));
      l.find.placeholder = t('Find among {n}', {n: l.names.length});
      l.find.addEventListener('input', () => fill(l));
      l.box.before(l.find);
    }
    fill(l);
    const r = l.set.getBoundingClientRect();
    if (r.right > innerWidth - 8) l.set.classList.add('back');
  });
  $('#menus').append(l.menu);
}
function fill(l) {
  const counts = new Map(), want = l.find ? fold(l.find.value) : '';
  if (words.length) prepare();
  for (let i = 0; i < N; i++) if (fits(i, l)) l.has(v => { counts.set(v, (counts.get(v) || 0) + 1); }, i);
  const held = document.activeElement && l.box.contains(document.activeElement) ? document.activeElement.value : null;
  let all = l.names.map((name, v) => v).filter(v => !want || fold(l.names[v]).includes(want));
  if (l.key != 'type' && l.key != 'status')
    all.sort((a, b) => l.chosen.has(b) - l.chosen.has(a) || (counts.get(b) || 0) - (counts.get(a) || 0) || a - b);
  const rest = all.length - 80;
  if (rest > 0) all = all.slice(0, 80);
  l.box.replaceChildren(...all.map(v => {
    const label = document.createElement('label'), box = document.createElement('input'), name = document.createElement('bdi'), n = document.createElement('span');
    box.type = 'checkbox';
    box.value = v;
    box.checked = l.chosen.has(v);
    box.addEventListener('change', () => { if (box.checked) l.chosen.add(v); else l.chosen.delete(v); apply(); });
    name.textContent = l.names[v];
    n.className = 'n';
    n.textContent = counts.get(v) || 0;
    label.className = counts.get(v) ? '' : 'zero';
    label.append(box, name, n);
    return label;
  }));
  if (rest > 0) {
    const p = document.createElement('p');
    p.className = 'hint';
    p.textContent = t('and {n} more: search above', {n: rest});
    l.box.append(p);
  }
  if (held !== null) { const b = $$('input', l.box).find(x => x.value == held); if (b) b.focus(); }
}

q.addEventListener('focus', () => soon(prepareSoon), {once: true});
q.addEventListener('input', () => apply());
$('#filters').addEventListener('submit', e => e.preventDefault());
$('#reset').addEventListener('click', () => { clear(); q.focus(); });
$('#reset2').addEventListener('click', () => { clear(); q.focus(); });
if (from) {
  from.addEventListener('input', () => { if (low() > high()) from.value = to.value; apply(); });
  to.addEventListener('input', () => { if (high() < low()) to.value = from.value; apply(); });
  const brush = $('.brush');
  let start = null;
  const at = e => {
    const r = brush.getBoundingClientRect();
    let x = (e.clientX - r.left) / r.width;
    if (root.dir == 'rtl') x = 1 - x;
    return Math.max(0, Math.min(last, Math.floor(x * (last + 1))));
  };
  brush.addEventListener('pointerdown', e => {
    if (e.target.matches('input') || e.pointerType == 'touch' || e.button) return;
    start = at(e);
    brush.setPointerCapture(e.pointerId);
  });
  brush.addEventListener('pointermove', e => {
    if (start === null) return;
    const k = at(e);
    from.value = Math.min(start, k);
    to.value = Math.max(start, k);
    apply();
  });
  brush.addEventListener('pointerup', e => {
    if (start !== null && at(e) == start) { from.value = start; to.value = start; apply(); }
    start = null;
  });
}

/* Keys. */
let single = true;
const visible = () => { const v = []; for (let i = 0; i < N; i++) if (shown[i]) v.push(i); return v; };
/* The next shown event from a place, in a direction. */
const next = (i, step) => { while (i >= 0 && i < N && !shown[i]) i += step; return i >= 0 && i < N ? i : undefined; };
const link = i => $('h4 a', all[i]) || $('a', all[i]);
function go(i) {
  if (i === undefined) return;
  for (const x of $$('.e.cur')) x.classList.remove('cur');
  all[i].classList.add('cur');
  all[i].scrollIntoView({block: 'nearest'});
  link(i).focus({preventScroll: true});
  all[i].scrollIntoView({block: 'nearest'});
}
function copy(i) {
  const url = location.href.split('#')[0] + link(i).getAttribute('href');
  if (navigator.clipboard) navigator.clipboard.writeText(url).then(() => say(t('Link copied')), () => { location.hash = url.split('#')[1]; });
  else location.hash = url.split('#')[1];
}
document.addEventListener('keydown', e => {
  const t = e.target, typing = t.matches('input:not([type=checkbox]):not([type=range]),textarea,select');
  if (e.key == 'Escape') {
    const open = lists.find(l => l.menu.open);
    if (open) { open.menu.open = false; $('summary', open.menu).focus(); }
    else if (t == q && q.value) { q.value = ''; apply(); }
    return;
  }
  if (typing || e.ctrlKey || e.metaKey || e.altKey || $('#keys').open) return;
  const cur = t.closest('.e');
  if (cur || t.id == 'events') {
    load();
    const k = cur ? all.indexOf(cur) : -1;
    const move = {ArrowDown: () => next(k + 1, 1), ArrowUp: () => next(k - 1, -1), Home: () => next(0, 1), End: () => next(N - 1, -1)};
    if (e.key in move) { e.preventDefault(); go(move[e.key]()); return; }
    if (single && cur && e.key == 'e') { const l = $('ol.evi', cur), d = l ? foldOne(l) : $('.evi', cur); if (d) d.open = !d.open; }
    if (single && cur && e.key == 'l') copy(k);
  }
  if (single && e.key == '/') { e.preventDefault(); q.focus(); }
  if (single && e.key == '?') $('#keys').showModal();
});
document.addEventListener('click', e => { for (const l of lists) if (l.menu.open && !l.menu.contains(e.target)) l.menu.open = false; });
$('#help').addEventListener('click', () => $('#keys').showModal());
$('#close').addEventListener('click', () => $('#keys').close());
$('#single').addEventListener('change', e => { single = e.target.checked; });
const modes = ['auto', 'light', 'dark'];
let mode = 0;
$('#theme').addEventListener('click', e => {
  mode = (mode + 1) % 3;
  const m = modes[mode];
  e.currentTarget.textContent = t(m[0].toUpperCase() + m.slice(1));
  e.currentTarget.setAttribute('aria-label', t(mode ? mode == 1 ? 'Colours: light' : 'Colours: dark' : 'Colours: automatic'));
  if (mode) root.dataset.theme = m; else delete root.dataset.theme;
});

/* What is shown, as files. */
function save(name, type, text) {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob([text], {type}));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}
function record(i) {
  const e = all[i], k = at[i], text = x => x ? x.textContent : null, names = l => valuesOf(l, i).map(v => l.names[v]);
  return {
    id: e.id.replace(/^event-/, ''), label: text(link(i)), date: D.dates[i], kind: D.kinds[R[k + 1]],
    status: D.statuses[R[k + 2]], place: R[k + 3] < 0 ? null : D.places[R[k + 3]],
    actors: names(lists[0]), sources: names(lists[1]),
    reports: $$('.one,.evi li', e).map(r => ({
      source: text($('a,b', r)), published: r.firstElementChild.nextSibling.textContent.trim(), url: $('a', r) ? $('a', r).getAttribute('href') : null, quote: text($('q', r))}))};
}
$('#json').addEventListener('click', () => { load(); save('events-shown.json', 'application/json', JSON.stringify(visible().map(record), null, 1)); });
$('#csv').addEventListener('click', () => {
  /* A cell that a spreadsheet would take for a formula gets an apostrophe. */
  const cell = v => { let s = v === null ? '' : String(v); if (/^[=+\-@\t\r]/.test(s)) s = "'" + s; return '"' + s.replace(/"/g, '""') + '"'; };
  const rows = [['id', 'date', 'label', 'place', 'kind', 'status', 'actors', 'sources']];
  load();
  for (const i of visible()) { const r = record(i); rows.push([r.id, r.date, r.label, r.place, r.kind, r.status, r.actors.join('; '), r.sources.join('; ')]); }
  save('events-shown.csv', 'text/csv', '\ufeff' + rows.map(r => r.map(cell).join(',')).join('\r\n') + '\r\n');
});

/* The actor graph: the picture's own window moves over it. */
const box = $('#graph');
if (box) {
  const svg = $('svg', box), [x0, y0, w0, h0] = svg.getAttribute('viewBox').split(' ').map(Number);
  let v = [x0, y0, w0, h0];
  const show = () => svg.setAttribute('viewBox', v.map(n => Math.round(n * 10) / 10).join(' '));
  const zoom = (k, cx, cy) => {
    const w = Math.max(w0 / 12, Math.min(w0, v[2] * k)), r = w / v[2];
    const px = cx === undefined ? v[0] + v[2] / 2 : cx, py = cy === undefined ? v[1] + v[3] / 2 : cy;
    v = [px - (px - v[0]) * r, py - (py - v[1]) * r, w, v[3] * r];
    keep();
  };
  const keep = () => {
    v[0] = Math.max(x0, Math.min(x0 + w0 - v[2], v[0]));
    v[1] = Math.max(y0, Math.min(y0 + h0 - v[3], v[1]));
    box.classList.toggle('near', v[2] < w0 - 1);
    show();
  };
  const point = (x, y) => { const m = svg.getScreenCTM().inverse(); return [x * m.a + m.e, y * m.d + m.f]; };
  $('#in').addEventListener('click', () => zoom(.7));
  $('#out').addEventListener('click', () => zoom(1 / .7));
  $('#fit').addEventListener('click', () => { v = [x0, y0, w0, h0]; keep(); });
  box.addEventListener('keydown', e => {
    const s = v[2] / 10, d = {ArrowLeft: [-s, 0], ArrowRight: [s, 0], ArrowUp: [0, -s], ArrowDown: [0, s]}[e.key];
    if (d && e.target == box) { e.preventDefault(); v[0] += d[0]; v[1] += d[1]; keep(); }
    else if (e.key == '+' || e.key == '=') zoom(.7);
    else if (e.key == '-') zoom(1 / .7);
    else if (e.key == '0') { v = [x0, y0, w0, h0]; keep(); }
  });
  box.addEventListener('wheel', e => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    zoom(Math.exp(e.deltaY / 300), ...point(e.clientX, e.clientY));
  }, {passive: false});
  const down = new Map();
  let moved = false;
  box.addEventListener('pointerdown', e => { down.set(e.pointerId, e); moved = false; });
  box.addEventListener('pointermove', e => {
    const before = down.get(e.pointerId);
    if (!before) return;
    const touch = e.pointerType == 'touch';
    if (down.size == 2) {
      const other = [...down.values()].find(o => o.pointerId != e.pointerId);
      const d0 = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY), d1 = Math.hypot(e.clientX - other.clientX, e.clientY - other.clientY);
      if (d1 > 0) zoom(d0 / d1, ...point((e.clientX + other.clientX) / 2, (e.clientY + other.clientY) / 2));
    } else if (v[2] < w0 - 1 || !touch) {
      const k = 1 / svg.getScreenCTM().a, dx = (before.clientX - e.clientX) * k, dy = (before.clientY - e.clientY) * k;
      if (Math.abs(e.clientX - before.clientX) + Math.abs(e.clientY - before.clientY) < 3 && !moved) return;
      moved = true;
      v[0] += dx; v[1] += dy;
      keep();
    }
    down.set(e.pointerId, e);
  });
  for (const n of ['pointerup', 'pointercancel', 'pointerleave']) box.addEventListener(n, e => down.delete(e.pointerId));
  box.addEventListener('click', e => { if (moved) { e.preventDefault(); moved = false; } }, true);
  box.addEventListener('dragstart', e => e.preventDefault());
  const nodes = $$('g.node', svg), edges = $$('g.edge', svg);
  const light = node => {
    const id = node && node.id, near = new Set([id]);
    if (node) for (const x of edges) { if (x.dataset.from == id) near.add(x.dataset.to); if (x.dataset.to == id) near.add(x.dataset.from); }
    for (const x of nodes) x.classList.toggle('fade', !!node && !near.has(x.id));
    for (const x of edges) x.classList.toggle('fade', !!node && x.dataset.from != id && x.dataset.to != id);
  };
  for (const n of ['pointerover', 'focusin']) box.addEventListener(n, e => { if (down.size == 0) light(e.target.closest('g.node')); });
  box.addEventListener('pointerleave', () => light(null));
  box.addEventListener('focusout', () => light(null));
}
addEventListener('beforeprint', () => { makeAll(); for (const d of $$('details.evi')) if (d.closest('#events,#undated')) d.open = true; });
addEventListener('hashchange', recall);
if (from) { from.value = 0; to.value = last; }
recall();
if (location.hash.length < 2 && q.value) apply(false);
soon(foldSoon);
})();
