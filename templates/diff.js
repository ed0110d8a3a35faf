(() => {
  'use strict';
  const find = (selector) => document.querySelector(selector);
  const root = document.documentElement;
  root.classList.add('on');
  // The reader's colours: those of the system, light, dark.
  const theme = find('#theme');
  let mode = 0;
  theme.addEventListener('click', () => {
    mode = (mode + 1) % 3;
    theme.textContent = theme.dataset.names.split('|')[mode];
    theme.setAttribute('aria-label', theme.dataset.labels.split('|')[mode]);
    if (mode) root.dataset.theme = ['', 'light', 'dark'][mode]; else delete root.dataset.theme;
  });
  const form = find('#mf');
  if (form) {
    const rows = [...document.querySelectorAll('.mx tbody tr')];
    const [kind, source] = [find('#mk'), find('#ms')];
    const [count, none, live] = [find('#mn'), find('#none'), find('#live')];
    const fill = (phrase, shown) => phrase.replace('{n}', shown).replace('{all}', rows.length);
    const show = () => {
      let shown = 0;
      for (const row of rows) {
        const fits = (!kind.value || row.dataset.kinds.includes(kind.value))
          && (!source.value || row.dataset.by.split(' ').includes(source.value));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      count.textContent = fill(form.dataset.count, shown);
      none.hidden = shown > 0;
      return shown;
    };
    const say = () => { live.textContent = fill(form.dataset.said, show()); };
    kind.addEventListener('change', say);
    source.addEventListener('change', say);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
    show();
  }
  // A link to an event opens its reports.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') target.open = true;
  };
  addEventListener('hashchange', open);
  open();
})();
