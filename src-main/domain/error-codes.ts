/** Every error code of Jarvis with its stage and its texts in both languages; ERRORS.md is written from these tables. */

import { downloadErrors } from './error-codes/download.ts';
import { hostErrors } from './error-codes/host.ts';
import { inputErrors } from './error-codes/input.ts';
import { knowledgeErrors } from './error-codes/knowledge.ts';
import { memoryErrors } from './error-codes/memory.ts';
import { modelErrors } from './error-codes/model.ts';
import { secretErrors } from './error-codes/secret.ts';
import { speechErrors } from './error-codes/speech.ts';
import { storeErrors } from './error-codes/store.ts';
import { updateErrors } from './error-codes/update.ts';

export type { ErrorStage } from './error-codes/error-text.ts';

export const errorCodes = {
  ...inputErrors,
  ...storeErrors,
  ...secretErrors,
  ...modelErrors,
  ...downloadErrors,
  ...speechErrors,
  ...memoryErrors,
  ...knowledgeErrors,
  ...hostErrors,
  ...updateErrors,
} as const;

export type ErrorCode = keyof typeof errorCodes;
