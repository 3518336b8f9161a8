/** Messages and memories that the core found for what was typed in the palette. */
import { Command } from 'cmdk';
import type { Found } from '../../store/palette-actions.ts';
import { shortTime } from '../format.ts';
import { useLanguage, useWords } from '../window-context.tsx';
import type { Pick } from './pick.ts';

export function FoundThings({ found, pick }: { found: Found; pick: Pick }) {
  const t = useWords();
  const language = useLanguage();
  const { hits, memories, isPartial } = found;
  const nowMs = Date.now();
  return (
    <>
      {hits.length > 0 && (
        <Command.Group className="palette-group" heading={t('palette.messages')}>
          {hits.map(hit => (
            <Command.Item
              key={hit.messageId}
              className="palette-line"
              value={`message ${hit.messageId}`}
              onSelect={() =>
                pick(({ actions }) => {
                  actions.goTo('conversation');
                  void actions.jumpTo(hit);
                })
              }
              data-testid="palette-hit"
            >
              <span className="palette-mark" />
              <span className="grow palette-title">{hit.snippet}</span>
              <span className="faint">{hit.conversationTitle || t('untitled')}</span>
              <time className="mono">{shortTime(hit.createdAtMs, nowMs, language)}</time>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {memories.length > 0 && (
        <Command.Group className="palette-group" heading={t('commandGroups.memory')}>
          {memories.map(({ id, text, kind, atMs }) => (
            <Command.Item
              key={id}
              className="palette-line"
              value={`memory ${id}`}
              onSelect={() =>
                pick(({ actions }) => {
                  actions.goTo('memory');
                  void actions.explainMemory(id);
                })
              }
              data-testid="palette-memory"
            >
              <span className="palette-mark" />
              <span className="grow palette-title">{text}</span>
              <span className="faint">{t(`memoryKind.${kind}`)}</span>
              <time className="mono">{shortTime(atMs, nowMs, language)}</time>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {isPartial && <p className="palette-note">{t('palette.partial')}</p>}
    </>
  );
}
