/** The desktop program asks for a passphrase only where one is wanted, and again when it was wrong. */
import { describe, expect, it } from 'vitest';
import { JarvisError } from '../../domain/errors.ts';
import { openWithPassphrase, type Unlocking } from './open-with-passphrase.ts';
import {
  type PassphraseAnswer,
  type PassphraseReason,
  readPassphraseForm,
  renderPassphrasePage,
} from './passphrase-page.ts';

function stage(answers: readonly (PassphraseAnswer | undefined)[], faults: readonly JarvisError[]) {
  const asked: PassphraseReason[] = [];
  const opened: Unlocking[] = [];
  const result = openWithPassphrase(
    { HOME: '/h' },
    async unlocking => {
      const fault = faults[opened.length];
      opened.push(unlocking);
      if (fault !== undefined) throw fault;
      return 'core';
    },
    async reason => {
      asked.push(reason);
      return answers[asked.length - 1];
    },
  );
  return { result, asked, opened };
}
const [none, needed, wrong] = ['secret.no-keeper', 'secret.passphrase-needed', 'secret.wrong-passphrase'].map(
  code => new JarvisError(code as 'secret.no-keeper'),
) as [JarvisError, JarvisError, JarvisError];

describe('opening', () => {
  it('asks nothing where nothing is wanted', async () => {
    const { result, asked } = stage([], []);
    expect(await result).toBe('core');
    expect(asked).toEqual([]);
  });

  it('asks until the passphrase is right', async () => {
    const { result, asked, opened } = stage([{ passphrase: 'a' }, { passphrase: 'b' }], [needed, wrong]);
    expect(await result).toBe('core');
    expect(asked).toEqual(['needed', 'wrong']);
    expect(opened.map(({ passphrase }) => passphrase)).toEqual([undefined, 'a', 'b']);
  });

  it('takes a file where the person wants no passphrase', async () => {
    const { result, opened } = stage([{ isRefused: true }], [none]);
    await result;
    expect(opened[1]).toEqual({ env: { HOME: '/h', JARVIS_SECRETS: 'file' } });
  });

  it('ends with the reason when the question is closed', async () => {
    await expect(stage([undefined], [none]).result).rejects.toBe(none);
  });

  it('asks nothing about any other fault', async () => {
    const locked = new JarvisError('store.locked');
    const { result, asked } = stage([], [locked]);
    await expect(result).rejects.toBe(locked);
    expect(asked).toEqual([]);
  });
});

describe('the page', () => {
  it.each(['fr', 'en'] as const)(
    'says why in %s, and offers the file only where nothing was chosen',
    language => {
      const page = (reason: PassphraseReason) => renderPassphrasePage(reason, language);
      expect(page('none')).toContain('name="refuse"');
      expect(page('needed')).not.toContain('refuse');
      expect(page('wrong')).toContain('role="alert"');
      expect(page('none')).toContain(`<html lang="${language}">`);
      expect(page('none')).not.toContain('<script');
    },
  );

  it('reads what its form sends, and nothing else', () => {
    expect(readPassphraseForm('passphrase=a+b%26c')).toEqual({ passphrase: 'a b&c' });
    expect(readPassphraseForm('refuse=1&passphrase=')).toEqual({ isRefused: true });
    for (const body of ['', 'passphrase=', 'x=1', `passphrase=${'a'.repeat(1001)}`])
      expect(readPassphraseForm(body)).toBeUndefined();
  });
});
