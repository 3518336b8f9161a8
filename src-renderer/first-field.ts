/**
 * A field to write in, before the window has come: it stands where the composer will, and what is written in it goes on
 * there. It needs nothing of the window, so that it is drawn while that is still being read.
 */

/** How the window looked the last time; no word of what was said. */
export interface FirstLook {
  readonly theme: 'dark' | 'light';
  readonly accent: string;
  readonly language: string;
  readonly label: string;
  readonly placeholder: string;
}

export interface FirstText {
  readonly text: string;
  /** The person has pressed Enter. */
  readonly isSent: boolean;
}

const key = 'jarvis.first-look';
const elementId = 'first';

export const keepFirstLook = (look: FirstLook): void => localStorage.setItem(key, JSON.stringify(look));

/** Whether it was drawn: not where there was no last time, or where another room is asked for. */
export function drawFirstField(): boolean {
  const look = keptLook();
  if (look === undefined) return false;
  const page = document.documentElement;
  page.dataset.theme = look.theme;
  page.dataset.accent = look.accent;
  page.lang = look.language;
  if (location.hash !== '') return false;
  const field = document.createElement('textarea');
  field.rows = 1;
  field.placeholder = look.placeholder;
  field.setAttribute('aria-label', look.label);
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.dataset.sent = 'true';
  });
  document.body.append(frameAround(field));
  if (matchMedia('(hover: hover)').matches) field.focus();
  return true;
}

/** What was written, once; the field is gone then. */
export function takeFirstField(): FirstText | undefined {
  const field = document.querySelector<HTMLTextAreaElement>(`#${elementId} textarea`);
  if (field === null) return undefined;
  const { value: text, dataset } = field;
  removeFirstField();
  return { text, isSent: dataset.sent === 'true' };
}

export const removeFirstField = (): void => document.getElementById(elementId)?.remove();

function keptLook(): FirstLook | undefined {
  const kept = localStorage.getItem(key);
  if (kept === null) return undefined;
  try {
    const { theme, accent, language, label, placeholder } = JSON.parse(kept) as Record<string, unknown>;
    return {
      theme: theme === 'light' ? 'light' : 'dark',
      accent: String(accent),
      language: String(language),
      label: String(label),
      placeholder: String(placeholder),
    };
  } catch (error) {
    console.warn('the looks of the last time cannot be read', error);
    localStorage.removeItem(key);
    return undefined;
  }
}

/** The parts of the window that say where its field is, with nothing in them. */
function frameAround(field: HTMLTextAreaElement): HTMLElement {
  const part = (classes: string, ...inside: readonly HTMLElement[]): HTMLElement => {
    const element = document.createElement('div');
    element.className = classes;
    element.append(...inside);
    return element;
  };
  const dock = part('dock', part('dock-field', part('composer', field)));
  const conversation = part('conversation-view', part('grow'), dock);
  const rooms = part('rooms', part('rail'), conversation, part('side-panel'));
  const frame = part('window first', part('bar', part('rooms-nav')), rooms, part('status-line'));
  frame.id = elementId;
  return frame;
}
