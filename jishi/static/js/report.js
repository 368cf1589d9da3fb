// Draws the report's charts from their options; colours come from the style sheet, so they follow light, dark and paper.
(() => {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const ink = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };

  const hatch = () => {
    const image = document.createElement('canvas'), pen = image.getContext('2d');
    image.width = image.height = 12;
    pen.fillStyle = ink('pause-a');
    pen.fillRect(0, 0, 12, 12);
    pen.strokeStyle = ink('pause-b');
    pen.lineWidth = 2;
    for (const x of [-12, 0, 12]) { pen.moveTo(x, 12); pen.lineTo(x + 12, 0); }
    pen.stroke();
    return { image, repeat: 'repeat' };
  };

  const inked = value => {
    if (value === '@hatch') return hatch();
    if (typeof value === 'string') return /^@[a-z0-9-]+$/.test(value) ? ink(value.slice(1)) : value;
    if (Array.isArray(value)) return value.map(inked);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inked(v)]));
    return value;
  };

  const font = getComputedStyle(document.body).fontFamily;
  const tip = says => ({
    trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: ink('raised'), borderColor: ink('line-strong'),
    padding: 8, textStyle: { color: ink('ink'), fontFamily: font, fontSize: 12, lineHeight: 18 },
    axisPointer: { type: 'line', lineStyle: { color: ink('line-strong'), type: 'solid' } },
    formatter: points => says[points[0].dataIndex],
  });

  const draw = box => {
    if (!box.offsetWidth) return;  // folded away: drawn when it opens
    const { option, says, edges } = JSON.parse(document.getElementById(box.dataset.chart).textContent);
    const chart = echarts.getInstanceByDom(box) ?? echarts.init(box, null, { devicePixelRatio: Math.max(2, devicePixelRatio) });
    const drawn = inked(option);
    if (edges) drawn.xAxis[1].axisLabel.formatter = at => edges[at] ?? '';
    chart.resize();
    chart.setOption({ animation: false, textStyle: { fontFamily: font }, tooltip: tip(says), ...drawn }, true);
  };
  const all = () => document.querySelectorAll('[data-chart]').forEach(draw);

  document.fonts.ready.then(all);
  document.addEventListener('toggle', all, true);
  addEventListener('resize', all);
  let folded = [];  // on paper every clock is told in full
  const onto = paper => () => {
    document.documentElement.classList.toggle('paper', paper);
    if (paper) folded = [...document.querySelectorAll('.clock:not([open])')];
    folded.forEach(clock => { clock.open = paper; });
    all();
  };
  addEventListener('beforeprint', onto(true));
  addEventListener('afterprint', onto(false));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
})();
