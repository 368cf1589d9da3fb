// What a careful eye finds on a page: each answers with a list of faults, empty when all is well.
(() => {
  const shown = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const aside = element => element.closest('.out, .skip, [aria-hidden="true"], option, script, style, noscript, template');
  const brief = element => element.outerHTML.slice(0, 120);
  const words = element => (element.textContent || '').trim();

  // a control says what it is for: by a label, its own words, or a name for those who listen
  const named = element => [
    element.getAttribute('aria-label'), element.title, element.alt, words(element.matches('select, textarea') ? document.createElement('i') : element),
    ...(element.getAttribute('aria-labelledby') || '').split(' ').map(id => id && words(document.getElementById(id) ?? document.createElement('i'))),
    ...[...(element.labels ?? [])].map(words), ...[...element.querySelectorAll('img[alt], svg[aria-label]')].map(one => one.alt || one.getAttribute('aria-label')),
  ].some(said => said?.trim());
  const controls = () => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex]')].filter(shown);
  const unnamed = () => controls().filter(each => !each.matches('[tabindex="-1"]') && !named(each)).map(brief);

  // colours as the browser paints them, laid over one another
  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const colour = css => {
    if (!known.has(css)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = css;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(css, [r, g, b, a / 255]);
    }
    return known.get(css);
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const ground = element => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.unshift(colour(getComputedStyle(each).backgroundColor));
    return layers.reduce((below, layer) => over(layer, below), colour('canvas').slice(0, 3));
  };
  const light = rgb => rgb.map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const apart = (a, b) => { const [low, high] = [light(a), light(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
  const faint = () => {
    const found = new Map(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement;
      if (!walk.currentNode.data.trim() || aside(element) || !shown(element) || element.closest(':disabled, [aria-disabled="true"]')) continue;
      const style = getComputedStyle(element), below = ground(element);
      let opacity = 1;
      for (let each = element; each; each = each.parentElement) opacity *= getComputedStyle(each).opacity;
      const [r, g, b, a] = colour(element.closest('svg') ? style.fill : style.color);
      const ratio = apart(over([r, g, b, a * opacity], below), below), size = parseFloat(style.fontSize);
      const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 600) ? 3 : 4.5;
      if (ratio < least - 0.02) found.set(`${element.tagName}.${element.className.baseVal ?? element.className}`, `${ratio.toFixed(2)} ${walk.currentNode.data.trim().slice(0, 30)} ${brief(element).slice(0, 80)}`);
    }
    return [...found.values()];
  };

  // whoever walks by keyboard sees where they are: something about the control or beside it changes
  const face = element => [element, element.closest('label'), element.nextElementSibling, element.parentElement].filter(Boolean).map(each => {
    const style = getComputedStyle(each);
    return [style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor, style.boxShadow, style.borderColor, style.backgroundColor].join();
  }).join();
  const unseen = () => controls().filter(each => {
    if (each.disabled || each.tabIndex < 0) return false;
    document.activeElement.blur();
    const before = face(each);
    each.focus({ focusVisible: true });
    return document.activeElement === each && face(each) === before;
  }).map(brief);

  const wide = () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
    .filter(each => shown(each) && each.getBoundingClientRect().right > innerWidth + 1).slice(0, 4).map(brief);
  const primaries = () => { const all = [...document.querySelectorAll('.btn-primary')].filter(shown); return all.length > 1 ? all.map(words) : []; };
  const headless = () => document.querySelectorAll('h1').length === 1 ? [] : [`${document.querySelectorAll('h1').length} h1`];

  // words of another language: two small letters in a row that are no name of ours
  const foreign = allowed => {
    const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), known = new RegExp(allowed, 'g');
    const hear = said => { for (const word of said.replace(known, ' ').match(/[A-Za-z]*[a-z]{2,}/g) ?? []) found.add(`${word}: ${said.trim().slice(0, 50)}`); };
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement;
      if (!element.closest('script, style, noscript, template, kbd, code, [lang=en], [translate=no]')) hear(walk.currentNode.data);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) for (const each of document.querySelectorAll(`[${name}]`)) hear(each.getAttribute(name));
    return [...found];
  };
  const turned = theme => {
    document.documentElement.dataset.bsTheme = theme;
    document.querySelector('[name=color-scheme]').content = theme;
    for (const fading of document.getAnimations()) fading.finish();
  };
  window.eye = { unnamed, faint, unseen, wide, primaries, headless, foreign, turned };
})();
