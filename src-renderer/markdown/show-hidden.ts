/** Puts characters that turn the direction of a text into elements that show them and hold their effect. */
import type { ElementContent, Root, RootContent } from 'hast';

const turning = /([\u202A-\u202E])/;

type Parent = { children: (RootContent | ElementContent)[] };

const shown = (character: string): ElementContent => ({
  type: 'element',
  tagName: 'span',
  properties: {
    className: ['hidden-character'],
    'data-code': `U+${character.charCodeAt(0).toString(16).toUpperCase()}`,
  },
  children: [{ type: 'text', value: character }],
});

function visit(parent: Parent): void {
  parent.children = parent.children.flatMap(child => {
    if (child.type === 'text' && turning.test(child.value))
      return child.value
        .split(turning)
        .map(part => (turning.test(part) ? shown(part) : { type: 'text' as const, value: part }));
    // Code shows its own.
    if (child.type === 'element' && child.tagName !== 'pre') visit(child);
    return [child];
  });
}

export const showHidden = () => (tree: Root) => visit(tree);
