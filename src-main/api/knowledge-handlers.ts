/** What a client may ask of the person's documents. */
import { detectLanguage } from '../domain/detect-language.ts';
import { type ErrorCode, errorCodes } from '../domain/error-codes.ts';
import { JarvisError, reportError } from '../domain/errors.ts';
import type { KnowledgeDocument } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `knowledge.${string}`>;

export function knowledgeHandlers(services: Services): Pick<Handlers, Names> {
  const knowledge = () => services.current().knowledge;
  const language = () => services.current().profile.language;
  return {
    'knowledge.add': ({ path }) => knowledge().add(path),
    'knowledge.remove': async ({ id }) => {
      await knowledge().remove(id);
      return {};
    },
    'knowledge.list': async query => {
      const [sources, documents, status] = await Promise.all([
        query.after === undefined ? knowledge().sources() : [],
        knowledge().documents(query),
        knowledge().status(),
      ]);
      return { sources, documents: documents.map(one => listed(one, language())), status };
    },
    'knowledge.search': async ({ query, limit, language: given }) => ({
      passages: await knowledge().find({
        ...{ text: query, limit },
        language: given ?? detectLanguage(query) ?? language(),
      }),
    }),
    'knowledge.passage': ({ id }) => knowledge().passage(id),
    'knowledge.open': async ({ documentId }) => {
      await knowledge().openFile(documentId);
      return {};
    },
    'knowledge.pause': async () => {
      await knowledge().pause();
      return knowledge().status();
    },
    'knowledge.resume': async () => {
      await knowledge().resume();
      return knowledge().status();
    },
  };
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

function listed(document: KnowledgeDocument, language: Language) {
  const { code, path = document.name } = document;
  if (code === undefined || !isCode(code)) return document;
  const { message, hint } = reportError(new JarvisError(code, { path }), language);
  return { ...document, problem: { message, hint } };
}
