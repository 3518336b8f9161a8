/** By whom it was ordered what is being done now; it follows the work through every `await`, timer and callback. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Orderer } from '../domain/outbound.ts';

const current = new AsyncLocalStorage<Orderer>();

export const orderedBy = <T>(orderer: Orderer, work: () => T): T => current.run(orderer, work);

/** What nobody ordered, the program does by itself. */
export const currentOrderer = (): Orderer => current.getStore() ?? 'jarvis';
