/** The memory looked through in a real Chromium: by days, by the graph, by people, with the keys alone; merged and forgotten. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src-main/domain/id.ts';
import { importMemories } from '../src-preload/memory-file.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { type JarvisProgram, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const dayMs = 86_400_000;
const nowMs = Date.now();
const anna = newId();

interface Said {
  readonly daysAgo: number;
  readonly text: string;
  readonly entities: readonly string[];
}

/** A file of memories, as Jarvis writes one. */
function memoryFile(): string {
  const episode = ({ daysAgo, text, entities }: Said) => ({
    ...{
      id: newId(),
      place: { conversationId: newId(), origin: 'spoken' },
      provenance: 'user',
      speaker: 'user',
    },
    ...{ atMs: nowMs - daysAgo * dayMs, text, language: 'fr', salience: 0.5, entities },
    affect: { valence: 0.5, arousal: 0.4, dominance: 0.5, emotion: 'joy' },
  });
  const lyon = episode({ daysAgo: 3, text: 'Ma sœur Anna habite à Lyon.', entities: ['anna', 'lyon'] });
  const nuts = episode({ daysAgo: 2, text: 'Annie est allergique aux noix.', entities: ['annie'] });
  const dog = episode({ daysAgo: 2, text: 'Mon chien Rex aime nager.', entities: ['rex'] });
  const many = Array.from({ length: 300 }, (_, at) =>
    episode({ daysAgo: 20, text: `Phrase de tous les jours numéro ${at}.`, entities: [] }),
  );
  const fact = (from: typeof lyon, subject: string, relation: string, value: string, more: object = {}) => {
    const made = {
      ...{ id: newId(), subject, relation, value, language: 'fr', confidence: 0.9, timesSaid: 1 },
      ...{ firstSaidMs: from.atMs, lastSaidMs: from.atMs, proposedBy: 'rules', sourceEpisodeIds: [from.id] },
      ...more,
    };
    return {
      kind: 'fact',
      fact: made,
      history: [{ atMs: from.atMs, change: { kind: 'learned', fact: made } }],
    };
  };
  const facts = [
    fact(lyon, 'user', 'sister', 'Anna', { valueId: anna }),
    fact(lyon, 'Anna', 'lives_in', 'Lyon', { subjectId: anna }),
    fact(nuts, 'Annie', 'allergic_to', 'noix'),
    fact(dog, 'user', 'has_pet', 'Rex', { valueId: newId() }),
  ];
  const episodes = [...many, lyon, nuts, dog];
  const lines = [
    { kind: 'header', format: 'jarvis-memory', version: 1 },
    ...episodes.map(one => ({ kind: 'episode', episode: one, recalls: 0, isConsolidated: true })),
    ...facts,
    { kind: 'end', episodes: episodes.length, facts: facts.length, summaries: 0 },
  ];
  return lines.map(line => `${JSON.stringify(line)}\n`).join('');
}

let browser: Browser;
let jarvis: JarvisProgram;
let window: WindowPage;

const room = () => window.page.getByRole('main', { name: 'Mémoire' });
const row = (text: string) => window.page.getByTestId('memory').filter({ hasText: text }).first();
const card = () => room().getByTestId('memory-why');
const focused = () => window.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const filter = (name: RegExp) => window.page.getByTestId('memory-filters').getByRole('button', { name });

