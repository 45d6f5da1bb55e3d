/* How every text that is shown stands against what is behind it (WCAG 2.2, contrast ratio), with alpha composited. */
(function () {
  'use strict';

  function colour(text) {
    var numbers = text.match(/[0-9.]+/g).map(Number);
    return { r: numbers[0], g: numbers[1], b: numbers[2], a: numbers.length > 3 ? numbers[3] : 1 };
  }

  function over(top, under) {
    function mix(name) { return top[name] * top.a + under[name] * (1 - top.a); }
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  }

  function luminance(c) {
    function linear(value) {
      var part = value / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  }

  /** What lies behind an element, and how opaque it is with all that holds it. */
  function behind(element) {
    var chain = [];
    for (var each = element; each; each = each.parentElement) {
      chain.unshift(getComputedStyle(each));
    }
    return chain.reduce(function (ground, style) { return over(colour(style.backgroundColor), ground); }, { r: 255, g: 255, b: 255, a: 1 });
  }

  function opacity(element) {
    var product = 1;
    for (var each = element; each; each = each.parentElement) {
      product *= parseFloat(getComputedStyle(each).opacity);
    }
    return product;
  }

  function ratio(element) {
    var ground = behind(element);
    var ink = colour(getComputedStyle(element).color);
    ink.a *= opacity(element);
    var lights = [luminance(over(ink, ground)), luminance(ground)].sort(function (a, b) { return b - a; });
    return (lights[0] + 0.05) / (lights[1] + 0.05);
  }

  /** Texts that stand out less than is asked for. */
  window.faint = function (least) {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, null);
    var found = [];
    while (walker.nextNode()) {
      var element = walker.currentNode.parentElement;
      if (walker.currentNode.nodeValue.trim() && element.getClientRects().length) {
        var measured = ratio(element);
        if (!(measured >= least)) {
          found.push(measured.toFixed(2) + ': ' + element.className + ' ' + walker.currentNode.nodeValue.trim().slice(0, 40));
        }
      }
    }
    return found;
  };
})();
