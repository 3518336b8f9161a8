/** Ties what the desktop program wants of this page to its actions and its voice. */
import { useEffect, useEffectEvent } from 'react';
import type { PageOrder } from '../../../src-preload/shell-contract.ts';
import { composerId } from '../dock/composer-id.ts';
import { useActions, useWindowStore } from '../window-context.tsx';

/** What one window does its own way. */
export interface ShellFollower {
  shown?(order: Extract<PageOrder, { readonly kind: 'shown' }>): void;
  hidden?(order: Extract<PageOrder, { readonly kind: 'hidden' }>): void;
}

export function useShellOrders(own: ShellFollower = {}): void {
  const { store } = useWindowStore();
  const actions = useActions();
  const follow = useEffectEvent((order: PageOrder): void => {
    switch (order.kind) {
      case 'shown':
        own.shown?.(order);
        break;
      case 'hidden':
        own.hidden?.(order);
        break;
      case 'talk':
      case 'hearing':
        // The voice itself follows these.
        undefined;
        break;
      case 'fill':
        fill(order.text);
        break;
      case 'go':
        go(order.place);
        break;
      case 'ask-hotword':
        actions.showDialog('consent-hotword');
        break;
      case 'notice':
        actions.toast({ kind: order.what });
        break;
    }
  });

  /** What was begun there stays, and the person decides. */
  function fill(text: string): void {
    const { open, drafts } = store.getState();
    const draft = drafts.get(open.id) ?? '';
    if (!draft.includes(text)) actions.setDraft(open.id, draft === '' ? text : `${draft}\n${text}`);
    actions.goTo('conversation');
    // The room may only now be drawn.
    requestAnimationFrame(() => document.getElementById(composerId)?.focus());
  }

  function go({ conversationId, room, part }: Extract<PageOrder, { readonly kind: 'go' }>['place']): void {
    if (conversationId !== undefined) void actions.openConversation(conversationId);
    if (room !== undefined) actions.goTo(room, part);
  }

  useEffect(
    () =>
      store.subscribe(({ shellOrder }, before) => {
        if (shellOrder !== undefined && shellOrder !== before.shellOrder) follow(shellOrder.order);
      }),
    [store],
  );
}
