(() => {
'use strict';
const root = document.documentElement, $ = (s, e) => (e || document).querySelector(s), $$ = (s, e) => [...(e || document).querySelectorAll(s)];
root.classList.add('on');
const D = JSON.parse($('#data').textContent), R = D.events, N = R.length / 3;
const items = new Array(N);
for (const e of document.querySelectorAll('.e')) items[+e.dataset.i] = e;
const order = $$('.e').map(e => +e.dataset.i);
const fold = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const lists = [
  {key: 'actor', title: 'Actor', names: D.actors, of: i => R[3 * i + 1]},
  {key: 'source', title: 'Source', names: D.sources, of: i => R[3 * i + 2]},
  {key: 'place', title: 'Place', names: D.places, of: i => R[3 * i][3] < 0 ? [] : [R[3 * i][3]]},
  {key: 'type', title: 'Type', names: D.kinds, of: i => [R[3 * i][1]]},
  {key: 'status', title: 'Status', names: D.statuses, of: i => [R[3 * i][2]]}];
for (const l of lists) l.chosen = new Set();
const last = Math.max(0, D.bins.length - 1), from = $('#from'), to = $('#to'), q = $('#q'), live = $('#live');
const low = () => from ? +from.value : 0, high = () => to ? +to.value : last;
const shown = new Uint8Array(N).fill(1);
let hay = null, words = [];

/* Search reads what stands on the page, prepared a little at a time while nothing else is done. */
let prepared = 0;
function prepare(until) {
  if (!hay) hay = new Array(N);
  while (prepared < N && !(until && performance.now() > until)) { hay[prepared] = fold(items[prepared].textContent); prepared++; }
}
function prepareSoon() {
  if (prepared == N) return;
  prepare(performance.now() + 12);
  setTimeout(prepareSoon, 4);
}
q.addEventListener('focus', prepareSoon, {once: true});

const months = $$('.month').map(e => ({e, of: $$('.e', e).map(x => +x.dataset.i), off: false}));
const years = $$('.year').map(e => ({e, months: months.filter(m => e.contains(m.e)), note: $('h2 span', e), off: false}));
for (const y of years) y.count = y.months.reduce((n, m) => n + m.of.length, 0);
const noun = n => n + (n == 1 ? ' event' : ' events');

function fits(i, skip) {
  const b = R[3 * i][0], a = low(), z = high();
  if ((a > 0 || z < last) && (b < a || b > z)) return false;
  for (const l of lists) if (l !== skip && l.chosen.size && !l.of(i).some(v => l.chosen.has(v))) return false;
  for (const w of words) if (!hay[i].includes(w)) return false;
  return true;
}
function isFiltered() { return words.length > 0 || low() > 0 || high() < last || lists.some(l => l.chosen.size); }

function apply(write) {
  words = fold(q.value).split(/\s+/).filter(Boolean);
  if (words.length) prepare();
  let n = 0;
  for (let i = 0; i < N; i++) {
    const y = fits(i) ? 1 : 0;
    n += y;
    if (y != shown[i]) { shown[i] = y; items[i].classList.toggle('off', !y); }
  }
  const any = isFiltered();
  root.classList.toggle('filtered', any);
  for (const m of months) {
    const off = !m.of.some(i => shown[i]);
    if (off != m.off) { m.off = off; m.e.classList.toggle('off', off); }
  }
  for (const y of years) {
    const c = y.months.reduce((n, m) => n + (m.off ? 0 : m.of.reduce((k, i) => k + shown[i], 0)), 0), off = !c;
    if (off != y.off) { y.off = off; y.e.classList.toggle('off', off); }
    if (c != y.seen) { y.seen = c; y.note.textContent = c < y.count ? c + ' of ' + noun(y.count) : noun(y.count); }
  }
  $('#undated').classList.toggle('off', any && !$$('#undated .e').some(e => shown[+e.dataset.i]));
  $('#n').textContent = n + ' of ' + N;
  say(n + ' of ' + N + ' events shown');
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
  const t = document.getElementById(id);
  if (!t) { say('That link leads to nothing in this edition of the page.'); return; }
  if (t.closest('.off')) clear(false);
  for (let d = t.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  t.scrollIntoView();
  requestAnimationFrame(() => t.scrollIntoView());
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
  s.append(l.title);
  s.append(l.badge = document.createElement('span'));
  l.menu.append(s);
  l.set = document.createElement('fieldset');
  const g = document.createElement('legend');
  g.className = 'vh';
  g.textContent = l.title;
  l.set.append(g);
  if (l.names.length > 12) {
    l.find = document.createElement('input');
    l.find.type = 'search';
    l.find.setAttribute('aria-label', 'Find ' + l.title.toLowerCase());
    l.find.placeholder = 'Find among ' + l.names.length;
    l.find.addEventListener('input', () => fill(l));
    l.set.append(l.find);
  }
  l.set.append(l.box = document.createElement('div'));
  l.menu.append(l.set);
  l.menu.addEventListener('toggle', () => {
    if (!l.menu.open) return;
    for (const o of lists) if (o !== l) o.menu.open = false;
    fill(l);
    const r = l.set.getBoundingClientRect();
    if (r.right > innerWidth - 8) l.set.classList.add('back');
  });
  $('#menus').append(l.menu);
}
function fill(l) {
  const counts = new Map(), want = l.find ? fold(l.find.value) : '';
  if (words.length) prepare();
  for (let i = 0; i < N; i++) if (fits(i, l)) for (const v of l.of(i)) counts.set(v, (counts.get(v) || 0) + 1);
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
    p.textContent = 'and ' + rest + ' more: search above';
    l.box.append(p);
  }
  if (held !== null) { const b = $$('input', l.box).find(x => x.value == held); if (b) b.focus(); }
}

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
const visible = () => order.filter(i => shown[i]);
function go(i) {
  if (i === undefined) return;
  for (const x of $$('.e.cur')) x.classList.remove('cur');
  items[i].classList.add('cur');
  items[i].scrollIntoView({block: 'nearest'});
  $('h4 a', items[i]).focus({preventScroll: true});
  items[i].scrollIntoView({block: 'nearest'});
}
function copy(i) {
  const url = location.href.split('#')[0] + $('h4 a', items[i]).getAttribute('href');
  if (navigator.clipboard) navigator.clipboard.writeText(url).then(() => say('Link copied'), () => { location.hash = url.split('#')[1]; });
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
    const v = visible(), k = cur ? v.indexOf(+cur.dataset.i) : -1;
    const move = {ArrowDown: v[k + 1], ArrowUp: v[k - 1], Home: v[0], End: v[v.length - 1]};
    if (e.key in move) { e.preventDefault(); go(move[e.key]); return; }
    if (single && cur && e.key == 'e') { const d = $('.evi', cur); if (d) d.open = !d.open; }
    if (single && cur && e.key == 'l') copy(+cur.dataset.i);
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
  e.currentTarget.textContent = m[0].toUpperCase() + m.slice(1);
  e.currentTarget.setAttribute('aria-label', 'Colours: ' + (mode ? m : 'automatic'));
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
  const e = items[i], text = s => { const x = $(s, e); return x ? x.textContent : null; };
  return {
    id: e.id.replace(/^event-/, ''), label: text('h4'), date: D.dates[i], kind: D.kinds[R[3 * i][1]], type: text('.ty'),
    status: D.statuses[R[3 * i][2]], place: text('.pl'),
    actors: R[3 * i + 1].map(v => D.actors[v]), sources: R[3 * i + 2].map(v => D.sources[v]),
    reports: $$('.who', e).map(w => {
      const link = $('a', w), quote = $('q', w.nextElementSibling || w);
      return {source: $('a,b', w).textContent, published: $('span', w).textContent, url: link ? link.getAttribute('href') : null, quote: quote ? quote.textContent : null};
    })};
}
$('#json').addEventListener('click', () => save('events-shown.json', 'application/json', JSON.stringify(visible().map(record), null, 1)));
$('#csv').addEventListener('click', () => {
  /* A cell that a spreadsheet would take for a formula gets an apostrophe. */
  const cell = v => { let s = v === null ? '' : String(v); if (/^[=+\-@\t\r]/.test(s)) s = "'" + s; return '"' + s.replace(/"/g, '""') + '"'; };
  const rows = [['id', 'date', 'label', 'place', 'kind', 'type', 'status', 'actors', 'sources']];
  for (const i of visible()) { const r = record(i); rows.push([r.id, r.date, r.label, r.place, r.kind, r.type, r.status, r.actors.join('; '), r.sources.join('; ')]); }
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
addEventListener('beforeprint', () => { for (const d of $$('.evi')) if (d.closest('#events,#undated')) d.open = true; });
addEventListener('hashchange', recall);
apply(false);
recall();
})();