describe.runIf(chromium !== undefined)('the memory room', () => {
  beforeAll(async () => {
    [browser, jarvis] = await Promise.all([launchBrowser(chromium ?? ''), startJarvis()]);
    window = await WindowPage.open(browser, jarvis.link);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('where nothing is remembered, it says how a memory comes about', async () => {
    await window.enter('memory');
    await window.page.getByTestId('memory-empty').waitFor();
    expect(await room().innerText()).toContain('Rien n’est encore retenu');
  });

  test('what was brought in is there at once, counted, and only what is near is drawn', async () => {
    const client = await clientOf(jarvis.dataDir);
    async function* file() {
      yield memoryFile();
    }
    await importMemories(client, newId(), file());
    client.close();
    await row('Mon chien Rex aime nager.').waitFor();
    await filter(/^Dit par vous\s*303$/).waitFor();
    await eventually(async () =>
      expect(await window.page.getByTestId('memory-hits').getAttribute('data-total')).toBe('303'),
    );
    expect(await window.page.getByTestId('memory').count()).toBeLessThan(80);
    // The last one is reached with the keys, through pages that come meanwhile.
    await window.page.getByTestId('memory-search').focus();
    for (let pages = 0; pages < 34; pages += 1) await window.page.keyboard.press('PageDown');
    await row('Phrase de tous les jours numéro 0.').waitFor();
  });

  test('the calendar is walked with the arrows, and a day opens its page', async () => {
    const map = window.page.getByTestId('heat-map');
    await map.focus();
    const here = () =>
      map.evaluate(element => {
        const id = element.getAttribute('aria-activedescendant') ?? '';
        return document.getElementById(id)?.getAttribute('aria-label') ?? '';
      });
    const begin = await here();
    expect(begin).toMatch(/2 souvenirs$/);
    await map.press('ArrowUp');
    expect(await here()).toMatch(/1 souvenir$/);
    await map.press('ArrowDown');
    expect(await here()).toBe(begin);
    await map.press('Enter');
    const day = window.page.getByTestId('day-page');
    await day.waitFor();
    await row('Annie est allergique aux noix.').waitFor();
    expect(await window.page.getByTestId('memory').count()).toBe(2);
    await day.getByRole('button', { name: 'Le jour d’avant qui a des souvenirs' }).click();
    await row('Ma sœur Anna habite à Lyon.').waitFor();
    await day.getByRole('button', { name: 'Tous les jours' }).click();
    await eventually(async () => expect(await day.count()).toBe(0));
  });

  test('the graph is walked with the arrows: a person becomes its middle, a place opens its card', async () => {
    const graph = window.page.getByTestId('graph');
    await graph.getByRole('button', { name: /^Vous,/ }).focus();
    await window.page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^Rex, personne/);
    await window.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Anna, personne, Vous sœur Anna/);
    await window.page.keyboard.press('Enter');
    await eventually(async () => expect(await graph.locator('[aria-current]').innerText()).toBe('Anna'));
    await graph.getByRole('button', { name: /^Anna,/ }).focus();
    await window.page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Lyon, lieu, Anna vit à Lyon/);
    await window.page.keyboard.press('Enter');
    await card().getByRole('heading', { name: 'Anna vit à Lyon' }).waitFor();
    expect(await card().getByTestId('memory-source').innerText()).toContain('Ma sœur Anna habite à Lyon.');
    expect(await card().innerText()).toMatch(/Force[\s\S]*Émotion\s+joie/);
  });

  test('another name of the same person is made one with hers, and taken apart again among the nights', async () => {
    await room().getByRole('button', { name: 'Anna a aussi un autre nom…' }).click();
    await room().getByLabel('Un autre nom de Anna').selectOption('Annie');
    await room().getByRole('button', { name: 'En faire un seul' }).click();
    await row('Anna est allergique aux noix').waitFor();
    await window.page.getByTestId('merged').getByRole('button', { name: 'Les relire' }).click();
    const change = window.page.getByTestId('change').filter({ hasText: 'Annie' });
    await change.getByRole('button', { name: /^Annuler/ }).click();
    await eventually(async () => expect(await change.getAttribute('data-state')).toBe('undone'));
    await room()
      .getByRole('navigation')
      .getByRole('button', { name: /^Explorer/ })
      .click();
    await filter(/^Annie/).click();
    await row('Annie est allergique aux noix').waitFor();
  });

  test('one memory is forgotten from its card: everything that goes, then the receipt, and it is gone', async () => {
    await row('Annie est allergique aux noix.').click();
    await card()
      .getByRole('button', { name: /^Oublier/ })
      .click();
    const forgetting = card().getByTestId('forget');
    await forgetting.getByTestId('forget-yes').waitFor();
    expect(await forgetting.innerText()).toContain('Annie est allergique aux noix.');
    await forgetting.getByRole('button', { name: 'Garder' }).click();
    await eventually(async () => expect(await forgetting.count()).toBe(0));
    await card()
      .getByRole('button', { name: /^Oublier/ })
      .click();
    await forgetting.getByTestId('forget-yes').click();
    await room().getByTestId('receipt').waitFor();
    await eventually(async () => expect(await room().innerText()).not.toContain('noix'));
    const { stdout } = await runCommand(jarvis.dataDir, ['memory', 'export']);
    expect(stdout).not.toMatch(/Annie|noix/);
  });

  test('where there is little room the list stands for the graph, and the card lies above it until Escape', async () => {
    await room().getByRole('button', { name: 'Retour' }).first().click();
    await window.page.setViewportSize({ width: 400, height: 800 });
    await eventually(async () => expect(await window.page.getByTestId('graph').count()).toBe(0));
    await window.page.getByTestId('memory-search').fill('Rex');
    await row('Mon chien Rex aime nager.').click();
    await eventually(async () =>
      expect(await window.page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Mon chien Rex aime nager.',
      ),
    );
    const sideways = await window.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    await window.page.keyboard.press('Escape');
    await eventually(async () => expect(await card().count()).toBe(0));
    expect(window.faults).toEqual([]);
  });
});
