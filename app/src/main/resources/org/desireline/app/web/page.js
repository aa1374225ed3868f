// Draws the charts. Every figure comes from the table above a chart, and colours come from the style.
(function () {
  'use strict';
  var small = 12;
  var ink = 'var(--ink)';
  var quiet = 'var(--quiet)';

  function label(colour) {
    return { color: colour, fontFamily: 'system-ui, sans-serif', fontSize: small };
  }

  function names(values, width) {
    return {
      type: 'category', data: values, inverse: true,
      axisLine: { lineStyle: { color: 'var(--rule)' } }, axisTick: { show: false },
      axisLabel: Object.assign(label(ink), { width: width, overflow: 'truncate', interval: 0 })
    };
  }

  function thousands(value) {
    return value >= 1e6 ? value / 1e6 + 'M' : value >= 1e3 ? value / 1e3 + 'k' : String(value);
  }

  function stack(spec, width) {
    return {
      grid: { left: 8, right: 24, top: 8, bottom: 76, containLabel: true },
      legend: {
        type: 'plain', bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, selectedMode: false, textStyle: label(ink)
      },
      xAxis: {
        type: 'value', name: 'working hours', nameLocation: 'middle', nameGap: 26, nameTextStyle: label(quiet),
        splitNumber: width < 500 ? 3 : 5,
        axisLabel: Object.assign(label(quiet), { formatter: thousands, hideOverlap: true }),
        splitLine: { lineStyle: { color: 'var(--rule)' } }
      },
      yAxis: names(spec.names, width < 500 ? 90 : 180),
      series: spec.series.map(function (one) {
        return {
          type: 'bar', name: one.name, stack: 'all', barMaxWidth: 22, silent: true,
          itemStyle: { color: 'var(--' + one.account + ')', borderColor: 'var(--paper)', borderWidth: 1 },
          data: one.cells.map(function (cell) { return cell.value; })
        };
      })
    };
  }

  function course(spec, width) {
    return {
      grid: { left: 8, right: 36, top: 24, bottom: width < 500 ? 72 : 40, containLabel: true },
      legend: {
        type: 'plain', bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, selectedMode: false, textStyle: label(ink)
      },
      xAxis: {
        type: 'category', data: spec.names, axisTick: { show: false },
        axisLine: { lineStyle: { color: 'var(--rule)' } },
        axisLabel: Object.assign(label(quiet), { hideOverlap: true })
      },
      yAxis: {
        type: 'value', name: 'working hours', nameLocation: 'end', nameTextStyle: Object.assign(label(quiet),
          { align: 'left' }), splitNumber: 4, axisLabel: Object.assign(label(quiet), { formatter: thousands }),
        splitLine: { lineStyle: { color: 'var(--rule)' } }
      },
      series: spec.series.map(function (one) {
        return {
          type: 'bar', name: one.name, stack: 'all', barCategoryGap: '12%', silent: true,
          itemStyle: { color: 'var(--' + one.account + ')' },
          data: one.cells.map(function (cell) { return cell.value; })
        };
      })
    };
  }

  function odds(value) {
    var times = Math.exp(Math.abs(value));
    var shown = times < 1.5 ? '1' : String(Math.round(times));
    return value < -0.1 ? '1:' + shown : value > 0.1 ? shown + ':1' : '1';
  }

  function forest(spec, width) {
    var widest = Math.max.apply(null, spec.rows.map(function (row) {
      return Math.max(Math.abs(row.low), Math.abs(row.high));
    }));
    var steps = Math.min(Math.max(Math.ceil(widest / Math.LN2), 1), 6);
    var apart = steps > 3 ? 2 : 1;
    var end = Math.ceil(steps / apart) * apart * Math.LN2;
    function inside(value) { return Math.min(Math.max(value, -end), end); }
    var spans = [];
    spec.rows.forEach(function (row, at) {
      spans.push([inside(row.low), at], [inside(row.high), at], ['-', at]);
    });
    return {
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value', min: -end, max: end, interval: apart * Math.LN2,
        axisLabel: Object.assign(label(quiet), { formatter: odds, hideOverlap: true }),
        splitLine: { lineStyle: { color: 'var(--rule)' } }
      },
      yAxis: names(spec.rows.map(function (row) { return row.name; }), width < 500 ? 135 : 220),
      series: [
        { type: 'line', data: spans, symbol: 'none', silent: true, connectNulls: false,
          lineStyle: { color: 'var(--owner)', width: 3 } },
        { type: 'scatter', symbolSize: 8, silent: true, itemStyle: { color: 'var(--dot)', opacity: 1 }, z: 5,
          data: spec.rows.map(function (row, at) { return [inside(row.value), at]; }) }
      ]
    };
  }

  var kinds = {
    stack: { option: stack, height: function (spec) { return spec.names.length * 30 + 120; } },
    course: { option: course, height: function () { return 340; } },
    forest: { option: forest, height: function (spec) { return spec.rows.length * 30 + 40; } }
  };

  function draw(figure) {
    var spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    var canvas = figure.querySelector('.canvas');
    var kind = kinds[spec.kind];
    var name = canvas.getAttribute('aria-label');
    canvas.hidden = false;
    canvas.style.height = kind.height(spec) + 'px';
    var chart = echarts.init(canvas, null, { renderer: 'svg' });
    function render() {
      var width = canvas.clientWidth;
      if (width > 0) {
        var option = kind.option(spec, width);
        option.animation = false;
        option.aria = { enabled: true, label: { description: name } };
        chart.resize({ width: width });
        chart.setOption(option, true);
        var svg = canvas.querySelector('svg');
        svg.setAttribute('viewBox', '0 0 ' + svg.getAttribute('width') + ' ' + svg.getAttribute('height'));
      }
    }
    render();
    new ResizeObserver(render).observe(canvas);
  }

  document.querySelectorAll('figure.chart').forEach(draw);
}());
