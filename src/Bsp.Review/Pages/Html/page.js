'use strict';
// Everything is in the page and open when it is loaded; this folds, searches, filters and switches the theme.
(() => {
  const rowsShownAtFirst = 60;
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = id => document.getElementById(id);

  // Theme: the system's until the button is used, and only as long as the page is open.
  const theme = byId('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
  const showTheme = () => theme.setAttribute('aria-pressed', String(isDark()));
  theme.hidden = false;
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    showTheme();
  });
  system.addEventListener('change', showTheme);
  showTheme();

  // What is long starts folded; for printing all is open.
  const folds = all('details');
  for (const fold of all('details[data-fold]'))
    fold.open = (fold.querySelectorAll('tr').length || fold.querySelectorAll('.names span').length) <= Number(fold.dataset.fold);
  all('#disks ~ details').slice(3).forEach(fold => { fold.open = false; });
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = folds.filter(fold => !fold.open);
    opened.forEach(fold => { fold.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach(fold => { fold.open = false; }));
  const reveal = () => {
    for (let at = byId(location.hash.slice(1)); at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement)
        at.open = true;
  };
  addEventListener('hashchange', reveal);

  const filter = byId('filter');
  if (!filter)
    return;
  const [search, board, fold, shown, nothing] = ['search', 'board', 'fold', 'shown', 'nothing'].map(byId);
  const impacts = all('[name=impact]', filter);
  const text = element => element.textContent.toLowerCase();
  const groups = all('#changes details.group').map(element => ({
    element,
    boards: new Set(element.dataset.boards.split(' ')),
    title: text(element.querySelector('summary')) + all('.names', element).map(text).join(' '),
    rules: all('.rule', element).map(rule => ({
      element: rule,
      title: text(rule.querySelector('h4')),
      nodes: all('.node', rule).reverse(),
      rows: all('.change', rule).map(row => ({ element: row, impact: row.dataset.impact, text: text(row), path: pathOf(row) })),
    })),
  }));
  const others = all('[data-boards]').filter(element => !element.closest('#changes'));
  const total = groups.reduce((sum, group) => sum + group.rules.reduce((rows, rule) => rows + rule.rows.length, 0), 0);

  // The nodes of a device tree that a row is in are part of what is found.
  function pathOf(row) {
    const names = [];
    for (let at = row.parentElement.closest('.node'); at; at = at.parentElement.closest('.node'))
      names.unshift(text(at.querySelector('code')));
    return names.join('/');
  }

  let rowsOpen = 0;
  for (const group of groups) {
    group.element.open = rowsOpen < rowsShownAtFirst;
    rowsOpen += group.rules.reduce((sum, rule) => sum + rule.rows.length, 0);
  }

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    const classes = new Set(impacts.filter(box => box.checked).map(box => box.value));
    let count = 0;
    for (const group of groups) {
      const isOfBoard = !board.value || group.boards.has(board.value);
      let inGroup = 0;
      for (const rule of group.rules) {
        let inRule = 0;
        for (const row of rule.rows) {
          const where = `${group.title} ${rule.title} ${row.path} ${row.text}`;
          const fits = isOfBoard && classes.has(row.impact) && words.every(word => where.includes(word));
          row.element.hidden = !fits;
          inRule += fits;
        }
        rule.nodes.forEach(node => { node.hidden = !node.querySelector('.change:not([hidden])'); });
        rule.element.hidden = !inRule;
        inGroup += inRule;
      }
      group.element.hidden = !inGroup;
      if (words.length && inGroup)
        group.element.open = true;
      count += inGroup;
    }
    for (const other of others)
      other.hidden = Boolean(board.value) && !other.dataset.boards.split(' ').includes(board.value);
    nothing.hidden = count > 0;
    shown.textContent = count === total ? `${total} changes` : `${count} of ${total} changes`;
    highlight(words);
  }

  function highlight(words) {
    if (!CSS.highlights)
      return;
    CSS.highlights.delete('found');
    if (!words.length)
      return;
    const found = new Highlight();
    const walker = document.createTreeWalker(byId('changes'), NodeFilter.SHOW_TEXT,
      node => node.parentElement.closest('#filter, [hidden]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const lower = node.data.toLowerCase();
      for (const word of words) {
        for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, Math.min(node.length, at + word.length));
          found.add(range);
        }
      }
    }
    CSS.highlights.set('found', found);
  }

  function showFold() {
    fold.textContent = groups.some(group => group.element.open) ? 'Fold all' : 'Unfold all';
  }

  filter.hidden = false;
  filter.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', apply);
  groups.forEach(group => group.element.addEventListener('toggle', showFold));
  fold.addEventListener('click', () => {
    const open = !groups.some(group => group.element.open);
    groups.forEach(group => { group.element.open = open; });
  });
  addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      search.focus();
    }
  });
  apply();
  showFold();
  reveal();
})();
